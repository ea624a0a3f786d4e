import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { KINDS } from '../../bot/hearing/index.ts';
import { timings } from '../measure.ts';
import { Talk } from '../../test/support/talk.ts';
import {
  confusion,
  evaluate,
  isAmong,
  isFine,
  sentences,
  share,
  STATES,
  talkIn,
  type Judged,
} from './evaluate.ts';

type Add = (measure: string, value: string) => void;

/** Rows for the table of `npm run bench`, and the tables of confusion. */
export function benchUnderstanding(house: House, add: Add): void {
  const all = sentences();
  for (const set of ['dev', 'test'] as const) {
    const judged = evaluate(
      house,
      all.filter((sentence) => sentence.set === set),
    );
    const row = (name: string, part: readonly Judged[]) =>
      add(`understanding, ${set}: ${name}`, inWords(part));
    row('all', judged);
    for (const kind of KINDS) {
      row(
        kind,
        judged.filter((one) => one.kind === kind),
      );
    }
    for (const lang of LOCALES) {
      row(
        lang,
        judged.filter((one) => one.lang === lang),
      );
    }
    for (const state of STATES) {
      row(
        `in ${state}`,
        judged.filter((one) => one.state === state),
      );
    }
    const asked = judged.filter(({ taken }) => taken === 'asked');
    add(
      `understanding, ${set}: asked between two`,
      `${percent(asked.length / judged.length)}, the right one among them ${asked.filter(isAmong).length} of ${asked.length}`,
    );
    const lost = judged.filter((one) => !isFine(one) && one.taken === 'none').length;
    add(`understanding, ${set}: not understood, and said so`, percent(lost / judged.length));
    console.log(confusion(judged).join('\n'));
  }
  add('a typed turn (understood, answered, put into words)', timeTurns(house));
}

function inWords(all: readonly Judged[]): string {
  const { count, hit, fine } = share(all);
  return `${percent(hit)}, with what is fine as well ${percent(fine)} (${count})`;
}
const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;

const ROUNDS = 11;

/**
 * Every sentence, eleven times, where it is said; the first time warms up. Of the other ten the median counts, so that
 * what else the machine does is left out; the percentiles are over sentences.
 */
function timeTurns(house: House): string {
  const states = new Map<string, unknown>();
  const all = sentences();
  const durations = all.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { text, lang, state }] of all.entries()) {
      const where = `${lang}/${state}`;
      if (!states.has(where)) states.set(where, talkIn(house, lang, state).saved);
      const talk = new Talk(house, lang);
      talk.saved = structuredClone(states.get(where));
      const before = performance.now();
      talk.say(text);
      if (round > 0) durations[index]!.push(performance.now() - before);
    }
  }
  const { p50, p99 } = timings(
    durations.map((each) => timings(each, 1).p50),
    1,
  );
  return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`;
}

if (import.meta.main) {
  const { openHouse } = await import('../../bot/open.ts');
  const house = await openHouse(new URL('../..', import.meta.url).pathname);
  benchUnderstanding(house, (measure, value) => console.log(`${measure.padEnd(58)} ${value}`));
}
