import type { Occupation } from './catalogue.ts';
import { INTERESTS, type Interest, type InterestScores } from './interests.ts';
import { eachInterest } from './scoring.ts';

/** An occupation's interests, standardised: how many standard deviations it lies from the mean of all occupations. */
interface Standardised {
  readonly id: number;
  readonly z: InterestScores;
  /** `z` centred over the six interests and scaled to length 1: the shape of its profile. */
  readonly shape: readonly number[];
}

/** Occupations made ready for matching; prepare once per catalogue. */
export interface MatchIndex {
  readonly occupations: readonly Standardised[];
  readonly byId: ReadonlyMap<number, Standardised>;
}

export interface Match {
  readonly id: number;
  /** Pearson correlation of the person's profile with the occupation's standardised one, −1 to 1. */
  readonly score: number;
  /** Interests above the mean on both sides, strongest first; at most two, none when only dislikes are shared. */
  readonly reasons: readonly Interest[];
}

/** Profiles flatter than this (length of the centred six scores) have no shape to compare. */
const FLAT = 0.05;

/**
 * Standardises each interest over all occupations that have figures. Most occupations rate highest on Social
 * or Realistic in raw figures, so raw letters mislead; what sets an occupation apart is how far it lies from the others.
 */
export function indexInterests(occupations: Iterable<Occupation>): MatchIndex {
  const rated = [...occupations].filter((occupation) => occupation.interests !== null);
  const mean = eachInterest(
    (interest) => rated.reduce((sum, { interests }) => sum + interests![interest], 0) / rated.length,
  );
  const deviation = eachInterest((interest) =>
    Math.sqrt(
      rated.reduce((sum, { interests }) => sum + (interests![interest] - mean[interest]) ** 2, 0) /
        rated.length,
    ),
  );
  const standardised = rated.flatMap(({ id, interests }) => {
    const z = eachInterest((interest) => (interests![interest] - mean[interest]) / (deviation[interest] || 1));
    const shape = shapeOf(z);
    return shape ? [{ id, z, shape }] : [];
  });
  return { occupations: standardised, byId: new Map(standardised.map((entry) => [entry.id, entry])) };
}

/**
 * Occupations by likeness of profile shape, best first; ties by id.
 * `null` when the person's profile is flat and has no shape to compare.
 */
export function matchInterests(index: MatchIndex, person: InterestScores): Match[] | null {
  const shape = shapeOf(person);
  if (!shape) return null;
  return index.occupations
    .map((occupation) => matchOne(shape, occupation))
    .sort((a, b) => b.score - a.score || a.id - b.id);
}

/** How one occupation fits, or `null` when it has no interest figures or the profile is flat. */
export function matchOccupation(index: MatchIndex, person: InterestScores, id: number): Match | null {
  const shape = shapeOf(person);
  const occupation = index.byId.get(id);
  return shape && occupation ? matchOne(shape, occupation) : null;
}

function matchOne(person: readonly number[], { id, z, shape }: Standardised): Match {
  const shares = INTERESTS.map((interest, i) => ({
    interest,
    share: person[i]! * shape[i]!,
    shared: person[i]! > 0 && shape[i]! > 0 && z[interest] > 0,
  }));
  const score = shares.reduce((sum, { share }) => sum + share, 0);
  const shared = shares.filter((entry) => entry.shared).sort((a, b) => b.share - a.share);
  return {
    id,
    score: Math.max(-1, Math.min(1, score)),
    reasons: shared.slice(0, 2).map(({ interest }) => interest),
  };
}

/** Six scores centred on their own mean, scaled to length 1; the dot product of two shapes is Pearson's r. */
function shapeOf(scores: InterestScores): number[] | null {
  const values = INTERESTS.map((interest) => scores[interest]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const length = Math.hypot(...centred);
  return length < FLAT ? null : centred.map((value) => value / length);
}
