import type { Catalogue } from '../../domain/catalogue.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import { readSeeds, SEED_PATHS } from '../../seeds/files.ts';
import { taskLinkLines } from '../../seeds/tasks.ts';
import { doubleNegatives, lengthOf, unreadKanji } from './voice.ts';

/** A phrase must fit on a button; of やさしい日本語 readings in brackets are not counted. */
const MOST: Readonly<Record<Locale, number>> = { ja: 22, 'ja-easy': 24, en: 45 };
const MOST_EVERYDAY: Readonly<Record<Locale, number>> = { ja: 22, 'ja-easy': 24, en: 50 };
/** The product promises so many, and no fewer. */
const LEAST_TASKS = 250;
const LEAST_SITUATIONS = 150;
const LEAST_OF_LEVEL = { 1: 80, 2: 100, 3: 1 } as const;

/** Holds the elemental tasks against docs/voice.md, and names links to occupations that are gone. */
export async function checkTasks(seedsDir: string, catalogue: Catalogue): Promise<string[]> {
  const { tasks, taskFamilies, taskLinks, situations, occupations } = catalogue;
  const { files } = await readSeeds(seedsDir);
  const all = [...tasks.values()];
  const used = new Set([...taskLinks.values()].flatMap((shares) => [...shares.keys()]));
  const few = (seed: keyof typeof SEED_PATHS, what: string, count: number, least: number) =>
    count < least ? [`seeds/${SEED_PATHS[seed]}: has ${count} ${what} instead of ${least} or more`] : [];
  return [
    ...few('tasks', 'tasks', all.length, LEAST_TASKS),
    ...few('situations', 'situations', situations.length, LEAST_SITUATIONS),
    ...([1, 2, 3] as const).flatMap((level) =>
      few(
        'tasks',
        `tasks of level ${level}`,
        all.filter((task) => task.level === level).length,
        LEAST_OF_LEVEL[level],
      ),
    ),
    ...all.flatMap(({ id, level, texts, everyday }, i) =>
      [
        ...phraseProblems('texts', MOST, texts),
        ...(/^[a-z]/u.test(texts.en) ? [] : [`en text does not start in lower case: ${texts.en}`]),
        ...(everyday ? phraseProblems('everyday', MOST_EVERYDAY, everyday) : []),
        ...(level < 3 && !everyday ? ['is of level 1 or 2, but has no everyday place'] : []),
        ...(used.has(id) ? [] : ['is in no occupation']),
      ].map((problem) => `seeds/${SEED_PATHS.tasks}:${i + 1}: ${id} ${problem}`),
    ),
    ...[...taskFamilies.values()].flatMap(({ id, names }) => [
      ...(all.some(({ family }) => family === id)
        ? []
        : [`seeds/${SEED_PATHS.taskFamilies}: ${id} has no tasks`]),
      ...phraseProblems('name', MOST, names).map(
        (problem) => `seeds/${SEED_PATHS.taskFamilies}: ${id} ${problem}`,
      ),
    ]),
    ...taskLinkLines(files.taskLinks)
      .filter(({ value }) => !occupations.has(value.id))
      .map(
        ({ line, value }) =>
          `seeds/${SEED_PATHS.taskLinks}:${line}: tasks of occupation ${value.id}, which is gone`,
      ),
  ];
}

const phraseProblems = (
  field: string,
  most: Readonly<Record<Locale, number>>,
  texts: Readonly<Record<Locale, string>>,
): string[] =>
  LOCALES.flatMap((locale) => {
    const text = texts[locale];
    const length = lengthOf(text);
    return [
      ...(length > most[locale] ? [`has ${length} characters (at most ${most[locale]}): ${text}`] : []),
      ...(locale !== 'en' && /[（）]/u.test(text) ? [`has full-width brackets: ${text}`] : []),
      ...(locale === 'ja-easy'
        ? [...doubleNegatives(text), ...unreadKanji(text).map((run) => `needs a reading behind ${run}`)]
        : []),
    ].map((problem) => `${locale} ${field} ${problem}`);
  });
