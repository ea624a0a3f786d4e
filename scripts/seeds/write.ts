import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Cell = string | number | null;

/** A table in the form `seeds/csv.ts` reads: one row a line, quotes only where needed, empty for null. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  if (/[\r\n]/u.test(text)) throw new Error(`A seed field cannot hold a line break: ${JSON.stringify(text)}`);
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Values for one field, separated by `|`. */
export function list(values: readonly string[]): string {
  const clash = values.find((value) => value.includes('|') || value === '');
  if (clash !== undefined)
    throw new Error(`A value in a list cannot be empty or hold |: ${JSON.stringify(clash)}`);
  return values.join('|');
}

/** Writes files below a folder, by path. */
export async function writeAll(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}
