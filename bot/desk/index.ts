import type { Locale } from '../domain/locales.ts';
import type { Catalogue, Occupation } from '../domain/catalogue.ts';
import { matchAll } from '../domain/matching.ts';
import { searchNames } from '../domain/search.ts';
import { ALL_JAPAN, offerOf, wageOf, type WageFigure } from '../domain/wages.ts';
import { toFullWidth } from '../domain/text.ts';
import { say } from '../replies/words.ts';
import type { House } from './house.ts';
import type {
  CarryOver,
  CarryRequest,
  InformationDesk,
  OccupationItem,
  OpeningsAnswer,
  WageAnswer,
} from './port.ts';

/** Answers programs' questions about the catalogue. Pure: same house, same answers. */
export function openDesk(house: House): InformationDesk {
  const { catalogue } = house;
  const find = (id: number) => catalogue.occupations.get(id) ?? null;
  const item = (occupation: Occupation, locale: Locale, score: number | null): OccupationItem => ({
    id: occupation.id,
    ...occupation.texts[locale],
    score,
  });

  return {
    isOccupation: (id) => catalogue.occupations.has(id),
    occupations({ text, locale, limit, offset }) {
      if (text.trim() === '') {
        const all = [...catalogue.occupations.values()];
        return {
          total: all.length,
          items: all.slice(offset, offset + limit).map((occupation) => item(occupation, locale, null)),
        };
      }
      const hits = searchNames(house.searchIndex, text);
      return {
        total: hits.length,
        items: hits
          .slice(offset, offset + limit)
          .map(({ id, score }) => item(catalogue.occupations.get(id)!, locale, score)),
      };
    },
    occupation(id, locale, prefecture) {
      const occupation = find(id);
      if (!occupation) return null;
      const area = prefecture ?? ALL_JAPAN;
      const wage = wageAnswer(house, occupation, area, locale);
      const openings = openingsAnswer(house, occupation, area, locale);
      return {
        id,
        ...occupation.texts[locale],
        nameJa: occupation.name,
        reading: occupation.reading,
        aliases: locale === 'en' ? occupation.aliasesEn : occupation.aliases,
        codes: { mhlw: occupation.mhlwCodes, jsoc: occupation.jsocCodes },
        interests: occupation.interests,
        values: occupation.values,
        wage,
        openings,
        links: [
          { id: 'jobtag', url: catalogue.links.jobtag_occupation!.url.replace('{id}', String(id)) },
          { id: 'hellowork', url: catalogue.links.hellowork_search!.url },
        ],
        sources: [
          catalogue.sources.jobtag.attribution,
          ...(wage ? [wage.source] : []),
          ...(openings ? [openings.source] : []),
        ],
      };
    },
    wage(id, area, locale) {
      const occupation = find(id);
      return occupation && wageAnswer(house, occupation, area, locale);
    },
    match({ interests, values, limit, locale }) {
      const matches = matchAll(house.matchIndex, { interests, values });
      return (
        matches?.slice(0, limit).map(({ id, score, reasons, sharedValues }) => ({
          id,
          name: catalogue.occupations.get(id)!.texts[locale].name,
          score,
          reasons: [
            ...reasons.map((key) => ({ kind: 'interest' as const, key })),
            ...sharedValues.map((key) => ({ kind: 'value' as const, key })),
          ],
        })) ?? null
      );
    },
    questionnaire(locale) {
      const { id, version, scales, items } = catalogue.interestQuestionnaire;
      return {
        id,
        version,
        scales,
        answers: [1, 2, 3, 4, 5].map((value) => ({
          value,
          label: house.words.phrase(locale, say(`interests:scale.${value}`)),
        })),
        items: items.map((entry) => ({ id: entry.id, scale: entry.scale, text: entry.text[locale] })),
      };
    },
    carryOver: (page, request) => carryOver(house, page, request),
  };
}

function wageAnswer(house: House, occupation: Occupation, area: string, locale: Locale): WageAnswer | null {
  const wage = wageOf(house.catalogue.wages, occupation, area);
  return wage && inAnswer(house, wage, locale);
}

const inAnswer = (house: House, wage: WageFigure, locale: Locale): WageAnswer => ({
  annualYen: wage.annualYen,
  monthlyYen: wage.monthlyYen,
  bonusYen: wage.bonusYen,
  workers: wage.workers,
  measuredFor: house.catalogue.wages.groups.get(wage.measuredFor)!.names[locale],
  measuredForId: wage.measuredFor,
  area: wage.area,
  areaName: areaName(house, wage.area, locale),
  year: wage.year,
  fallback: wage.fallback,
  fallbackReason: wage.reason,
  source: house.catalogue.sources[wage.source].attribution,
});

function openingsAnswer(
  { catalogue }: { catalogue: Catalogue },
  occupation: Occupation,
  area: string,
  locale: Locale,
): OpeningsAnswer | null {
  const offer = offerOf(catalogue.offers, occupation, area);
  return (
    offer && {
      offeredMonthlyYen: offer.monthlyYen,
      offeredHourlyYen: offer.hourlyYen,
      openingsPerSeeker: offer.openingsPerSeeker,
      measuredFor: catalogue.offers.groups.get(offer.measuredFor)!.names[locale],
      area: offer.area,
      fiscalYear: offer.year,
      source: catalogue.sources[offer.source].attribution,
    }
  );
}

/** Our pages that carry conditions over, and the outside form each leads to. */
const CARRIED: Readonly<Record<string, string>> = {
  hellowork: 'hellowork_search',
  courses: 'funded_courses',
};

function carryOver(house: House, page: string, request: CarryRequest): CarryOver | null {
  const link = house.catalogue.links[CARRIED[page] ?? ''];
  if (!link?.form) return null;
  const { locale, prefecture } = request;
  const occupation = request.occupation === null ? null : house.catalogue.occupations.get(request.occupation);
  const words = (key: string) => house.words.phrase(locale, say(`go:${key}`));
  // The official sites search in Japanese, by the plain word: 「豆腐製造、豆腐職人」 → 「豆腐製造」, full-width.
  const keyword = occupation ? toFullWidth(occupation.name.split(/[、（(/]/u)[0]!) : '';
  const { form } = link;
  return {
    action: form.action,
    fields: [
      ...Object.entries(form.fields).map(([name, value]) => ({ name, value })),
      ...(prefecture ? form.prefectureFields.map((name) => ({ name, value: prefecture })) : []),
      ...(keyword ? [{ name: form.keywordField, value: keyword }] : []),
    ],
    conditions: [
      ...(keyword ? [{ label: words('keyword'), value: keyword }] : []),
      ...(prefecture && form.prefectureFields.length > 0
        ? [{ label: words('prefecture'), value: areaName(house, prefecture, locale) }]
        : []),
    ],
    copy: keyword,
    plain: link.url,
    words: {
      title: words(`${page}.title`),
      lead: words('lead'),
      go: words(`${page}.go`),
      plain: words('plain'),
      copy: words('copy'),
      privacy: words('privacy'),
    },
  };
}

const areaName = (house: House, area: string, locale: Locale): string =>
  house.words.phrase(locale, say('prefecture:name', { area: { prefecture: area } }));
