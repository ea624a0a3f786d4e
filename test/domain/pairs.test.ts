import fc from 'fast-check';
import type { Questionnaire } from '../../domain/catalogue.ts';
import { INTERESTS, type Interest } from '../../domain/interests.ts';
import { LOCALES } from '../../domain/locales.ts';
import { cdf } from '../../domain/normal.ts';
import { ENOUGH, FEWEST_PAIRS, followPairs, MOST_PAIRS, mostChosen, type Pair } from '../../domain/pairs.ts';
import type { PairChoice } from '../../domain/profile.ts';
import { hollandCode, rankInterests } from '../../domain/scoring.ts';
import { leastCost, realCatalogue } from './real.ts';

// Each run plays a whole way through.
fc.configureGlobal({ numRuns: 40 });

const said = { ja: '', 'ja-easy': '', en: '' };
/** Eight short activities of each interest, and two that are too long for a button. */
const form: Questionnaire = {
  id: 'sixty',
  version: 1,
  scales: INTERESTS,
  items: Array.from({ length: 60 }, (_, i) => {
    const scale = INTERESTS[i % 6]!;
    return {
      id: `${scale}${Math.floor(i / 6) + 1}`,
      scale,
      text: said,
      echo: said,
      ...(i < 48 && { short: said }),
    };
  }),
};
const scaleOf = (id: string): Interest => id.replace(/\d+$/u, '') as Interest;

type Chooser = (pair: Pair, index: number) => string | null;

/** Goes on until it is enough. */
function play(choose: Chooser, questionnaire = form) {
  const choices: PairChoice[] = [];
  let progress = followPairs(questionnaire, choices);
  while (progress.next) {
    choices.push({ ...progress.next, chosen: choose(progress.next, choices.length) });
    progress = followPairs(questionnaire, choices);
  }
  return progress;
}

/** Somebody who always chooses what stands earlier in their own order of interests. */
const by =
  (order: readonly Interest[]): Chooser =>
  ({ a, b }) =>
    order.indexOf(scaleOf(a)) < order.indexOf(scaleOf(b)) ? a : b;

const anyOrder = fc.shuffledSubarray([...INTERESTS], { minLength: 6, maxLength: 6 });
/** 0 chooses the one, 1 the other, 2 neither. */
const anyTaps = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: MOST_PAIRS, maxLength: MOST_PAIRS });
const tapping =
  (taps: readonly number[]): Chooser =>
  ({ a, b }, i) =>
    [a, b, null][taps[i]!]!;
const given = (taps: readonly number[]): readonly PairChoice[] => play(tapping(taps)).choices;

describe('what is asked', () => {
  test('two short activities of different interests, none twice, eight to eighteen times', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const { choices } = play(tapping(taps));
        const items = choices.flatMap(({ a, b }) => [a, b]);
        expect(new Set(items).size).toBe(items.length);
        for (const { a, b } of choices) expect(scaleOf(a)).not.toBe(scaleOf(b));
        for (const id of items) expect(form.items.find((item) => item.id === id)!.short).toBeDefined();
        expect(choices.length).toBeGreaterThanOrEqual(FEWEST_PAIRS);
        expect(choices.length).toBeLessThanOrEqual(MOST_PAIRS);
      }),
    );
  });

  test('the same two interests meet at most three times', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const meetings = new Map<string, number>();
        for (const { a, b } of given(taps)) {
          const key = [scaleOf(a), scaleOf(b)].sort().join();
          meetings.set(key, (meetings.get(key) ?? 0) + 1);
        }
        expect(Math.max(...meetings.values())).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('an interest stands on the left about as often as on the right', () => {
    const lefts = play(by(INTERESTS)).choices.map(
      ({ a, b }) => INTERESTS.indexOf(scaleOf(a)) < INTERESTS.indexOf(scaleOf(b)),
    );
    const share = lefts.filter(Boolean).length / lefts.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });

  test('whoever chooses without wavering is done sooner than whoever taps at random', () => {
    const decided = play(
      by(['social', 'artistic', 'investigative', 'enterprising', 'conventional', 'realistic']),
    );
    // Contradicts the order of interests at every second step.
    const torn = play(({ a, b }, i) => by(i % 2 === 0 ? INTERESTS : INTERESTS.toReversed())({ a, b }, i));
    expect(decided.choices.length).toBeLessThan(torn.choices.length);
    expect(decided.confidence).toBeGreaterThan(torn.confidence);
  });

  test('ends quietly where there are too few activities', () => {
    const few = { ...form, items: form.items.slice(0, 12) };
    const { choices, next } = play(by(INTERESTS), few);
    expect([choices.length, next]).toEqual([6, null]);
  });

  test('a step takes less than a millisecond', () => {
    const choices = given(Array.from({ length: MOST_PAIRS }, (_, i) => i % 2));
    followPairs(form, choices);
    const runs = 50;
    const each = leastCost(() => {
      for (let i = 0; i < runs; i += 1) followPairs(form, choices);
    });
    expect(each / runs).toBeLessThan(1);
  });
});

describe('what is made of it', () => {
  test('an interest that is always chosen comes first, and one that never is comes last', () => {
    for (const interest of INTERESTS) {
      const others = INTERESTS.filter((other) => other !== interest);
      expect(rankInterests(play(by([interest, ...others])).scores)[0]).toBe(interest);
      expect(rankInterests(play(by([...others, interest])).scores).at(-1)).toBe(interest);
    }
  });

  test('somebody who knows their order gets most of it back', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { scores } = play(by(order));
        const wrong = order.flatMap((one, i) =>
          order.slice(i + 1).filter((other) => scores[other] > scores[one]),
        );
        expect(wrong.length).toBeLessThanOrEqual(3);
        expect(rankInterests(scores).slice(0, 2)).toContain(order[0]);
      }),
    );
  });

  test('scores lie on the scale, and confidence between one half and one', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const { scores, confidence } = followPairs(form, given(taps));
        for (const score of Object.values(scores)) {
          expect(score).toBeGreaterThanOrEqual(1);
          expect(score).toBeLessThanOrEqual(5);
        }
        expect(confidence).toBeGreaterThanOrEqual(0.5);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('choosing the other one everywhere turns the scores round', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const choices = given(taps.map((tap) => tap % 2));
        const turned = choices.map(({ a, b, chosen }) => ({ a, b, chosen: chosen === a ? b : a }));
        const [one, other] = [followPairs(form, choices).scores, followPairs(form, turned).scores];
        for (const interest of INTERESTS) expect(one[interest] + other[interest]).toBeCloseTo(6, 6);
      }),
    );
  });

  test('choosing an activity moves its interest up and the other one down', () => {
    fc.assert(
      fc.property(anyTaps, fc.nat({ max: FEWEST_PAIRS - 1 }), (taps, count) => {
        const choices = given(taps).slice(0, count);
        const before = followPairs(form, choices);
        const { a, b } = before.next!;
        const after = (chosen: string | null) => followPairs(form, [...choices, { a, b, chosen }]).scores;
        const gap = (scores: typeof before.scores) => scores[scaleOf(a)] - scores[scaleOf(b)];
        expect(gap(after(a))).toBeGreaterThan(gap(before.scores));
        expect(gap(after(b))).toBeLessThan(gap(before.scores));
        const sum = (scores: typeof before.scores) => scores[scaleOf(a)] + scores[scaleOf(b)];
        expect(sum(after(null))).toBeLessThan(sum(before.scores));
      }),
    );
  });

  test('names of the activities, and where they stand, do not matter', () => {
    fc.assert(
      fc.property(
        anyTaps,
        fc.shuffledSubarray([...form.items], { minLength: 60, maxLength: 60 }),
        (taps, shuffled) => {
          const name = (id: string) => `x${id}`;
          const items = shuffled.map((item) => ({ ...item, id: name(item.id) }));
          const choices = given(taps);
          const renamed = choices.map(({ a, b, chosen }) => ({
            a: name(a),
            b: name(b),
            chosen: chosen === null ? null : name(chosen),
          }));
          const [one, other] = [followPairs(form, choices), followPairs({ ...form, items }, renamed)];
          expect(other.scores).toEqual(one.scores);
          expect(other.confidence).toBe(one.confidence);
          // The same two interests come next, with whichever of their activities.
          const sides = (pair: Pair | null) =>
            pair && [scaleOf(pair.a), scaleOf(pair.b)].map((scale) => scale.replace(/^x/u, ''));
          expect(sides(other.next)).toEqual(sides(one.next));
        },
      ),
    );
  });

  test('left and right do not matter', () => {
    fc.assert(
      fc.property(anyTaps, (taps) => {
        const choices = given(taps);
        const swapped = choices.map(({ a, b, chosen }) => ({ a: b, b: a, chosen }));
        const [one, other] = [followPairs(form, choices).scores, followPairs(form, swapped).scores];
        for (const interest of INTERESTS) expect(other[interest]).toBeCloseTo(one[interest], 9);
      }),
    );
  });

  test('the same choices lead to the same place, whatever was chosen and taken back between', () => {
    fc.assert(
      fc.property(anyTaps, fc.nat({ max: FEWEST_PAIRS - 1 }), (taps, at) => {
        const choices = given(taps);
        const detour = [...choices.slice(0, at), { ...choices[at]!, chosen: null }];
        followPairs(form, detour);
        expect(followPairs(form, [...detour.slice(0, -1), ...choices.slice(at)])).toEqual(
          followPairs(form, choices),
        );
      }),
    );
  });

  test('before the first choice all are alike, and ties keep Holland’s order', () => {
    const { scores, next } = followPairs(form, []);
    expect(hollandCode(scores)).toBe('RIA');
    expect(new Set(Object.values(scores))).toEqual(new Set([3]));
    expect(next).not.toBeNull();
  });

  test('what is no choice of this questionnaire is left out', () => {
    const nonsense: PairChoice[] = [
      { a: 'nothing1', b: 'social1', chosen: 'social1' },
      { a: 'social1', b: 'social2', chosen: 'social1' },
      { a: 'social1', b: 'artistic1', chosen: 'realistic1' },
    ];
    expect(followPairs(form, nonsense)).toEqual(followPairs(form, []));
  });
});

describe('neither', () => {
  test('whoever likes nothing is let go after eight, and nothing is made of it', () => {
    const { choices, faint } = play(() => null);
    expect([choices.length, faint]).toEqual([FEWEST_PAIRS, true]);
  });

  test('three liked activities are too few, four are enough', () => {
    const liking = (count: number) => play(({ a }, i) => (i < count ? a : null));
    expect(liking(3).faint).toBe(true);
    expect(liking(4).faint).toBe(false);
  });
});

test('what was chosen of the two strongest interests can be mentioned', () => {
  const { choices, scores } = play(
    by(['artistic', 'social', 'investigative', 'enterprising', 'realistic', 'conventional']),
  );
  const named = mostChosen(form, { questionnaire: 1, choices, scores });
  expect(named.length).toBeGreaterThan(0);
  expect(named.length).toBeLessThanOrEqual(3);
  const strongest = rankInterests(scores).slice(0, 2);
  for (const id of named) {
    expect(strongest).toContain(scaleOf(id));
    expect(choices.some(({ chosen }) => chosen === id)).toBe(true);
  }
});

test('the real questionnaire has enough short activities for every way through', async () => {
  const { interestQuestionnaire } = await realCatalogue();
  fc.assert(
    fc.property(anyTaps, (taps) => {
      const { choices, confidence } = play(tapping(taps), interestQuestionnaire);
      const wasCut =
        choices.length < MOST_PAIRS && confidence < 1 - ENOUGH / 15 && choices.some(({ chosen }) => chosen);
      expect(wasCut).toBe(false);
    }),
  );
});

test('the normal distribution is right to seven places', () => {
  const known = { '-3': 0.001349898, '-1': 0.158655254, '0': 0.5, '0.5': 0.691462461, '1.96': 0.975002105 };
  for (const [z, area] of Object.entries(known)) expect(cdf(Number(z))).toBeCloseTo(area, 6);
});

test.each(LOCALES)('in %s every activity fits on a button', async (locale) => {
  const { interestQuestionnaire } = await realCatalogue();
  const longest = { ja: 14, 'ja-easy': 18, en: 30 }[locale];
  const shorts = interestQuestionnaire.items.flatMap(({ short }) => short?.[locale] ?? []);
  expect(shorts).toHaveLength(48);
  expect(new Set(shorts).size).toBe(48);
  for (const text of shorts) {
    expect([...text.replace(/\([ぁ-ゖァ-ヺー]+\)/gu, '')].length).toBeLessThanOrEqual(longest);
  }
});
