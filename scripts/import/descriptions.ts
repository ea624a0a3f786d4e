import { DESCRIPTION, DESCRIPTION_LISTS } from './ipd.ts';
import { oneLine, type JobtagRecord, type JobtagTable } from './jobtag.ts';
import { compact, narrow } from './numbers.ts';
import { AGAIN, refuse, shown } from './refuse.ts';

/** Names, codes and licences of one occupation, and its official texts. */
export interface DescriptionRecord {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Main code first. */
  readonly mhlwCodes: readonly string[];
  readonly jsocCodes: readonly string[];
  readonly licences: readonly string[];
  readonly texts: OfficialParts;
}
/** The parts of an official description as published; empty where there is none. */
export type OfficialParts = Readonly<
  Record<'summary' | 'whatItIs' | 'howToBecome' | 'workingConditions', string>
>;

export interface DescriptionFile extends Pick<JobtagTable, 'file' | 'version' | 'published'> {
  readonly records: readonly DescriptionRecord[];
}

/** Job tag's description file (解説系). */
export function readDescriptionFile(table: JobtagTable): DescriptionFile {
  const { file, version, published, labels } = table;
  for (const ipd of Object.values(DESCRIPTION)) {
    if (!labels.has(ipd)) refuse(`${file} has no column ${ipd}. ${AGAIN}.`);
  }
  const lists = {
    mhlw: listColumns('mhlw'),
    jsoc: listColumns('jsoc'),
    aliases: listColumns('aliases'),
    licences: listColumns('licences'),
  };
  return { file, version, published, records: table.records.map(readRecord) };

  function listColumns(name: keyof typeof DESCRIPTION_LISTS): string[] {
    const { prefix, label } = DESCRIPTION_LISTS[name];
    const ids = [...labels.keys()].filter((ipd) => ipd.startsWith(prefix) && !ipd.endsWith('_000'));
    const other = ids.find((ipd) => !compact(narrow(labels.get(ipd)!)).startsWith(compact(narrow(label))));
    if (ids.length === 0) refuse(`${file} has no column ${prefix}001 (${label}１). ${AGAIN}.`);
    if (other !== undefined) {
      refuse(
        `${file}: ${other} was 「${label}」 and is now 「${labels.get(other)}」: the columns have another meaning in this version, so scripts/import/ipd.ts must be changed first.`,
      );
    }
    return ids;
  }

  function readRecord(record: JobtagRecord): DescriptionRecord {
    const { id, name, field } = record;
    const values = (ipds: readonly string[]) =>
      [...new Set(ipds.map((ipd) => oneLine(field(ipd))))].filter(Boolean);
    const text = (ipd: string) => field(ipd).replaceAll('\r\n', '\n');
    const aliases = values(lists.aliases);
    const licences = values(lists.licences);
    const clash = [...aliases, ...licences].find((value) => value.includes('|'));
    if (clash !== undefined)
      refuse(`${file}, line ${record.line}: ${shown(clash)} holds the sign |. ${AGAIN}.`);
    return {
      id,
      name,
      aliases,
      mhlwCodes: values([DESCRIPTION.mhlwMain, ...lists.mhlw])
        .map(mhlwCode(file, record))
        .filter(isFirst),
      jsocCodes: values([DESCRIPTION.jsocMain, ...lists.jsoc])
        .map(jsocCode(file, record))
        .filter(isFirst),
      licences,
      texts: {
        summary: text(DESCRIPTION.summary),
        whatItIs: text(DESCRIPTION.whatItIs),
        howToBecome: text(DESCRIPTION.howToBecome),
        workingConditions: text(DESCRIPTION.workingConditions),
      },
    };
  }
}

const isFirst = (value: string, i: number, all: readonly string[]): boolean => all.indexOf(value) === i;

/** 「12_072-06」; version 6.00 has a few with `-` for `_`. */
const mhlwCode =
  (file: string, { line }: JobtagRecord) =>
  (written: string): string => {
    const parts = /^(\d{2})[_-](\d{3}-\d{2})$/u.exec(narrow(written));
    return parts
      ? `${parts[1]}_${parts[2]}`
      : refuse(
          `${file}, line ${line}: ${shown(written)} is no code like 12_072-06 (厚労省編職業分類). ${AGAIN}.`,
        );
  };

const jsocCode =
  (file: string, { line }: JobtagRecord) =>
  (written: string): string => {
    const code = narrow(written);
    return /^[A-Z]\d{3}$/u.test(code)
      ? code
      : refuse(`${file}, line ${line}: ${shown(written)} is no code like H533 (日本標準職業分類). ${AGAIN}.`);
  };
