/** Sentences about the person's own list: why an occupation is not in it, and what counts more or less. */
import { WORK_VALUES, type WorkValue } from '../domain/catalogue.ts';
import { LIKELY, mentionedNames, searchNames } from '../domain/search.ts';
import { withoutGaps } from '../domain/text.ts';
import type { Shift } from '../domain/weighing.ts';
import type { House } from './house.ts';

const wordsOf = (house: House, list: string): ReadonlySet<string> => house.words.heard.get(list) ?? new Set();

/**
 * The occupation that somebody misses, or asks how they fit: 「なんで看護師は出ないの」, "why not nurse". Entries of the
 * list `whynot` in `heard.json` have `*` where its name stands. `null` when nothing like that is asked.
 */
export function askedWhyNot(house: House, text: string): number | null {
  const said = withoutGaps(text);
  const frames = [...wordsOf(house, 'whynot')].map((frame) => frame.split('*') as [string, string?]);
  const inner = frames
    .flatMap(([before, after = '']) =>
      said.length > before.length + after.length && said.startsWith(before) && said.endsWith(after)
        ? [said.slice(before.length, said.length - after.length).trim()]
        : [],
    )
    // The longest frame leaves the least.
    .sort((a, b) => a.length - b.length)[0];
  if (inner === undefined) return null;
  const [best] = searchNames(house.searchIndex, inner).filter(({ score }) => score >= LIKELY);
  return best?.id ?? mentionedNames(house.searchIndex, inner)[0] ?? null;
}

/**
 * What counts more or less in somebody's own words: "money matters less than time", 「お金はそんなに大事じゃない」,
 * 「給料より休み」. Values are called by the lists `value.…` of `heard.json`. `null` when nothing like that is said.
 */
export function heardShifts(house: House, text: string): Shift[] | null {
  const said = ` ${withoutGaps(text)} `;
  const holds = (list: string) => [...wordsOf(house, list)].some((word) => said.includes(word));
  const named = namedValues(house, said);
  const [first, second] = named;
  if (!first) {
    for (const lean of ['interests', 'values', 'even'] as const) {
      if (wordsOf(house, `lean.${lean}`).has(said.trim())) return [{ lean }];
    }
    return null;
  }
  const less = holds('shift.less');
  const more = holds('shift.more');
  if (second) {
    // 「お金より時間」: what stands before 「より」 is the lesser.
    const than = said.indexOf('より', first.at);
    if (than >= 0 && than < second.at) return between(second.value, first.value);
    if (/ than | over | rather than /u.test(said.slice(first.at, second.at))) {
      return less
        ? between(second.value, first.value)
        : more || said.includes(' over ')
          ? between(first.value, second.value)
          : null;
    }
  }
  if (!less && !more) return null;
  const none = less && holds('shift.none');
  return named.map(({ value }) => ({ value, level: none ? 0 : less ? 1 : 3 }));
}

const between = (up: WorkValue, down: WorkValue): Shift[] => [
  { value: up, level: 3 },
  { value: down, level: 1 },
];

/** Values in the order they are named. */
function namedValues(house: House, said: string): { readonly value: WorkValue; readonly at: number }[] {
  return WORK_VALUES.flatMap((value) => {
    const places = [...wordsOf(house, `value.${value}`)]
      .map((word) =>
        /^[a-z]/u.test(word)
          ? said.search(new RegExp(`(?<![a-z])${word}(?![a-z])`, 'u'))
          : said.indexOf(word),
      )
      .filter((at) => at >= 0);
    return places.length > 0 ? [{ value, at: Math.min(...places) }] : [];
  }).sort((a, b) => a.at - b.at);
}
