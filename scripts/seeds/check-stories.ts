import type { Catalogue, OccupationStory } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { SEED_PATHS } from '../../seeds/files.ts';
import type { LinesById } from './check-coverage.ts';
import { doubleNegatives, easySentences, unreadKanji } from './voice.ts';

/** Longest texts of docs/voice.md, in characters. */
const MOST: Readonly<Record<Locale, Readonly<Record<'day' | 'entry' | 'suits' | 'hard', number>>>> = {
  ja: { day: 42, entry: 110, suits: 55, hard: 55 },
  // Counted by sentence; the whole may be longer because of the readings.
  'ja-easy': { day: 90, entry: 200, suits: 90, hard: 90 },
  en: { day: 95, entry: 230, suits: 120, hard: 120 },
};
/** Pay, hours and numbers of people belong into the data, with their source. */
const FIGURE = /[0-9０-９]+\s*(万|円|時間|％|%|人|yen|hours|percent)/u;

/** Holds the occupation stories against docs/voice.md; one line a problem. */
export function checkStories({ occupations }: Catalogue, lines: LinesById): string[] {
  return [...occupations.values()].flatMap(({ id, texts }) => {
    if (!texts.ja.story) return [];
    return (Object.keys(MOST) as Locale[]).flatMap((locale) =>
      problemsOf(locale, texts[locale].story!).map(
        (problem) => `seeds/${SEED_PATHS.stories}:${lines.get(id)}: ${id} ${locale} ${problem}`,
      ),
    );
  });
}

function problemsOf(locale: Locale, story: OccupationStory): string[] {
  const texts = [
    ...story.day.map((text) => ['day', text] as const),
    ['entry', story.entry] as const,
    ['suits', story.suits] as const,
    ['hard', story.hard] as const,
  ];
  return texts.flatMap(([field, text]) => [
    ...([...text].length > MOST[locale][field]
      ? [`${field} has ${[...text].length} characters: ${text}`]
      : []),
    ...(FIGURE.test(text) ? [`${field} holds a figure: ${text}`] : []),
    // Licences and offices stand under their Japanese name too, where people will meet it.
    ...(locale === 'en' &&
    field !== 'entry' &&
    /[^\p{Script=Latin}\p{N}\p{P}\p{S} ]/u.test(text.replace(/ ?\([^)]*\)/gu, ''))
      ? [`${field} holds letters that are not Latin: ${text}`]
      : []),
    ...(locale === 'ja-easy'
      ? [
          ...easySentences(text),
          ...doubleNegatives(text),
          ...unreadKanji(text).map((run) => `needs a reading behind ${run}`),
        ].map((problem) => `${field} ${problem}`)
      : []),
  ]);
}
