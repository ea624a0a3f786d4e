import type { Catalogue } from '../../domain/catalogue.ts';
import { indexSimilar, similarTo } from '../../domain/similar.ts';

export const NEAR_COUNT = 12;

interface Posting {
  readonly doc: number;
  readonly impact: number;
}

/** Occupations most like each: by the words of their texts, by their codes, and by the shape of their figures. */
export function nearest(
  catalogue: Catalogue,
  postings: readonly (readonly Posting[])[],
): { doc: number; weight: number }[][] {
  const occupations = [...catalogue.occupations.values()];
  const count = occupations.length;
  const norms = new Float64Array(count);
  const dots = new Float64Array(count * count);
  for (const list of postings) {
    for (const { doc, impact } of list) norms[doc]! += impact * impact;
    if (list.length > count / 4) continue;
    for (const a of list) for (const b of list) dots[a.doc * count + b.doc]! += a.impact * b.impact;
  }
  const index = indexSimilar(catalogue);
  const place = new Map(occupations.map(({ id }, i) => [id, i]));
  return occupations.map((one, doc) => {
    const figures = new Map(
      similarTo(index, catalogue.occupations, one.id, count).map(({ id, score }) => [
        place.get(id)!,
        score ?? 0.4,
      ]),
    );
    return occupations
      .map((other, i) => {
        const text = dots[doc * count + i]! / Math.sqrt(norms[doc]! * norms[i]!);
        const [a = '', b = ''] = [one.mhlwCodes[0], other.mhlwCodes[0]];
        const code =
          a === b ? 1 : a.slice(0, 6) === b.slice(0, 6) ? 0.7 : a.slice(0, 2) === b.slice(0, 2) ? 0.25 : 0;
        return { doc: i, weight: text * 1.3 + 0.2 * code + 0.25 * Math.max(0, figures.get(i) ?? 0) };
      })
      .filter((near) => near.doc !== doc)
      .sort((x, y) => y.weight - x.weight || x.doc - y.doc)
      .slice(0, NEAR_COUNT)
      .map(({ doc: i, weight }) => ({ doc: i, weight: Math.min(255, Math.round(weight * 255)) }));
  });
}
