import type { CareerLadder, Catalogue, GlossaryEntry } from '../../domain/catalogue.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { SEED_PATHS } from '../../seeds/files.ts';
import { doubleNegatives, easySentences, lengthOf, unreadKanji } from './voice.ts';

type Limits = Readonly<Record<Locale, readonly [least: number, most: number]>>;
/** Lengths of docs/voice.md in characters; of やさしい日本語 readings in brackets are not counted. */
const TEXT: Limits = { ja: [40, 145], 'ja-easy': [25, 155], en: [90, 345] };
const TITLE: Limits = { ja: [2, 22], 'ja-easy': [2, 30], en: [3, 50] };
const NEEDS: Limits = { ja: [25, 95], 'ja-easy': [10, 110], en: [50, 210] };
const ELSEWHERE: Limits = { ja: [15, 65], 'ja-easy': [10, 70], en: [35, 140] };

/** The product promises so many, and no fewer. */
const LEAST_ENTRIES = 120;
const LEAST_LADDERS = 40;

/** Holds the words of the glossary against docs/voice.md; one line a problem. */
export function checkGlossary({ glossary }: Catalogue): string[] {
  const entries = [...glossary.values()];
  return [
    ...(entries.length < LEAST_ENTRIES
      ? [`seeds/${SEED_PATHS.glossary}: has ${entries.length} entries instead of ${LEAST_ENTRIES} or more`]
      : []),
    ...entries.flatMap((entry, i) =>
      entryProblems(entry).map((problem) => `seeds/${SEED_PATHS.glossary}:${i + 1}: ${entry.id} ${problem}`),
    ),
  ];
}

const entryProblems = ({ texts }: GlossaryEntry): string[] =>
  inLocales(TEXT, 'text', (locale) => texts[locale]);

/** Holds the career ladders against docs/voice.md; one line a problem. */
export function checkLadders({ ladders }: Catalogue): string[] {
  const all = [...ladders.values()];
  return [
    ...(all.length < LEAST_LADDERS
      ? [`seeds/${SEED_PATHS.ladders}: has ${all.length} ladders instead of ${LEAST_LADDERS} or more`]
      : []),
    ...all.flatMap((ladder, i) =>
      ladderProblems(ladder).map(
        (problem) => `seeds/${SEED_PATHS.ladders}:${i + 1}: ${ladder.id} ${problem}`,
      ),
    ),
  ];
}

const ladderProblems = ({ id, steps, elsewhere }: CareerLadder): string[] => [
  ...(steps.some(({ occupation }) => occupation === id) ? [] : ['no step is the occupation itself']),
  ...steps.flatMap(({ titles, needs }, i) => [
    ...inLocales(TITLE, `title of step ${i + 1}`, (locale) => titles[locale]),
    ...inLocales(NEEDS, `needs of step ${i + 1}`, (locale) => needs[locale]),
  ]),
  ...elsewhere.flatMap(({ texts }, i) =>
    inLocales(ELSEWHERE, `elsewhere ${i + 1}`, (locale) => texts[locale]),
  ),
];

/** Every occupation has been judged, or nobody finds it by its angles. */
export const checkAngles = ({ occupations }: Catalogue): string[] =>
  [...occupations.values()]
    .filter(({ angles }) => angles === null)
    .map(({ id, name }) => `seeds/${SEED_PATHS.angles}: occupation ${id} has no angles (${name})`);

const inLocales = (limits: Limits, field: string, text: (locale: Locale) => string): string[] =>
  LOCALES.flatMap((locale) => {
    const [least, most] = limits[locale];
    const words = text(locale);
    const length = lengthOf(words);
    return [
      ...(length < least || length > most
        ? [`has ${length} characters instead of ${least}–${most}: ${words}`]
        : []),
      ...(locale === 'ja-easy' ? easyProblems(words) : []),
      ...(locale !== 'en' && /[（）]/u.test(words) ? [`has full-width brackets: ${words}`] : []),
    ].map((problem) => `${locale} ${field} ${problem}`);
  });

const easyProblems = (text: string): string[] => [
  ...easySentences(text),
  ...doubleNegatives(text),
  ...unreadKanji(text).map((run) => `needs a reading behind ${run}`),
];
