import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue.ts';
import { LOCALES } from '../../domain/locales.ts';
import { lineOf } from '../../seeds/json.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { SEED_PATHS } from '../../seeds/files.ts';
import {
  checkDecisions,
  checkFields,
  checkGone,
  checkWords,
  wordLines,
  type LinesById,
} from './check-coverage.ts';
import { checkAngles, checkGlossary, checkLadders } from './check-entries.ts';
import { copiedFrom, ourSentences } from './copied.ts';
import { easyWords, unexplained } from './hard-words.ts';
import { checkTasks } from './check-tasks.ts';
import { checkStories } from './check-stories.ts';
import { checkEasy, checkEnglish, checkJapanese, doubleNegatives, lengthOf, unreadKanji } from './voice.ts';

/**
 * Loads the seeds and holds their words against docs/voice.md.
 * Returns one line a problem, `seeds/…:line: …`; none when all is well.
 *
 * @throws ShirubeError `SEED_BROKEN` when they do not even load.
 */
export async function checkSeeds(seedsDir: string): Promise<string[]> {
  const catalogue = await loadCatalogue(seedsDir);
  const lines = await wordLines(seedsDir, catalogue);
  return [
    ...(await checkWords(seedsDir, catalogue, lines)),
    ...(await checkDecisions(seedsDir, catalogue)),
    ...(await checkGone(seedsDir, catalogue)),
    ...checkTexts(catalogue, lines.texts),
    ...checkStories(catalogue, lines.stories),
    ...checkAngles(catalogue),
    ...checkLadders(catalogue),
    ...checkGlossary(catalogue),
    ...(await checkTasks(seedsDir, catalogue)),
    ...unexplained(catalogue, await easyWords()),
    ...checkCopied(catalogue),
    ...checkFields(catalogue),
    ...checkGroups(catalogue),
    ...checkItems(catalogue, await readFile(join(seedsDir, SEED_PATHS.interests), 'utf8')),
    ...checkValues(catalogue, await readFile(join(seedsDir, SEED_PATHS.values), 'utf8')),
  ];
}

/** Where the operator has loaded the official texts, ours are held against them. */
function checkCopied(catalogue: Catalogue): string[] {
  if (!catalogue.officialTexts) return [];
  const prose = [...catalogue.officialTexts.values()].flatMap((text) => [
    text.summary,
    text.whatItIs,
    text.howToBecome,
    text.workingConditions,
  ]);
  return copiedFrom(prose, ourSentences(catalogue)).map((text) => `copied from the official texts: ${text}`);
}

function checkTexts({ occupations }: Catalogue, lines: LinesById): string[] {
  return [...occupations.values()].flatMap(({ id, name, texts, aliases, aliasesEn }) => {
    const line = lines.get(id);
    if (line === undefined) return [];
    const problems = [
      ...named('ja', checkJapanese(texts.ja.summary ?? '', name)),
      ...named('ja-easy', checkEasy(texts['ja-easy'].summary ?? '')),
      ...named('en', checkEnglish(texts.en.summary ?? '')),
      ...named('name_en', checkEnglishName(texts.en.name)),
      ...named(
        'aliases',
        [...repeated(aliases), ...repeated(aliasesEn)].map((alias) => `repeats ${alias}`),
      ),
    ];
    return problems.map((problem) => `seeds/${SEED_PATHS.texts}:${line}: ${problem}`);
  });
}

function checkEnglishName(name: string): string[] {
  const problems = [];
  if (!/^[A-Z0-9]/u.test(name)) problems.push(`does not start with a capital: ${name}`);
  if (name.length > 50) problems.push(`has ${name.length} characters (at most 50): ${name}`);
  return problems;
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, i) => values.findIndex((other) => other.toLowerCase() === value.toLowerCase()) !== i);

function checkGroups({ wages, offers }: Catalogue): string[] {
  return (['wageGroups', 'offerGroups'] as const).flatMap((seed) =>
    [...(seed === 'wageGroups' ? wages : offers).groups.values()].flatMap(({ names }, i) =>
      unreadKanji(names['ja-easy']).map(
        (run) => `seeds/${SEED_PATHS[seed]}:${i + 2}: name_ja_easy: needs a reading behind ${run}`,
      ),
    ),
  );
}

function checkItems({ interestQuestionnaire }: Catalogue, text: string): string[] {
  return interestQuestionnaire.items.flatMap((item, i) =>
    (['text', 'echo', 'short'] as const).flatMap((part) => {
      const words = item[part];
      const problems = [
        ...unreadKanji(words?.['ja-easy'] ?? '').map((run) => `needs a reading behind ${run}`),
        ...LOCALES.filter(
          (locale) => part === 'short' && words && lengthOf(words[locale]) > SHORT[locale],
        ).map((locale) => `short is too long for a button in ${locale}: ${words?.[locale]}`),
      ];
      return problems.map(
        (problem) =>
          `seeds/${SEED_PATHS.interests}:${lineOf(text, ['items', i, part])}: ${item.id}: ${problem}`,
      );
    }),
  );
}

/** Characters of an activity on one of two buttons side by side. */
const SHORT = { ja: 14, 'ja-easy': 18, en: 30 } as const;

/** Limits of the questionnaire about work values: a statement is read at a glance, a trade-off stands on a button. */
const STATEMENT = { ja: 25, 'ja-easy': 30, en: 60 } as const;
const TRADE_OFF = { ja: 14, 'ja-easy': 18, en: 32 } as const;

function checkValues({ valueQuestionnaire }: Catalogue, text: string): string[] {
  const told = (path: readonly PropertyKey[], problem: string) =>
    `seeds/${SEED_PATHS.values}:${lineOf(text, path)}: ${problem}`;
  const checked = [
    ...valueQuestionnaire.items.map((item, i) => ({
      words: item.text,
      limits: STATEMENT,
      path: ['items', i],
    })),
    ...Object.entries(valueQuestionnaire.tradeoffs).flatMap(([value, names]) =>
      names.map((words) => ({ words, limits: TRADE_OFF, path: ['tradeoffs', value] })),
    ),
  ];
  return checked.flatMap(({ words, limits, path }, i) => [
    ...unreadKanji(words['ja-easy']).map((run) => told(path, `needs a reading behind ${run}`)),
    ...doubleNegatives(words['ja-easy']).map((problem) => told(path, problem)),
    ...LOCALES.flatMap((locale) => {
      const length = lengthOf(words[locale]);
      return length > limits[locale]
        ? [told(path, `${locale} has ${length} characters (at most ${limits[locale]}): ${words[locale]}`)]
        : [];
    }),
    ...LOCALES.filter(
      (locale) => checked.findIndex((other) => other.words[locale] === words[locale]) < i,
    ).map((locale) => told(path, `${locale} says the same as another: ${words[locale]}`)),
  ]);
}

const named = (field: string, problems: readonly string[]): string[] =>
  problems.map((problem) => `${field} ${problem}`);
