import { createHash } from 'node:crypto';
import type { AreaCode } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { findPrefectures } from '../../domain/places.ts';
import { nearestPrefecture } from '../../domain/whereabouts.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { GlossaryItem, InformationDesk, MapPlace, PrefectureItem } from '../information.ts';
import { carryOver } from './carry-over.ts';
import { glossaryPage } from './page-glossary.ts';
import { matchAnswer } from './match.ts';
import { allOf, findAll } from './find.ts';
import { questionnaireSheet } from './questionnaires.ts';
import { missingPage, occupationPage, pictureOf } from './page.ts';
import { wageAnswer } from './pay.ts';
import { sheetOf } from './sheet.ts';
import { matchByTasks, taskItems } from './tasks.ts';

/** Answers programs' questions about the catalogue. Pure: same house, same answers. */
export function openDesk(house: House): InformationDesk {
  const { catalogue } = house;
  const find = (id: number) => catalogue.occupations.get(id) ?? null;

  return {
    version: versionOf(house),
    isOccupation: (id) => catalogue.occupations.has(id),
    occupations({ text, locale, prefecture, limit, offset }) {
      const hits = text.trim() === '' ? allOf(house) : findAll(house, text, locale);
      return {
        total: hits.length,
        items: hits.slice(offset, offset + limit).map(({ id, score, why }) => {
          const occupation = catalogue.occupations.get(id)!;
          const { name, summary } = occupation.texts[locale];
          return {
            ...{ id, name, summary, score, why },
            ...(prefecture !== null && { wage: wageAnswer(house, occupation, prefecture, locale) }),
          };
        }),
      };
    },
    occupation(id, locale, prefecture) {
      const occupation = find(id);
      return occupation && sheetOf(house, occupation, locale, prefecture);
    },
    *everything(locale) {
      for (const occupation of catalogue.occupations.values()) {
        yield sheetOf(house, occupation, locale, null);
      }
    },
    prefectures: (locale) => prefectures(house, locale),
    prefectureAt: (place) => prefectureAt(house, place),
    glossary: (locale) => glossary(house, locale),
    sources: () => Object.values(catalogue.sources),
    wage(id, area, locale) {
      const occupation = find(id);
      return occupation && wageAnswer(house, occupation, area, locale);
    },
    tasks: (locale) => taskItems(house, locale),
    isTask: (id) => catalogue.tasks.has(id),
    match: (request) =>
      request.tasks ? matchByTasks(house, request, request.tasks) : matchAnswer(house, request),
    questionnaire: (name, locale) => questionnaireSheet(house, name, locale),
    carryOver: (page, request) => carryOver(house, page, request),
    occupationPage(id, locale, prefecture, at) {
      const occupation = find(id);
      return occupation && occupationPage(house, occupation, locale, prefecture, at);
    },
    occupationPicture(id) {
      const occupation = find(id);
      return occupation && pictureOf(occupation);
    },
    glossaryPage: (locale) => glossaryPage(house, locale),
    missingPage: (locale) => missingPage(house, locale),
  };
}

const versionOf = ({ catalogue, words }: House): string =>
  createHash('sha256').update(`${catalogue.version} ${words.version}`).digest('base64url').slice(0, 16);

/** An address names its prefecture best: a town just across the border may be nearer. */
function prefectureAt({ catalogue }: House, { address = '', ...point }: MapPlace): AreaCode | null {
  const [named, ...others] = findPrefectures(catalogue.prefectures.values(), address.slice(0, 200));
  const nearest = nearestPrefecture(catalogue.towns, point);
  // Streets are called after towns of other prefectures: a name counts only where the map agrees that it is Japan.
  return named !== undefined && others.length === 0 && nearest !== null ? named : nearest;
}

const prefectures = ({ catalogue, words }: House, locale: Locale): PrefectureItem[] =>
  [...catalogue.prefectures.values()].map(({ code, names, region }) => ({
    code,
    name: names[locale],
    region,
    regionName: words.phrase(locale, say(`prefecture:region.${region}`)),
    minimumWages: catalogue.minimumWages
      .filter(({ area }) => area === code)
      .map(({ hourlyYen, from }) => ({ hourlyYen, from })),
  }));

const glossary = ({ catalogue }: House, locale: Locale): GlossaryItem[] =>
  [...catalogue.glossary.values()].map((entry) => ({
    id: entry.id,
    name: entry.names[locale],
    term: entry.term,
    reading: entry.reading,
    also: locale === 'en' ? entry.alsoEn : entry.also,
    text: entry.texts[locale],
    see: entry.see,
  }));
