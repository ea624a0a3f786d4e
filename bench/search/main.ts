/**
 * How well the search finds: `node bench/search/main.ts [dev|test] [--baselines] [--show kind]`.
 * While the search is tuned only `dev` may be looked at; `--show` refuses `test`.
 */
import path from 'node:path';
import { openSearch, rank } from '../../domain/search.ts';
import { loadCatalogue } from '../../seeds/load.ts';
import { oursOf, searches } from './bench.ts';
import { gradedQueries, measure, type Measured, type Search } from './measure.ts';

const args = process.argv.slice(2);
const catalogue = await loadCatalogue(path.join(import.meta.dirname, '../../seeds'));
const before = performance.now();
const finder = openSearch(catalogue);
console.log(`index opened in ${(performance.now() - before).toFixed(0)} ms`);
const compared: Record<string, Search> = args.includes('--baselines')
  ? await searches(catalogue, finder)
  : { ours: oursOf(finder) };
const sets = args.includes('test')
  ? (['test'] as const)
  : args.includes('both')
    ? (['dev', 'test'] as const)
    : (['dev'] as const);
for (const set of sets) {
  const graded = gradedQueries().filter((one) => one.set === set);
  const measured: Record<string, Measured> = {};
  for (const [name, search] of Object.entries(compared)) measured[name] = await measure(graded, search);
  print(set, measured);
  const kind = args[args.indexOf('--show') + 1];
  if (args.includes('--show') && set === 'dev') {
    for (const { graded: one, score, ids } of measured['ours']!.all) {
      if (kind !== 'all' && one.kind !== kind) continue;
      if (score > 0.93) continue;
      const named = ids
        .map((id) => `${catalogue.occupations.get(id)!.name.slice(0, 9)}${one.answers[id] ?? '-'}`)
        .join(' ');
      const missing = Object.entries(one.answers)
        .filter(([id, grade]) => grade === 3 && !ids.includes(Number(id)))
        .slice(0, 8)
        .map(([id]) => catalogue.occupations.get(Number(id))!.name.slice(0, 9));
      console.log(`${score.toFixed(2)} ${one.kind} ${one.q}\n     ${named}\n     ✗ ${missing.join(' ')}`);
      if (args.includes('--parse'))
        console.log(
          '    ',
          JSON.stringify(rank(finder, one.q).parsed, (key, value) =>
            key === 'concepts'
              ? (value as number[]).map((c) => finder.concepts[c]!.id)
              : key === 'terms'
                ? (value as number[]).map((t) => finder.terms[t]!.word)
                : key === 'names'
                  ? (value as number[]).map((n) => finder.names[n]!.key)
                  : value,
          ),
        );
    }
  }
}

function print(set: string, measured: Record<string, Measured>): void {
  const names = Object.keys(measured);
  const keys = [...new Set(names.flatMap((name) => Object.keys(measured[name]!.by)))];
  const row = (label: string, value: (name: string) => string) =>
    console.log(label.padEnd(20) + names.map((name) => value(name).padStart(12)).join(''));
  row(`nDCG@10 ${set}`, (name) => name);
  row('overall', (name) => measured[name]!.overall.toFixed(3));
  for (const key of keys.sort())
    row(`  ${key} (${measured[names[0]!]!.by[key]?.count})`, (name) =>
      (measured[name]!.by[key]?.mean ?? 0).toFixed(3),
    );
  for (const time of ['p50', 'p99', 'max'] as const)
    row(`${time} ms`, (name) => measured[name]![time].toFixed(2));
}
