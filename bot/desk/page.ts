import { PLACES, type Angles, type Occupation, type OfficialText } from '../../domain/catalogue.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import type { Param } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { OccupationSheet, StrengthItem } from '../information.ts';
import {
  FRAME_WORDS,
  MISSING_WORDS,
  OCCUPATION_WORDS,
  type MissingPage,
  type OccupationPage,
  type OccupationPicture,
  type PageFrame,
  type PageWords,
} from '../pages.ts';
import { paySection } from './page-pay.ts';
import { sourceNotes } from './page-sources.ts';
import { sheetOf } from './sheet.ts';

/** Says a key of `locales/<lng>/page.json`. */
export type Tell = (key: string, params?: Readonly<Record<string, Param>>) => string;

export const teller =
  (house: House, locale: Locale): Tell =>
  (key, params) =>
    house.words.phrase(locale, say(key.includes(':') ? key : `page:${key}`, params));

/** The fixed words of a part of a page. */
export const fixedWords = <K extends readonly string[]>(
  tell: Tell,
  node: string,
  keys: K,
  params?: Readonly<Record<string, Param>>,
): PageWords<K> =>
  Object.fromEntries(keys.map((key) => [key, tell(`${node}.${key}`, params)])) as PageWords<K>;

export const pageFrame = (house: House, locale: Locale): PageFrame => {
  const tell = teller(house, locale);
  return {
    locale,
    frame: fixedWords(tell, 'frame', FRAME_WORDS),
    languages: LOCALES.map((other) => ({ locale: other, name: tell(`language:name.${other}`) })),
  };
};

/** Everything the page of an occupation says, in words of the language. `at`: ISO time, for what is in force. */
export function occupationPage(
  house: House,
  occupation: Occupation,
  locale: Locale,
  prefecture: string | null,
  at: string,
): OccupationPage {
  const tell = teller(house, locale);
  const sheet = sheetOf(house, occupation, locale, prefecture);
  const { id } = occupation;
  const name = { occupation: id } as const;
  const summary = sheet.summary;
  return {
    ...pageFrame(house, locale),
    id,
    prefecture,
    words: {
      ...fixedWords(tell, 'occupation', OCCUPATION_WORDS, { name, summary: summary ?? '' }),
      description: tell('occupation.description', { summary: summary ?? tell('it', { it: name }) }).trim(),
    },
    ...namesOf(occupation, locale, tell),
    summary,
    payload: `occupation:open:${id}`,
    story: sheet.story,
    angles: sheet.angles ? anglesInWords(sheet.angles, tell) : [],
    strengths: strengthsInWords(sheet, tell),
    pay: paySection(house, occupation, locale, prefecture, at, tell),
    similar: sheet.similar.map((other) => ({
      id: other.id,
      name: tell('it', { it: { occupation: other.id } }),
      why:
        other.shared.length > 0
          ? tell('occupation:similar.shared', { figures: { list: other.shared.map((one) => one.name) } })
          : tell(`occupation:similar.${other.score === null ? 'field' : 'whole'}`),
    })),
    ladder: sheet.ladder && {
      steps: sheet.ladder.steps.map((step) => ({
        id: step.occupation === id ? null : step.occupation,
        title: step.title,
        needs: step.needs,
      })),
      elsewhere: sheet.ladder.elsewhere.map((other) => ({
        id: other.occupation,
        name: tell('it', { it: { occupation: other.occupation } }),
        text: other.text,
      })),
    },
    terms: sheet.terms.map((term) => ({
      id: term.id,
      name: tell('it', { it: { entry: term.id, form: 'name' } }),
    })),
    links: linksOf(sheet, locale, prefecture, tell),
    official: sheet.official && officialParts(sheet.official, tell),
    sources: sourceNotes(house, occupation, locale, prefecture, at, tell),
    pictureAlt: pictureAlt(pictureOf(occupation), tell),
  };
}

export const missingPage = (house: House, locale: Locale): MissingPage => ({
  ...pageFrame(house, locale),
  words: fixedWords(teller(house, locale), 'missing', MISSING_WORDS),
  payload: 'search:open',
});

/** What its preview picture is drawn from. */
export const pictureOf = ({ angles, interests }: Occupation): OccupationPicture => ({
  place: angles?.places[0] ?? null,
  interests,
});

/** The reading behind a name in ja-easy: 「洋菓子製造、パティシエ（ようがしせいぞう、パティシエ）」. */
const READING = /^(.+)（([^（）\p{Script=Han}]*\p{Script=Hiragana}[^（）\p{Script=Han}]*)）$/u;

function namesOf(
  { texts, romaji }: Occupation,
  locale: Locale,
  tell: Tell,
): Pick<OccupationPage, 'name' | 'otherNames'> {
  const tidy = (text: string) => text.replaceAll('（', '(').replaceAll('）', ')');
  const [, base, reading] = READING.exec(texts['ja-easy'].name) ?? [];
  const inJapanese = tidy(texts.ja.name);
  const readings = [
    ...(reading !== undefined ? [{ text: reading, lang: 'ja' }] : []),
    ...(romaji ? [{ text: romaji, lang: 'ja-Latn' }] : []),
  ];
  const inEnglish = { text: texts.en.name, lang: 'en' };
  switch (locale) {
    case 'ja':
      return { name: { text: inJapanese, reading: null }, otherNames: readings.slice(0, 1) };
    case 'ja-easy':
      return {
        name: { text: tidy(base ?? texts['ja-easy'].name), reading: reading ?? null },
        otherNames: [...readings.slice(-1), inEnglish],
      };
    default:
      return {
        name: { text: tell('it', { it: texts[locale].name }), reading: null },
        otherNames: [{ text: inJapanese, lang: 'ja' }, ...readings],
      };
  }
}

function anglesInWords(angles: Angles, tell: Tell): OccupationPage['angles'] {
  const keys = [
    ...(angles.untrained ? ['untrained'] : []),
    ...(angles.licence === 'none' ? [] : [`licence.${angles.licence}`]),
    ...(angles.night === 'no' ? [] : [`night.${angles.night}`]),
    ...angles.settings,
    ...angles.tags,
  ];
  return [
    ...angles.places.map((place) => ({ text: tell(`place.${place}`), place })),
    ...keys.map((key) => ({ text: tell(`angle.${key}`), place: null })),
  ];
}

/** Subjects, tasks and skills that stand out, one line each; `null` where job tag has no figures of them. */
function strengthsInWords({ figures, strengths }: OccupationSheet, tell: Tell): OccupationPage['strengths'] {
  const blocks = ['work_activities', 'knowledge', 'skills'];
  if (blocks.every((block) => !figures[block])) return null;
  return blocks.flatMap((block) => {
    const names = strengths.filter((one: StrengthItem) => one.block === block).map(({ name }) => name);
    return names.length > 0 ? [{ label: tell(`strength.${block}`), names }] : [];
  });
}

const OFFICIAL_PARTS = ['summary', 'whatItIs', 'howToBecome', 'workingConditions'] as const;

const officialParts = (official: OfficialText, tell: Tell): OccupationPage['official'] => ({
  parts: OFFICIAL_PARTS.filter((part) => official[part] !== '').map((part) => ({
    heading: tell(`official.${part}`),
    text: official[part],
  })),
  attribution: official.attribution,
});

function linksOf(
  { id, links }: OccupationSheet,
  locale: Locale,
  prefecture: string | null,
  tell: Tell,
): OccupationPage['links'] {
  const jobtag = links.find((link) => link.id === 'jobtag')!.url;
  const query = new URLSearchParams({
    occupation: String(id),
    ...(prefecture !== null && { prefecture }),
    lang: locale,
  });
  return [
    { ...linkWords('jobtag', tell), url: jobtag },
    { ...linkWords('hellowork', tell), url: `/go/hellowork?${query}` },
  ];
}

const linkWords = (link: string, tell: Tell) => ({
  label: tell(`link.${link}.label`),
  note: tell(`link.${link}.note`),
});

const pictureAlt = ({ place, interests }: OccupationPicture, tell: Tell): string =>
  tell(interests ? 'picture.full' : 'picture.bare', { place: tell(`place.${place ?? PLACES[1]}`) });
