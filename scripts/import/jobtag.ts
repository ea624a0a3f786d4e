import { requireWholeRows, type InputFile } from './content.ts';
import { OCCUPATION_ID, OCCUPATION_NAME } from './ipd.ts';
import { narrow } from './numbers.ts';
import { ipdRow, jobtagSheet } from './recognise.ts';
import { AGAIN, refuse, shown } from './refuse.ts';

/** One of job tag's download files: what it says of itself, and its occupations. */
export interface JobtagTable {
  /** Name of the file, for messages. */
  readonly file: string;
  /** As published: `7.00`. */
  readonly version: string;
  /** ISO date of its last change. */
  readonly published: string;
  /** What each column is called, by IPD id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly records: readonly JobtagRecord[];
}
export interface JobtagRecord {
  readonly line: number;
  readonly id: number;
  readonly name: string;
  /** A field by IPD id, spaces around it removed. */
  readonly field: (ipd: string) => string;
}

/** Reads what all of job tag's files have in common: version, date, IPD ids, one row an occupation. */
export function readJobtag({ name, content }: InputFile): JobtagTable {
  const sheet = jobtagSheet(content)!;
  if (sheet.csv) requireWholeRows(name, sheet);
  if (sheet.csv?.isEnded === false) refuse(`${name} was cut off: its last line has no end. ${AGAIN}.`);
  const at = ipdRow(sheet);
  const columns = new Map(
    sheet.rows[at]!.map((cell, i) => [cell.trim(), i] as const).filter(([id]) => id.startsWith('IPD_')),
  );
  const idColumn = columns.get(OCCUPATION_ID);
  const nameColumn = columns.get(OCCUPATION_NAME);
  if (idColumn === undefined || nameColumn === undefined) {
    return refuse(
      `${name} has no column ${OCCUPATION_ID} (収録番号) or ${OCCUPATION_NAME} (職業名). ${AGAIN}.`,
    );
  }
  const labels = [at - 1, at + 1]
    .map((i) => sheet.rows[i])
    .find((row) => row?.[idColumn]?.trim() === '収録番号');
  if (!labels)
    return refuse(`${name} has no row of column names (収録番号, 職業名 …) beside the IPD ids. ${AGAIN}.`);
  const used = [...columns.values()];
  const records = sheet.rows.flatMap((row, i): JobtagRecord[] => {
    if (i <= at || row === labels || used.every((column) => (row[column] ?? '').trim() === '')) return [];
    const line = sheet.lines[i]!;
    const field = (ipd: string) => (row[columns.get(ipd) ?? -1] ?? '').trim();
    const id = narrow(field(OCCUPATION_ID));
    if (!/^[1-9]\d{0,4}$/u.test(id)) {
      refuse(`${name}, line ${line}: 収録番号 is ${shown(id)}, not a number. ${AGAIN}.`);
    }
    const occupation = oneLine(field(OCCUPATION_NAME));
    if (occupation === '') refuse(`${name}, line ${line}: occupation ${id} has no name. ${AGAIN}.`);
    return [{ line, id: Number(id), name: occupation, field }];
  });
  refuseTwice(name, records);
  return {
    file: name,
    ...published(name, sheet.rows.slice(0, at)),
    labels: new Map([...columns].map(([id, i]) => [id, labels[i]?.trim() ?? ''])),
    records,
  };
}

function refuseTwice(name: string, records: readonly JobtagRecord[]): void {
  const lines = new Map<number, number>();
  for (const { id, line } of records) {
    const other = lines.get(id);
    if (other !== undefined)
      refuse(`${name}: occupation ${id} is there twice, in lines ${other} and ${line}. ${AGAIN}.`);
    lines.set(id, line);
  }
  if (records.length === 0) refuse(`${name} lists no occupation. ${AGAIN}.`);
}

/** 「version 7.00」 and the date below 「【最終更新日】」, in the lines above the table. */
function published(
  name: string,
  above: readonly (readonly string[])[],
): { version: string; published: string } {
  const version = above
    .flat()
    .map((cell) => /^version\s*(\d+\.\d+)$/iu.exec(narrow(cell).trim())?.[1])
    .find((found) => found !== undefined);
  if (version === undefined) return refuse(`${name} does not say its version (“version 7.00”). ${AGAIN}.`);
  const places = above.flatMap((row, y) =>
    row.flatMap((cell, x) => (cell.includes('最終更新日') ? [[y, x]] : [])),
  );
  const date = places
    .flatMap(([y, x]) => [0, 1, 2, 3].map((down) => isoDate(above[y! + down]?.[x!] ?? '')))
    .find((found) => found !== null);
  if (!date) return refuse(`${name} does not say the day of its last change (最終更新日). ${AGAIN}.`);
  return { version, published: date };
}

function isoDate(text: string): string | null {
  const found = /(20\d\d)[/.年-](\d{1,2})[/.月-](\d{1,2})/u.exec(narrow(text));
  return found && `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
}

/** A name or list entry as one line. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n]\s*/gu, '').trim();
