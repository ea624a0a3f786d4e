/** Normal beliefs about several numbers at once, and how a yes or no about a sum of them moves a belief. */

export interface Belief {
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** Area under the standard normal curve up to `z`, to 1.2e-7 of its value (Numerical Recipes, Chebyshev fit of erfc). */
export function cdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  let sum = 0;
  for (let i = ERFC.length - 1; i >= 0; i -= 1) sum = sum * t + ERFC[i]!;
  const tail = (t * Math.exp(sum - x * x)) / 2;
  return z > 0 ? 1 - tail : tail;
}
const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export const product = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/** A question about a belief: is `weights · x + level`, with normal noise of this deviation, above zero? */
export interface Probit {
  readonly weights: readonly number[];
  readonly level: number;
  readonly noise: number;
}

/** How likely the answer is yes, and the belief after a yes and after a no. */
export interface Outlook {
  readonly likely: number;
  after(yes: boolean): Belief;
}

/**
 * Assumed-density filtering: the normal belief with the same mean and covariance as the exact one after the answer,
 * which is known in closed form for a probit.
 */
export function ask({ mean, covariance }: Belief, { weights, level, noise }: Probit): Outlook {
  const reach = covariance.map((row) => product(row, weights));
  const deviation = Math.sqrt(product(reach, weights) + noise * noise);
  const z = (product(mean, weights) + level) / deviation;
  return {
    likely: cdf(z),
    after: (yes) => {
      const side = yes ? 1 : -1;
      const ratio = density(z) / cdf(side * z);
      const step = (side * ratio) / deviation;
      const shrink = (ratio * (ratio + side * z)) / (deviation * deviation);
      return {
        mean: mean.map((value, i) => value + step * reach[i]!),
        covariance: covariance.map((row, i) => row.map((value, j) => value - shrink * reach[i]! * reach[j]!)),
      };
    },
  };
}
