import type { AreaCode, Occupation, Prefecture } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { ALL_JAPAN, payPicture, type WageFigure } from '../../domain/wages.ts';
import { offerFacts, wageFact } from '../../dialogs/pay.ts';
import type { Fact, Phrase } from '../../replies/reply.ts';
import { japaneseDay } from '../formats.ts';
import type { House } from '../house.ts';
import type { PaySection } from '../pages.ts';
import type { Tell } from './page.ts';
import { payMap } from './page-map.ts';

/** What an occupation pays in a prefecture, or with `null` in all Japan, and in all prefectures side by side. */
export function paySection(
  house: House,
  occupation: Occupation,
  locale: Locale,
  prefecture: AreaCode | null,
  at: string,
  tell: Tell,
): PaySection {
  const { catalogue } = house;
  const picture = payPicture(catalogue, occupation, prefecture ?? ALL_JAPAN, japaneseDay(at));
  const { wage } = picture;
  const inWords = ({ label, value, note }: Fact<Phrase>): Fact => ({
    label: spoken(label),
    value: spoken(value),
    ...(note && { note: spoken(note) }),
  });
  const spoken = (phrase: Phrase) => house.words.phrase(locale, phrase);
  const { label, value, note } = inWords(wageFact(picture));
  const allJapan = payPicture(catalogue, occupation, ALL_JAPAN, japaneseDay(at));
  return {
    annual: { label, value },
    fallback: wage?.fallback ? note! : null,
    national:
      prefecture !== null && allJapan.wage && wage?.fallback !== 'national'
        ? withoutNote(inWords(wageFact(allJapan)))
        : null,
    parts: wage ? partsOf(wage, tell) : [],
    caution: wage ? tell('wages:single.caution') : null,
    around: [
      ...offerFacts(picture).map(inWords),
      ...(prefecture === null
        ? [{ label: tell('occupation.minimum'), value: tell('occupation.minimumUnknown') }]
        : []),
    ],
    map: payMap(house, occupation, prefecture, tell),
    regions: regionsOf(catalogue.prefectures.values(), tell),
  };
}

const withoutNote = ({ label, value }: Fact): Fact => ({ label, value });

const partsOf = (wage: WageFigure, tell: Tell): Fact[] => [
  { label: tell('part.monthly'), value: tell('it', { it: { manyen: wage.monthlyYen } }) },
  { label: tell('part.bonus'), value: tell('it', { it: { manyen: wage.bonusYen } }) },
  { label: tell('part.workers'), value: tell('part.people', { workers: wage.workers }) },
  { label: tell('part.group'), value: tell('it', { it: { wageGroup: wage.measuredFor } }) },
  { label: tell('part.area'), value: tell('it', { it: { prefecture: wage.area } }) },
  { label: tell('part.time'), value: tell('part.survey', { year: String(wage.year) }) },
];

function regionsOf(prefectures: Iterable<Prefecture>, tell: Tell): PaySection['regions'] {
  const regions = new Map<string, { code: string; name: string }[]>();
  for (const { code, region } of prefectures) {
    const members = regions.get(region) ?? [];
    members.push({ code, name: tell('it', { it: { prefecture: code } }) });
    regions.set(region, members);
  }
  return [...regions].map(([region, members]) => ({
    name: tell(`prefecture:region.${region}`),
    prefectures: members,
  }));
}
