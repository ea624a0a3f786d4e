import type { Catalogue } from '../../domain/catalogue.ts';
import { indexNames, rank, searchNames, type Finder } from '../../domain/search.ts';
import { bigramSearch, trigramSearch } from './baselines.ts';
import { gradedQueries, measure, type Search } from './measure.ts';

/** Our search, the name search before it, and two ways anybody could search the same texts. */
export async function searches(catalogue: Catalogue, finder: Finder): Promise<Record<string, Search>> {
  const index = indexNames(catalogue.occupations.values());
  return {
    ours: oursOf(finder),
    names: (query) => ({ ids: searchNames(index, query).map(({ id }) => id), sure: true }),
    trigram: await trigramSearch(catalogue),
    bigram: bigramSearch(catalogue),
  };
}

export const oursOf =
  (finder: Finder): Search =>
  (query) => {
    const { hits, sure } = rank(finder, query);
    return { ids: hits.map(({ id }) => id), sure };
  };

/** A line for each half of the set and each way to search. */
export async function benchSearch(
  catalogue: Catalogue,
  finder: Finder,
  add: (measure: string, value: string) => void,
): Promise<void> {
  const all = await searches(catalogue, finder);
  for (const set of ['dev', 'test'] as const) {
    const graded = gradedQueries().filter((one) => one.set === set);
    for (const [name, search] of Object.entries(all)) {
      const { overall, by, p50, p99, max } = await measure(graded, search);
      add(
        `finding occupations, nDCG@10, ${set}: ${name}`,
        `${overall.toFixed(3)}, wishes ${(by['wish']?.mean ?? 0).toFixed(3)}, p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, max ${max.toFixed(2)} ms`,
      );
    }
  }
}
