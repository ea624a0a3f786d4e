/** What our search is compared with: two ways anybody could search the same texts. */
import sqlite3 from 'sqlite3';
import type { Catalogue } from '../../domain/catalogue.ts';
import { normaliseText } from '../../domain/text.ts';
import type { Search } from './measure.ts';

/** All that is written about an occupation in three languages. */
const textsOf = ({ occupations }: Catalogue): { id: number; text: string }[] =>
  [...occupations.values()].map(({ id, texts, reading, romaji, aliases, aliasesEn, licences }) => ({
    id,
    text: normaliseAll(
      [
        ...Object.values(texts).flatMap(({ name, summary, story }) => [
          name,
          summary ?? '',
          ...(story ? [...story.day, story.entry, story.suits] : []),
        ]),
        reading,
        romaji,
        ...aliases,
        ...aliasesEn,
        ...licences,
      ].join('\n'),
    ),
  }));
const normaliseAll = (text: string): string => text.normalize('NFKC').toLowerCase();

/** SQLite's FTS5 with its trigram tokenizer, ranked by its own bm25. It finds nothing shorter than three letters. */
export async function trigramSearch(catalogue: Catalogue): Promise<Search> {
  const db = new sqlite3.Database(':memory:');
  const run = (sql: string, params: unknown[] = []) =>
    new Promise<void>((resolve, reject) =>
      db.run(sql, params, (error) => (error ? reject(error) : resolve())),
    );
  await run("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='trigram')");
  for (const { id, text } of textsOf(catalogue))
    await run('INSERT INTO texts(rowid, body) VALUES (?, ?)', [id, text]);
  return (query) => {
    const words = pieces(normaliseText(query), 3).map((one) => `"${one.replaceAll('"', '""')}"`);
    if (words.length === 0) return { ids: [], sure: true };
    return new Promise((resolve, reject) =>
      db.all<{ rowid: number }>(
        'SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10',
        [words.join(' OR ')],
        (error, rows) =>
          error ? reject(error) : resolve({ ids: rows.map(({ rowid }) => rowid), sure: true }),
      ),
    );
  };
}

const pieces = (text: string, length: number): string[] => [
  ...new Set(
    text
      .split(/\s+/u)
      .flatMap((word) =>
        Array.from({ length: Math.max(0, word.length - length + 1) }, (_, i) => word.slice(i, i + length)),
      ),
  ),
];

/** BM25 (k1 1.2, b 0.75) over pairs of letters. */
export function bigramSearch(catalogue: Catalogue): Search {
  const docs = textsOf(catalogue).map(({ id, text }) => {
    const counts = new Map<string, number>();
    for (const word of text.split(/\s+/u))
      for (let i = 0; i + 2 <= word.length; i += 1) {
        const pair = word.slice(i, i + 2);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    return { id, counts, length: text.length };
  });
  const mean = docs.reduce((sum, { length }) => sum + length, 0) / docs.length;
  const holding = new Map<string, number>();
  for (const { counts } of docs)
    for (const pair of counts.keys()) holding.set(pair, (holding.get(pair) ?? 0) + 1);
  return (query) => {
    const pairs = pieces(normaliseText(query), 2);
    const ids = docs
      .map(({ id, counts, length }) => {
        let score = 0;
        for (const pair of pairs) {
          const n = holding.get(pair) ?? 0;
          const tf = counts.get(pair) ?? 0;
          if (tf > 0) {
            const idf = Math.log(1 + (docs.length - n + 0.5) / (n + 0.5));
            score += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * length) / mean));
          }
        }
        return { id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.id - b.id)
      .slice(0, 10)
      .map(({ id }) => id);
    return { ids, sure: true };
  };
}
