import type { Content, InputFile, Sheet } from './content.ts';
import { compact, narrow } from './numbers.ts';
import { refuse } from './refuse.ts';

/** Options that take files, and what belongs to each. */
export const GROUPS = ['jobtag', 'wages', 'hellowork'] as const;
export type Group = (typeof GROUPS)[number];

/** Every kind of official file there is a use for (or, for new graduates, may be one). */
export const KINDS = {
  figures: { group: 'jobtag', holds: 'the figures of job tag (簡易版数値系)' },
  descriptions: { group: 'jobtag', holds: 'the descriptions of job tag (解説系)' },
  majorWages: { group: 'wages', holds: 'wages (第2表)' },
  occupationWages: { group: 'wages', holds: 'wages (第3表)' },
  newGraduates: { group: 'wages', holds: 'starting pay of new graduates (第4表)' },
  minimumWages: { group: 'wages', holds: 'minimum wages' },
  payIndex: { group: 'hellowork', holds: 'the years and groups of offered pay (offered_wages_index)' },
  pay: { group: 'hellowork', holds: 'offered pay (offered_wages_prefecture_occupation)' },
  openingsIndex: { group: 'hellowork', holds: 'the years and groups of openings (openings_index)' },
  openings: { group: 'hellowork', holds: 'openings (openings_prefecture_occupation)' },
} as const satisfies Record<string, { group: Group; holds: string }>;
export type Kind = keyof typeof KINDS;

/** Says by its content what a file is; refuses one there is no use for. */
export function recognise({ name, content }: InputFile): Kind {
  const kind = content.kind === 'json' ? jsonKind(content.value) : sheetsKind(name, content.sheets);
  return (
    kind ??
    refuse(
      `${name} is none of the files this command reads: see docs/add-a-data-year.md for which to download.`,
    )
  );
}

/** Refuses a file that was given to the option of another group. */
export function requireGroup(name: string, kind: Kind, group: Group): void {
  const { group: wanted, holds } = KINDS[kind];
  if (wanted !== group) refuse(`${name} holds ${holds}: give it to --${wanted}`);
}

const IPD = /^IPD_\d{2}_/u;

/** The place of the row that names the columns by their IPD ids; -1 when a sheet has none. */
export const ipdRow = ({ rows }: Sheet): number =>
  rows.findIndex((row) => row.filter((cell) => IPD.test(cell.trim())).length >= 10);

/** The first sheet of job tag's data in a workbook or CSV. */
export const jobtagSheet = (content: Content): Sheet | null =>
  (content.kind === 'sheets' && content.sheets.find((sheet) => ipdRow(sheet) >= 0)) || null;

function sheetsKind(name: string, sheets: readonly Sheet[]): Kind | null {
  const jobtag = jobtagSheet({ kind: 'sheets', sheets });
  if (jobtag) {
    const ids = jobtag.rows[ipdRow(jobtag)]!.map((cell) => cell.trim());
    if (ids.some((id) => id.startsWith('IPD_04_'))) return 'figures';
    return ids.some((id) => id.startsWith('IPD_03_01_')) ? 'descriptions' : null;
  }
  if (sheets.some(({ rows }) => isMinimumWages(rows[0] ?? []))) return 'minimumWages';
  const title = sheets.map(titleOf).join('');
  return title.includes('賃金構造基本統計調査') ? surveyKind(name, title) : null;
}

/** What stands above the table of a survey's sheet. */
export const titleOf = ({ rows }: Sheet): string =>
  compact(
    narrow(
      rows
        .slice(0, 6)
        .flatMap((row) => [...new Set(row)])
        .join('\n'),
    ),
  );

/** Tables are known by what they are about: their numbers are written in more than one way (都道府県第２表). */
function surveyKind(name: string, title: string): Kind {
  if (title.includes('新規学卒者')) return 'newGraduates';
  if (title.includes('都道府県') && title.includes('(一般労働者)')) {
    if (title.includes('職種(大分類)')) return 'majorWages';
    if (title.includes('職種(特掲)')) return 'occupationWages';
  }
  return refuse(
    `${name} is another table of the wage survey: this command reads 都道府県別第2表 (職種大分類) and 第3表 (職種特掲) of 一般労働者, in four parts each.`,
  );
}

/** Columns of the list of minimum wages for one fiscal year. */
export const MINIMUM_YEN = /^fy(\d{4})_yen$/u;

const isMinimumWages = (header: readonly string[]): boolean =>
  header.includes('pref_code') && header.some((column) => MINIMUM_YEN.test(column));

function jsonKind(value: unknown): Kind | null {
  if (Array.isArray(value)) {
    const first: unknown = value[0];
    if (!isObject(first) || !('p' in first) || !('o' in first)) return null;
    if ('fw' in first && 'pw' in first) return 'pay';
    return 'a' in first ? 'openings' : null;
  }
  if (!isObject(value) || !('years' in value) || !('occupations' in value)) return null;
  if ('employmentCount' in value) return 'openingsIndex';
  return 'seriesCount' in value ? 'payIndex' : null;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
