/**
 * How near sixty seconds of pairs come to the whole questionnaire, by simulation (docs/sixty-seconds.md). There are no
 * real persons in this: it tells how the method does if people are like these assumptions, and nothing about validity.
 */
import type { Catalogue } from '../domain/catalogue.ts';
import { INTERESTS, type InterestScores } from '../domain/interests.ts';
import { matchAll, type MatchIndex } from '../domain/matching.ts';
import { followPairs, type Pair } from '../domain/pairs.ts';
import type { Answers, PairChoice } from '../domain/profile.ts';
import { clarity, eachInterest, rankInterests, scoreInterests } from '../domain/scoring.ts';

/** What simulated persons are like; standard deviations in points of the 1–5 scale. */
export interface World {
  readonly name: string;
  /** Correlations of two interests by their distance on the hexagon: neighbours, next but one, opposite. */
  readonly hexagon: readonly [number, number, number];
  /** Of true interests between persons; with `mixed`, half the persons have flatter ones. */
  readonly spread: number;
  readonly mixed?: boolean;
  /** Degrees of freedom of the distribution of interests; normal where none are given. */
  readonly tails?: number;
  /** A person's taste for one activity beyond its interest: the same in both forms. */
  readonly taste: number;
  /** How well liked an activity is by everybody. */
  readonly easiness: number;
  /** What changes from one time to the next, in an answer and in the judging of an activity in a pair. */
  readonly mood: number;
  readonly haste: number;
  /** Share of choices tapped without looking. */
  readonly careless: number;
  /** Activities both below this are answered "neither"; so are some between which it is hard to decide. */
  readonly disliked: number;
  readonly undecided: number;
}

export const MAIN: World = {
  name: 'like the prior',
  hexagon: [0.4, 0.2, 0.1],
  spread: 0.8,
  taste: 0.6,
  easiness: 0.3,
  mood: 0.6,
  haste: 0.6,
  careless: 0.02,
  disliked: 2,
  undecided: 0.3,
};

export const OTHERS: readonly World[] = [
  { ...MAIN, name: 'interests unrelated', hexagon: [0, 0, 0] },
  { ...MAIN, name: 'all interests alike related, no hexagon', hexagon: [0.3, 0.3, 0.3] },
  { ...MAIN, name: 'opposites exclude each other', hexagon: [0.4, -0.1, -0.4] },
  { ...MAIN, name: 'flatter interests (0.5)', spread: 0.5 },
  { ...MAIN, name: 'half the persons flat, long tails', mixed: true, tails: 4 },
  { ...MAIN, name: 'much liked and little liked activities (0.6)', easiness: 0.6 },
  { ...MAIN, name: 'taps in a hurry, one in ten blind', haste: 0.9, careless: 0.1 },
  { ...MAIN, name: 'often neither', disliked: 2.7, undecided: 0.6 },
];

/** Means over simulated persons; the second form is the same questionnaire answered again. */
export interface Outcome {
  readonly persons: number;
  readonly pairs: number;
  readonly neither: number;
  /** Cronbach's alpha of the questionnaire's scales, mean of six. */
  readonly alpha: number;
  /** Brown and Gore's C of the three-letter code against the person's own questionnaire. */
  readonly c: number;
  /** Share of the ten occupations that fit best, which are also among the questionnaire's ten. */
  readonly overlap: number;
  /** Share of the sketch's ten that are among the best fifty by the questionnaire. */
  readonly near: number;
  /** Share of persons whose strongest interest in the sketch is one of the two strongest in the questionnaire. */
  readonly strongest: number;
  /** C among those whose questionnaire shows a clear profile. */
  readonly clear: number;
  readonly again: {
    readonly c: number;
    readonly overlap: number;
    readonly near: number;
    readonly strongest: number;
    readonly clear: number;
    readonly r: number;
  };
  /** Time of one tap (all choices followed anew, the next pair found), milliseconds. */
  readonly step: { readonly p50: number; readonly p99: number };
}

/**
 * Congruence of two three-letter codes, 0–18 (Brown and Gore 1994): 3·X₁ + 2·X₂ + X₃, where Xᵢ is 3 for the same
 * letter in place i, 2 for neighbours on the hexagon, 1 for the next but one, and 0 for opposites. By chance 9.
 */
export function congruence(one: InterestScores, other: InterestScores): number {
  const [a, b] = [rankInterests(one), rankInterests(other)];
  return [3, 2, 1].reduce((sum, weight, i) => sum + weight * (3 - distance(a[i]!, b[i]!)), 0);
}
const distance = (one: (typeof INTERESTS)[number], other: (typeof INTERESTS)[number]): number => {
  const apart = Math.abs(INTERESTS.indexOf(one) - INTERESTS.indexOf(other));
  return Math.min(apart, 6 - apart);
};

/** One person's sketch, or second form, beside their questionnaire. */
interface Agreement {
  readonly c: number;
  readonly overlap: number;
  readonly near: number;
  readonly strongest: number;
  readonly isClear: boolean;
}

const summary = (all: readonly Agreement[]) => ({
  c: mean(all.map(({ c }) => c)),
  overlap: mean(all.map(({ overlap }) => overlap)),
  near: mean(all.map(({ near }) => near)),
  strongest: mean(all.map(({ strongest }) => strongest)),
  clear: mean(all.filter(({ isClear }) => isClear).map(({ c }) => c)),
});

export function simulate(catalogue: Catalogue, index: MatchIndex, world: World, persons: number): Outcome {
  const { interestQuestionnaire: form } = catalogue;
  const random = randomness(19);
  const factor = cholesky(
    INTERESTS.map((one) => INTERESTS.map((other) => [1, ...world.hexagon][distance(one, other)]!)),
  );
  const top = (scores: InterestScores) =>
    (matchAll(index, { interests: scores }) ?? []).slice(0, 50).map(({ id }) => id);
  const sketch: Agreement[] = [];
  const again: Agreement[] = [];
  const sums = { pairs: 0, neither: 0 };
  const steps: number[] = [];
  const [first, second]: [InterestScores[], InterestScores[]] = [[], []];
  const answered: Answers[] = [];
  const easiness = new Map(form.items.map(({ id }) => [id, 0]));

  for (let person = 0; person < persons; person += 1) {
    // Another set of activities for every hundred persons, so that no lucky one decides.
    if (person % 100 === 0)
      for (const { id } of form.items) easiness.set(id, world.easiness * random.normal());
    const tail = world.tails ? Math.sqrt((world.tails - 2) / random.chiSquare(world.tails)) : 1;
    const spread = world.spread * tail * (world.mixed && person % 2 === 0 ? 0.5 : 1);
    const raw = INTERESTS.map(() => random.normal());
    const interest = factor.map((row) => spread * row.reduce((sum, weight, i) => sum + weight * raw[i]!, 0));
    const liking = new Map(
      form.items.map(({ id, scale }) => [
        id,
        3 + interest[INTERESTS.indexOf(scale as never)]! + easiness.get(id)! + world.taste * random.normal(),
      ]),
    );
    const fill = (): Answers =>
      Object.fromEntries(
        form.items.map(({ id }) => [
          id,
          Math.min(5, Math.max(1, Math.round(liking.get(id)! + world.mood * random.normal()))),
        ]),
      );
    const choose = ({ a, b }: Pair): PairChoice => {
      if (random.uniform() < world.careless) return { a, b, chosen: random.uniform() < 0.5 ? a : b };
      const [one, other] = [a, b].map((id) => liking.get(id)! + world.haste * random.normal()) as [
        number,
        number,
      ];
      const isClose = Math.abs(one - other) < 0.2 && random.uniform() < world.undecided;
      if (Math.max(one, other) < world.disliked || isClose) return { a, b, chosen: null };
      return { a, b, chosen: one > other ? a : b };
    };

    const choices: PairChoice[] = [];
    let progress = followPairs(form, choices);
    while (progress.next) {
      choices.push(choose(progress.next));
      const before = performance.now();
      progress = followPairs(form, choices);
      steps.push(performance.now() - before);
    }
    const answers = fill();
    const own = scoreInterests(form, answers).scores!;
    const later = scoreInterests(form, fill()).scores!;
    answered.push(answers);
    first.push(own);
    second.push(later);
    const best = top(own);
    sums.pairs += choices.length;
    sums.neither += choices.filter(({ chosen }) => chosen === null).length;
    const agreement = (scores: InterestScores): Agreement => {
      const ten = top(scores).slice(0, 10);
      const among = (ids: readonly number[]) => ten.filter((id) => ids.includes(id)).length / 10;
      return {
        c: congruence(scores, own),
        overlap: among(best.slice(0, 10)),
        near: among(best),
        strongest: rankInterests(own).slice(0, 2).includes(rankInterests(scores)[0]!) ? 1 : 0,
        isClear: clarity(own) === 'clear',
      };
    };
    sketch.push(agreement(progress.scores));
    again.push(agreement(later));
  }
  steps.sort((a, b) => a - b);
  return {
    persons,
    pairs: sums.pairs / persons,
    neither: sums.neither / sums.pairs,
    alpha: alpha(catalogue, answered),
    ...summary(sketch),
    again: {
      ...summary(again),
      r: mean(
        INTERESTS.map((interest) =>
          pearson(
            first.map((scores) => scores[interest]),
            second.map((scores) => scores[interest]),
          ),
        ),
      ),
    },
    step: { p50: steps[Math.floor(steps.length * 0.5)]!, p99: steps[Math.floor(steps.length * 0.99)]! },
  };
}

/** Rows for the table of `npm run bench`. */
export function benchPairs(
  catalogue: Catalogue,
  index: MatchIndex,
  add: (measure: string, value: string) => void,
): void {
  const words = ({ c, overlap, near, strongest, clear }: ReturnType<typeof summary>) =>
    `C ${c.toFixed(2)} of 18 (${clear.toFixed(2)} where clear), ${percent(overlap)} of the top ten, ` +
    `${percent(near)} in the top fifty, strongest in the top two ${percent(strongest)}`;
  const asked = ({ pairs, neither }: Outcome) => `${pairs.toFixed(1)} pairs, ${percent(neither)} neither`;
  const main = simulate(catalogue, index, MAIN, 10_000);
  const { again, alpha: reliability, step } = main;
  add('sixty seconds, 10,000 simulated persons', `${words(main)}; ${asked(main)}`);
  add(
    '  ceiling: the 60 questions answered twice',
    `${words(again)}; r ${again.r.toFixed(2)}, alpha ${reliability.toFixed(2)}`,
  );
  add('  one tap', `p50 ${step.p50.toFixed(3)} ms, p99 ${step.p99.toFixed(3)} ms`);
  for (const world of OTHERS) {
    const outcome = simulate(catalogue, index, world, 3_000);
    add(`  ${world.name}`, `${words(outcome)}; ${asked(outcome)}; ceiling C ${outcome.again.c.toFixed(2)}`);
  }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};

function pearson(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)];
  return (
    mean(one.map((value, i) => (value - a) * (other[i]! - b))) / Math.sqrt(variance(one) * variance(other))
  );
}

/** Cronbach's alpha, mean of the six scales. */
function alpha({ interestQuestionnaire }: Catalogue, all: readonly Answers[]): number {
  const scores = eachInterest((interest) => {
    const ids = interestQuestionnaire.items.filter(({ scale }) => scale === interest).map(({ id }) => id);
    const parts = ids.map((id) => variance(all.map((answers) => answers[id]!)));
    const total = variance(all.map((answers) => ids.reduce((sum, id) => sum + answers[id]!, 0)));
    return (ids.length / (ids.length - 1)) * (1 - parts.reduce((sum, part) => sum + part, 0) / total);
  });
  return mean(Object.values(scores));
}

/** Lower triangle whose square is a matrix of correlations. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    lower.push(row.map(() => 0));
    for (let j = 0; j <= i; j += 1) {
      let rest = row[j]!;
      for (let k = 0; k < j; k += 1) rest -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  }
  return lower;
}

/** The same persons at every run: mulberry32, and Box–Muller. */
function randomness(seed: number) {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const chiSquare = (degrees: number): number => {
    let sum = 0;
    for (let i = 0; i < degrees; i += 1) sum += normal() ** 2;
    return sum;
  };
  return { uniform, normal, chiSquare };
}
