import { broken, shown, type SeedFile } from './broken.ts';

/** One line of a seed table, read field by field; every reader says file, line and column when a field is wrong. */
export class Row {
  readonly file: SeedFile;
  readonly line: number;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #fields: readonly string[];

  constructor(file: SeedFile, line: number, columns: ReadonlyMap<string, number>, fields: readonly string[]) {
    this.file = file;
    this.line = line;
    this.#columns = columns;
    this.#fields = fields;
  }

  /** The field as written; empty is allowed. */
  raw(column: string): string {
    return this.#fields[this.#columns.get(column)!]!;
  }

  text(column: string): string {
    const value = this.raw(column);
    return value === '' ? this.#wrong(column, 'must not be empty') : value;
  }

  textOrNull(column: string): string | null {
    return this.raw(column) || null;
  }

  /** A field of a fixed form, such as a code or a date. */
  matching(column: string, form: RegExp, called: string): string {
    const value = this.raw(column);
    return form.test(value) ? value : this.#wrong(column, `is not ${called}`);
  }

  oneOf<T extends string>(column: string, allowed: readonly T[]): T {
    const value = this.raw(column);
    return (
      allowed.find((one) => one === value) ?? this.#wrong(column, `must be one of ${allowed.join(', ')}`)
    );
  }

  /** Values separated by `|`; an empty field is an empty list. */
  list(column: string): string[] {
    const value = this.raw(column);
    if (value === '') return [];
    const parts = value.split('|');
    return parts.includes('') ? this.#wrong(column, 'has an empty value between |') : parts;
  }

  /** A whole number from 0 up. */
  count(column: string): number {
    const value = this.raw(column);
    return /^\d{1,12}$/u.test(value) ? Number(value) : this.#wrong(column, 'is not a whole number');
  }

  countOrNull(column: string): number | null {
    return this.raw(column) === '' ? null : this.count(column);
  }

  /** A number with at most one decimal. */
  tenthsOrNull(column: string): number | null {
    const value = this.raw(column);
    if (value === '') return null;
    return /^\d+(\.\d)?$/u.test(value)
      ? Number(value)
      : this.#wrong(column, 'is not a number with one decimal');
  }

  broken(what: string): never {
    return broken(this.file, this.line, what);
  }

  #wrong(column: string, what: string): never {
    return this.broken(`${column} ${what}: ${shown(this.raw(column))}`);
  }
}

/**
 * The rows of a seed table: one line a row, first line the column names exactly as given.
 * Fields may be quoted with `"` (doubled inside); a field never holds a line break.
 */
export function readCsv(file: SeedFile, columns: readonly string[]): Row[] {
  const lines = file.text.split('\n');
  if (lines.pop() !== '') broken(file, lines.length + 1, 'the last line must end with a line break');
  const header = lines[0]?.replace(/\r$/u, '') ?? '';
  if (header !== columns.join(',')) {
    broken(file, 1, `the columns must be ${columns.join(',')}, not ${shown(header)}`);
  }
  const places = new Map(columns.map((column, i) => [column, i]));
  return lines.slice(1).map((text, i) => {
    const fields = splitLine(text.endsWith('\r') ? text.slice(0, -1) : text);
    if (fields === null) return broken(file, i + 2, 'a quoted field is not closed properly');
    if (fields.length !== columns.length) {
      broken(file, i + 2, `has ${fields.length} fields instead of ${columns.length}`);
    }
    return new Row(file, i + 2, places, fields);
  });
}

/** Fields of one line, or `null` when its quotes do not match. */
function splitLine(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',');
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/uy;
  for (;;) {
    const found = field.exec(text);
    if (!found) return null;
    fields.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'));
    if (found[3] === '') return fields;
  }
}
