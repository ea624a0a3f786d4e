import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { AGAIN, refuse, systemCode } from './refuse.ts';

/** A table as it stands in a file: every cell as text, empty ones as ''. */
export interface Sheet {
  /** A CSV, and whether its last line has an end; `null` for a sheet of a workbook. */
  readonly csv: { readonly isEnded: boolean } | null;
  readonly rows: readonly (readonly string[])[];
  /** The line of the file a row begins on, counted from 1. */
  readonly lines: readonly number[];
}
export type Content =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'json'; readonly value: unknown };

/** A file as given, read but not yet understood. */
export interface InputFile {
  /** Its name without folders, for messages. */
  readonly name: string;
  readonly content: Content;
}

const MEGABYTE = 1024 * 1024;
const LARGEST = 100 * MEGABYTE;

/** Reads a file by what it holds; its name and ending count for nothing. Refuses what is no table at all. */
export async function readInput(path: string): Promise<InputFile> {
  const name = basename(path);
  const bytes = await readBytes(path);
  return { name, content: await readContent(name, bytes) };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) {
      refuse(
        `${path} is ${Math.round(size / MEGABYTE)} MB, larger than any official file: give the file itself.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return refuse(`There is no file ${path}: check its name and folder.`, error);
    if (code === 'EISDIR') return refuse(`${path} is a folder: give the files in it.`, error);
    if (code === 'EACCES' || code === 'EPERM') {
      return refuse(`${path} may not be read by this user: change its permissions.`, error);
    }
    throw error;
  }
}

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function readContent(name: string, bytes: Buffer): Promise<Content> {
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d)) {
    refuse(`${name} is empty. ${AGAIN}.`);
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readSheets(name, bytes);
  if (bytes.subarray(0, 8).equals(OLD_OFFICE)) return refuse(oldOffice(name, bytes));
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') {
    refuse(`${name} is a PDF: give the Excel or CSV file from the same page.`);
  }
  const text = decode(name, bytes);
  const start = text.trimStart();
  if (start.startsWith('<')) {
    refuse(`${name} is a web page, not the file itself: use the download link on that page.`);
  }
  if (start.startsWith('{') || start.startsWith('[')) return readJson(name, text);
  return { kind: 'sheets', sheets: [readCsv(name, text)] };
}

/** Excel keeps a workbook with a password in the container of its old format. */
const oldOffice = (name: string, bytes: Buffer): string =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? `${name} is protected with a password: open it in Excel, save it without the password, and give that file.`
    : `${name} is in the old Excel format (.xls): open it in Excel and save it as .xlsx.`;

async function readSheets(name: string, bytes: Buffer): Promise<Content> {
  const damaged = (cause?: unknown): never =>
    refuse(`${name} is a damaged or incomplete Excel file. ${AGAIN}.`, cause);
  // Numbers stay as the workbook writes them: rounding is for those who know how many decimals a figure has.
  const sheets = await readWorkbook(bytes, { parseNumber: (written) => written, trim: false }).catch(damaged);
  if (sheets.length === 0) damaged();
  return {
    kind: 'sheets',
    sheets: sheets.map(({ data }) => ({
      csv: null,
      rows: data.map((row) => row.map(cellText)),
      lines: data.map((_, i) => i + 1),
    })),
  };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Official CSV files are in Shift_JIS (CP932) or in UTF-8. */
function decode(name: string, bytes: Buffer): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    const text = decodeAs(encoding, bytes);
    if (text !== null) return text;
  }
  // A character of which only the first bytes are there: the end of the file is missing.
  const isCut = [1, 2, 3].some(
    (n) => decodeAs('utf-8', bytes.subarray(0, -n)) ?? decodeAs('shift_jis', bytes.subarray(0, -n)),
  );
  return refuse(
    isCut
      ? `${name} was cut off: its last character is incomplete. ${AGAIN}.`
      : `${name} is neither an Excel file nor text in Shift_JIS or UTF-8. ${AGAIN}.`,
  );
}

function decodeAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readJson(name: string, text: string): Content {
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch (cause) {
    return refuse(`${name} is not complete JSON: it was cut off or edited. ${AGAIN}.`, cause);
  }
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function readCsv(name: string, text: string): Sheet {
  let records: CsvRecord[];
  try {
    records = parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      record_delimiter: ['\r\n', '\n'],
    }) as unknown as CsvRecord[];
  } catch (cause) {
    return refuse(`${name} was cut off or edited: a quoted field has no end. ${AGAIN}.`, cause);
  }
  return {
    csv: { isEnded: text.endsWith('\n') },
    rows: records.map(({ record }) => record),
    lines: records.map(({ record, info }) => info.lines - inner(record)),
  };
}

/** Line breaks inside a record: it is counted from its last line. */
const inner = (record: readonly string[]): number =>
  record.reduce((sum, field) => sum + (field.includes('\n') ? field.split('\n').length - 1 : 0), 0);

/** Every row of a CSV table is as long as its first; one that is not was cut off or edited. */
export function requireWholeRows(name: string, sheet: Sheet): void {
  const width = sheet.rows[0]?.length ?? 0;
  const at = sheet.rows.findIndex((row) => row.length !== width);
  if (at >= 0) {
    refuse(
      `${name} was cut off or edited: line ${sheet.lines[at]} has ${sheet.rows[at]!.length} fields instead of ${width}. ${AGAIN}.`,
    );
  }
}
