import type { Angles, Catalogue, Occupation } from '../catalogue.ts';
import { normal } from './normal.ts';
import type { Finder } from './finder.ts';
import type { Concept } from './stored.ts';

/** Value of an occupation that lacks what a concept insists on. */
export const RULED_OUT = -1;

type Opened = Omit<Finder, 'conceptScores'>;

/** How much each concept is true of each occupation, 0–1. */
export function conceptScores(catalogue: Catalogue, finder: Opened): Float32Array[] {
  const standard = standardised(catalogue, finder);
  return finder.concepts.map((concept) => score(concept, catalogue, finder, standard));
}

function score(
  { means }: Concept,
  catalogue: Catalogue,
  finder: Opened,
  standard: (block: string, column: string) => Float32Array,
): Float32Array {
  const count = finder.index.ids.length;
  const parts: Float32Array[] = [];
  const part = (value: (doc: number, occupation: Occupation) => number) => {
    parts.push(
      Float32Array.from(finder.index.ids, (id, doc) => {
        const occupation = catalogue.occupations.get(id);
        return occupation ? value(doc, occupation) : 0;
      }),
    );
  };
  const { occupations, fields, angles, figures, terms, only = [], never = [] } = means;
  if (occupations) part((_, { id }) => occupations[id] ?? 0);
  if (fields) {
    part((_, { mhlwCodes }) =>
      Math.max(0, ...Object.entries(fields).map(([code, w]) => (mhlwCodes[0]?.startsWith(code) ? w : 0))),
    );
  }
  if (angles) {
    part((_, one) =>
      Math.max(0, ...Object.entries(angles).map(([name, w]) => w * hasAngle(one.angles, name))),
    );
  }
  if (figures) {
    const columns = figures.map(({ block, column, weight }) => ({ z: standard(block, column), weight }));
    const total = columns.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
    // A weighted mean of standard deviations: 0 is usual, 2.25 and more is full. Beside a list it only orders.
    part((doc) => {
      const mean = columns.reduce((sum, { z, weight }) => sum + z[doc]! * weight, 0) / total;
      return Math.min(1, Math.max(0, (mean + 0.25) / 2.5)) * (occupations ? 0.5 : 1);
    });
  }
  if (terms) parts.push(termScores(finder, terms));
  return Float32Array.from({ length: count }, (_, doc) => {
    const own = parts.map((values) => values[doc]!);
    const best = Math.max(...own);
    const rest = own.reduce((sum, value) => sum + value, 0) - best;
    const one = catalogue.occupations.get(finder.index.ids[doc]!)?.angles ?? null;
    const fits =
      only.every((name) => hasAngle(one, name) > 0) && !never.some((name) => hasAngle(one, name) > 0);
    return fits ? 0.88 * best + 0.12 * Math.min(1, rest) : RULED_OUT;
  });
}

/** How much an angle is true: the first place is the typical one. */
function hasAngle(angles: Angles | null, name: string): number {
  if (!angles) return 0;
  const [key = '', value = ''] = name.split(':');
  switch (key) {
    case 'places': {
      const at = angles.places.findIndex((place) => place === value);
      return at < 0 ? 0 : at === 0 ? 1 : 0.75;
    }
    case 'licence':
      return angles.licence === value ? 1 : 0;
    case 'untrained':
      return angles.untrained === (value === 'yes') ? 1 : 0;
    case 'night':
      return angles.night === value ? 1 : 0;
    case 'tags':
      return angles.tags.some((tag) => tag === value) ? 1 : 0;
    default:
      return angles.settings.some((setting) => setting === value) ? 1 : 0;
  }
}

function termScores(finder: Opened, terms: Readonly<Record<string, number>>): Float32Array {
  const values = new Float32Array(finder.index.ids.length);
  for (const [said, weight] of Object.entries(terms)) {
    const entry = finder.entries.get(normal(said));
    for (const term of entry?.terms ?? []) {
      for (let p = finder.index.starts[term]!; p < finder.index.starts[term + 1]!; p += 1) {
        const doc = finder.index.docs[p]!;
        values[doc] = Math.max(values[doc]!, weight * Math.min(1, finder.index.impacts[p]! / 130));
      }
    }
    for (const name of entry?.names ?? [])
      for (const { doc } of finder.names[name]!.docs) values[doc] = Math.max(values[doc]!, weight * 0.8);
  }
  return values;
}

/** Standard deviations above the mean of all occupations, by figure; 0 where there is none. */
function standardised(catalogue: Catalogue, finder: Opened): (block: string, column: string) => Float32Array {
  const made = new Map<string, Float32Array>();
  return (block, column) => {
    const key = `${block}.${column}`;
    const known = made.get(key);
    if (known) return known;
    const name = block as keyof Catalogue['figureColumns'];
    const at = catalogue.figureColumns[name].indexOf(column);
    const raw = finder.index.ids.map((id) => catalogue.occupations.get(id)?.figures[name]?.[at] ?? null);
    const there = raw.filter((value) => value !== null);
    const mean = there.reduce((a, b) => a + b, 0) / (there.length || 1);
    const deviation =
      Math.sqrt(there.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (there.length || 1)) || 1;
    const values = Float32Array.from(raw, (value) => (value === null ? 0 : (value - mean) / deviation));
    made.set(key, values);
    return values;
  };
}
