import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import XMLBuilder from 'fast-xml-builder';
import type { Response } from 'restify';
import { INTERESTS, WORK_VALUES, type InformationDesk, type OccupationSheet } from '../../bot/information.ts';
import type { Locale } from '../../domain/locales.ts';

/** Forms the whole catalogue can be had in. */
export const EXPORTS = {
  json: { type: 'application/json; charset=utf-8', write: inJson },
  csv: { type: 'text/csv; charset=utf-8', write: inCsv },
  xml: { type: 'application/xml; charset=utf-8', write: inXml },
} as const;
export type ExportForm = keyof typeof EXPORTS;

/**
 * Sends the whole catalogue piece by piece: it is megabytes, and making it takes longer than a turn may wait. Other
 * people's turns are served between the pieces.
 */
export async function sendExport(
  response: Response,
  form: ExportForm,
  desk: InformationDesk,
  locale: Locale,
): Promise<void> {
  for (const piece of EXPORTS[form].write(desk, locale)) {
    if (response.destroyed) return;
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    await setImmediate();
  }
  response.end();
}

function* inJson(desk: InformationDesk, locale: Locale): Iterable<string> {
  yield `{"version":${JSON.stringify(desk.version)},"lang":"${locale}","sources":${JSON.stringify(desk.sources())},"items":[\n`;
  let first = true;
  for (const sheet of desk.everything(locale)) {
    yield `${first ? '' : ',\n'}${JSON.stringify(sheet)}`;
    first = false;
  }
  yield '\n]}\n';
}

const xml = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
});

/** One `<occupation>` each; the values of a list are elements of the singular name, a missing value is an empty one. */
function* inXml(desk: InformationDesk, locale: Locale): Iterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<occupations version="${desk.version}" lang="${locale}">\n`;
  yield xml.build({ source: desk.sources().map((source) => ({ ...source })) });
  for (const { id, figures, ...sheet } of desk.everything(locale)) {
    const elements = inElements(sheet) as Record<string, unknown>;
    yield xml.build({ occupation: { '@id': id, ...elements, figure: figureElements(figures) } });
  }
  yield '</occupations>\n';
}

/** `<figure block="skills" key="writing">2.9</figure>`: some keys begin with a digit, which no element may. */
const figureElements = (figures: OccupationSheet['figures']) =>
  Object.entries(figures).flatMap(([block, columns]) =>
    Object.entries(columns ?? {}).flatMap(([key, value]) =>
      value === null ? [] : [{ '@block': block, '@key': key, '#text': value }],
    ),
  );

/** Lists get an element of their own around their values: `<aliases><item>…</item></aliases>`. */
function inElements(value: unknown): unknown {
  if (Array.isArray(value)) return { item: value.map(inElements) };
  if (typeof value !== 'object' || value === null) return withoutControls(value ?? '');
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inElements(inner)]));
}

/** XML 1.0 has no way to write control characters. */
const withoutControls = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '') : value;

type Column = readonly [name: string, value: (sheet: OccupationSheet) => unknown];
const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['name_ja', ({ nameJa }) => nameJa],
  ['name_en', ({ nameEn }) => nameEn],
  ['reading', ({ reading }) => reading],
  ['romaji', ({ romaji }) => romaji],
  ['aliases', ({ aliases }) => aliases],
  ['summary', ({ summary }) => summary],
  ['day', ({ story }) => story?.day],
  ['entry', ({ story }) => story?.entry],
  ['suits', ({ story }) => story?.suits],
  ['hard', ({ story }) => story?.hard],
  ['mhlw_codes', ({ codes }) => codes.mhlw],
  ['jsoc_codes', ({ codes }) => codes.jsoc],
  ['related_licences', ({ licences }) => licences],
  ['places', ({ angles }) => angles?.places],
  ['licence', ({ angles }) => angles?.licence],
  ['untrained', ({ angles }) => angles?.untrained],
  ['night', ({ angles }) => angles?.night],
  ['tags', ({ angles }) => angles?.tags],
  ['settings', ({ angles }) => angles?.settings],
  ...INTERESTS.map((key): Column => [`interest_${key}`, ({ interests }) => interests?.[key]]),
  ...WORK_VALUES.map((key): Column => [`value_${key}`, ({ values }) => values?.[key]]),
  ['annual_yen', ({ wage }) => wage?.annualYen],
  ['monthly_yen', ({ wage }) => wage?.monthlyYen],
  ['bonus_yen', ({ wage }) => wage?.bonusYen],
  ['wage_workers', ({ wage }) => wage?.workers],
  ['wage_measured_for', ({ wage }) => wage?.measuredFor],
  ['wage_year', ({ wage }) => wage?.year],
  ['offered_monthly_yen', ({ openings }) => openings?.offeredMonthlyYen],
  ['offered_hourly_yen', ({ openings }) => openings?.offeredHourlyYen],
  ['openings_per_seeker', ({ openings }) => openings?.openingsPerSeeker],
  ['openings_measured_for', ({ openings }) => openings?.measuredFor],
  ['openings_fiscal_year', ({ openings }) => openings?.fiscalYear],
  ['similar', ({ similar }) => similar.map(({ id }) => id)],
  ['sources', ({ sources }) => sources],
];

/** One line each, for spreadsheets: a byte order mark, CRLF, values of a list separated by `|`. Pay is of all Japan. */
function* inCsv(desk: InformationDesk, locale: Locale): Iterable<string> {
  yield `\ufeff${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for (const sheet of desk.everything(locale)) {
    yield `${COLUMNS.map(([, value]) => quoted(value(sheet))).join(',')}\r\n`;
  }
}

function quoted(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = Array.isArray(value) ? value.join('|') : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
