import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Graded {
  readonly q: string;
  readonly lang: 'ja' | 'ja-easy' | 'en';
  readonly kind: string;
  readonly set: 'dev' | 'test';
  readonly answers: Readonly<Record<string, number>>;
  readonly none?: boolean;
}
/** What a search says to a query: ids, best first; `sure` is false where they are offered as suggestions only. */
export interface Said {
  readonly ids: readonly number[];
  readonly sure: boolean;
}
export type Search = (query: string) => Said | Promise<Said>;

export const gradedQueries = (): Graded[] =>
  readFileSync(path.join(import.meta.dirname, 'queries.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Graded);

/**
 * Normalised discounted cumulated gain of the first ten: the gain of grade g is 2^g − 1 (7, 3, 1), divided by
 * log2(place + 1); 1 is the best order there can be. Where nothing fits, 1 for no answer or mere suggestions, 0 otherwise.
 */
export function ndcg({ answers, none }: Pick<Graded, 'answers' | 'none'>, { ids, sure }: Said): number {
  if (none) return ids.length === 0 || !sure ? 1 : 0;
  const gain = (grade: number, at: number) => (2 ** grade - 1) / Math.log2(at + 2);
  const sum = (grades: readonly number[]) =>
    grades.slice(0, 10).reduce((all, grade, at) => all + gain(grade, at), 0);
  const best = sum(Object.values(answers).sort((a, b) => b - a));
  return best === 0 ? 0 : sum(ids.map((id) => answers[id] ?? 0)) / best;
}

export interface Measured {
  readonly overall: number;
  readonly by: Readonly<Record<string, { readonly mean: number; readonly count: number }>>;
  readonly all: readonly {
    readonly graded: Graded;
    readonly score: number;
    readonly ids: readonly number[];
  }[];
  /** Milliseconds a query. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export async function measure(graded: readonly Graded[], search: Search): Promise<Measured> {
  const all: Measured['all'][number][] = [];
  const times: number[] = [];
  for (const one of graded) await search(one.q);
  for (const one of graded) {
    const before = performance.now();
    const said = await search(one.q);
    times.push(performance.now() - before);
    all.push({ graded: one, score: ndcg(one, said), ids: said.ids.slice(0, 10) });
  }
  times.sort((a, b) => a - b);
  const mean = (list: readonly { score: number }[]) =>
    list.reduce((sum, { score }) => sum + score, 0) / (list.length || 1);
  const groups = new Map<string, { score: number }[]>();
  for (const one of all) {
    for (const key of [one.graded.none ? 'none' : one.graded.kind, one.graded.lang])
      groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    overall: mean(all),
    by: Object.fromEntries([...groups].map(([key, list]) => [key, { mean: mean(list), count: list.length }])),
    all,
    p50: at(0.5),
    p99: at(0.99),
    max: times.at(-1) ?? 0,
  };
}
