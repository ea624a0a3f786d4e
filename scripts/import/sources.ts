import type { SourceId } from '../../domain/catalogue.ts';
import { refuse } from './refuse.ts';

/** Fields of seeds/sources.json that an import changes; the others are kept by hand. */
export type SourceFields = Readonly<Record<string, string | number>>;
export type SourceChanges = Partial<Record<SourceId, SourceFields>>;

/** Sources as seeds/sources.json has them. */
export type Sources = Readonly<Record<SourceId, Readonly<Record<string, unknown>>>>;

/**
 * `sources.json` with some fields changed; every other line stays as it is, to the byte. A field that is not there
 * yet comes after `version`.
 */
export function changeSources(text: string, changes: SourceChanges): string {
  return Object.entries(changes).reduce((before, [id, fields]) => changeSource(before, id, fields), text);
}

function changeSource(text: string, id: string, fields: SourceFields): string {
  const start = text.search(new RegExp(`^ {2}"${id}": \\{$`, 'mu'));
  const end = text.indexOf('\n  }', start);
  if (start < 0 || end < 0)
    refuse(`seeds/sources.json has no source ${id} in the usual form: restore the file.`);
  const changed = Object.entries(fields).reduce(
    (block, [field, value]) => changeField(block, field, JSON.stringify(value)),
    text.slice(start, end),
  );
  return `${text.slice(0, start)}${changed}${text.slice(end)}`;
}

function changeField(block: string, field: string, value: string): string {
  const line = new RegExp(`^( {4}"${field}": )("(?:[^"\\\\]|\\\\.)*"|[\\d.]+)(,?)$`, 'mu');
  if (line.test(block))
    return block.replace(line, (_, start: string, __, comma: string) => `${start}${value}${comma}`);
  return block.replace(
    /^( {4}"version": (?:"(?:[^"\\]|\\.)*"))(,?)$/mu,
    (_, version: string, comma: string) => `${version},\n    "${field}": ${value}${comma}`,
  );
}

const JOBTAG_PAGE = '職業情報提供サイト（job tag）（https://shigoto.mhlw.go.jp/User/download）';
const figuresTitle = (version: string): string =>
  `職業情報データベース 簡易版数値系ダウンロードデータ ver.${version}`;
const descriptionsTitle = (version: string): string =>
  `職業情報データベース 解説系ダウンロードデータ ver.${version}`;

/** The versions of job tag's data in use: of the figures, and of the names where they came in another file. */
export interface JobtagVersions {
  readonly figures: string;
  readonly descriptions: string | null;
  readonly published: string;
}

export function jobtagFields({ figures, descriptions, published }: JobtagVersions): SourceFields {
  const titles = [figuresTitle(figures), ...(descriptions === null ? [] : [descriptionsTitle(descriptions)])];
  return {
    title: titles.join('、'),
    attribution: `${titles.map((title) => `『${title}』`).join('')}${JOBTAG_PAGE}を加工して作成`,
    published,
    version: figures,
    ...(descriptions === null ? {} : { description_version: descriptions }),
  };
}

/** 2025 → 令和7年. */
export const era = (year: number): string => `令和${year === 2019 ? '元' : year - 2018}年`;

/** The survey of a year comes out in the next; the month of the first import by hand is kept for its year. */
export const surveyFields = (year: number, present: Sources['wage_survey']): SourceFields => ({
  title: `${era(year)}賃金構造基本統計調査 都道府県別 第2表・第3表（一般労働者、男女計）`,
  attribution: `厚生労働省「${era(year)}賃金構造基本統計調査」を加工して作成`,
  published: present['year'] === year ? String(present['published']) : String(year + 1),
  version: era(year),
  year,
});

export const offersFields = (offers: {
  readonly year: number;
  readonly edition: string;
  readonly asOf: string;
}): SourceFields => ({
  title: `職業安定業務統計 雇用関係指標（年度） 第4・5・10表（${offers.year}年度）`,
  published: offers.asOf.slice(0, 4),
  version: `${offers.edition}, tables as of ${offers.asOf}`,
  year: offers.year,
});

export const minimumFields = (years: readonly number[]): SourceFields => ({
  title: `地域別最低賃金（${years.map((year) => `${era(year)}度`).join('・')}）`,
  published: String(years.at(-1)),
  version:
    years.length < 2
      ? `FY${years[0]}`
      : `${years
          .slice(0, -1)
          .map((year) => `FY${year}`)
          .join(', ')} and FY${years.at(-1)}`,
});
