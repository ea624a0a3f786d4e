import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A row of an official table, by column name; every value as written. */
export type OfficialRow = Readonly<Record<string, string>>;

/** Reads one of the official CSV tables (UTF-8, with or without a byte order mark). */
export async function readOfficialCsv(dataDir: string, path: string): Promise<OfficialRow[]> {
  const text = await readFile(join(dataDir, path), 'utf8');
  return parse(text, { bom: true, columns: true, skip_empty_lines: true });
}

export async function readOfficialJson<T>(dataDir: string, path: string): Promise<T> {
  return JSON.parse(await readFile(join(dataDir, path), 'utf8')) as T;
}

export async function readOfficialJsonLines<T>(dataDir: string, path: string): Promise<T[]> {
  const text = await readFile(join(dataDir, path), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The field of an official row, which must be there. */
export function field(row: OfficialRow, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The official table has no column ${column}`);
  return value;
}

/**
 * 千円 with at most one decimal to whole yen, exactly: digits are moved, nothing is multiplied in floating point.
 *
 * @example
 * thousandsToYen('599.7'); // 599700
 */
export function thousandsToYen(thousands: string): number {
  const digits = /^(\d+)(?:\.(\d))?$/u.exec(thousands);
  if (!digits) throw new Error(`Not a figure in 千円 with at most one decimal: ${thousands}`);
  return Number(`${digits[1]}${digits[2] ?? '0'}00`);
}

/** Official names are written with ASCII or full-width punctuation, by file; the seeds keep the workbooks' full-width. */
export const fullWidth = (name: string): string =>
  name.replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，').trim();
