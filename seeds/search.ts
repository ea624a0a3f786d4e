import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FIGURE_BLOCKS, type FigureColumns } from '../domain/catalogue.ts';
import { type Concept, type Grammar, type StoredIndex } from '../domain/search/stored.ts';
import { broken, type SeedFile } from './broken.ts';
import { SEED_PATHS } from './files.ts';
import { readJson, readJsonLines } from './json.ts';
import { filled, inEachLocale } from './shapes.ts';

export const SEARCH_INDEX_PATH = SEED_PATHS.searchIndex;
/** What the index is built from. */
const INPUTS = [
  SEED_PATHS.occupations,
  SEED_PATHS.texts,
  SEED_PATHS.stories,
  SEED_PATHS.figures,
  SEED_PATHS.wageGroups,
  SEED_PATHS.offerGroups,
  SEED_PATHS.searchConcepts,
];

/** SHA-256 of the seeds the index is built from, to know whether it is up to date. */
export async function inputsHash(dir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of INPUTS) hash.update(`${path}\0`).update(await readFile(join(dir, path)));
  return hash.digest('hex');
}

const base64 = z.string().regex(/^[A-Za-z0-9+/]*=*$/u, 'is not base64');
const indexShape = z.object({
  version: z.literal(1),
  inputs: z.string(),
  ids: z.array(z.int().positive()),
  terms: z.string(),
  starts: base64,
  docs: base64,
  impacts: base64,
  postingFields: base64,
  names: z.string(),
  said: z.string(),
  nearCount: z.int().positive(),
  nearDocs: base64,
  nearWeights: base64,
});

/** The prepared index of words; whether it is up to date is for `npm run check` to say. */
export function readSearchIndex(file: SeedFile): StoredIndex {
  const stored = readJson(file, indexShape);
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  const index: StoredIndex = {
    inputs: stored.inputs,
    ids: stored.ids,
    terms: stored.terms,
    starts: new Uint32Array(bytes(stored.starts).buffer),
    docs: new Uint16Array(bytes(stored.docs).buffer),
    impacts: bytes(stored.impacts),
    fields: bytes(stored.postingFields),
    names: stored.names,
    said: stored.said,
    nearCount: stored.nearCount,
    nearDocs: new Uint16Array(bytes(stored.nearDocs).buffer),
    nearWeights: bytes(stored.nearWeights),
  };
  const count = index.starts.at(-1);
  if (
    index.starts.length !== index.terms.split('\n').length + 1 ||
    [index.docs, index.impacts, index.fields].some(({ length }) => length !== count) ||
    index.nearDocs.length !== index.ids.length * index.nearCount
  )
    broken(file, null, 'its parts do not fit together: run npm run search:index');
  return index;
}

const weights = z.record(filled, z.number().min(-1).max(1));
const conceptShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/u, 'is not lower case with underscores'),
  label: inEachLocale,
  said: z.array(filled).min(1),
  means: z.strictObject({
    terms: weights.optional(),
    occupations: weights.optional(),
    fields: weights.optional(),
    angles: weights.optional(),
    figures: z
      .array(
        z.strictObject({ block: z.enum(FIGURE_BLOCKS), column: filled, weight: z.number().min(-1).max(1) }),
      )
      .optional(),
    only: z.array(filled).optional(),
    never: z.array(filled).optional(),
  }),
  opposite: z.string().optional(),
  narrows: z.boolean().optional(),
  unknown: z.boolean().optional(),
});

/** Everyday wishes: every figure exists, every opposite leads somewhere, nothing is said for two of them. */
export function readConcepts(file: SeedFile, columns: FigureColumns): Concept[] {
  const lines = readJsonLines(file, conceptShape);
  const ids = new Set(lines.map(({ value }) => value.id));
  if (ids.size < lines.length) broken(file, null, 'a concept is there twice');
  const said = new Map<string, string>();
  for (const { line, value } of lines) {
    if (value.opposite !== undefined && !ids.has(value.opposite))
      broken(file, line, `there is no concept ${value.opposite}`);
    for (const { block, column } of value.means.figures ?? [])
      if (!columns[block].includes(column)) broken(file, line, `there is no figure ${block}.${column}`);
    for (const words of value.said) {
      const other = said.get(words);
      if (other !== undefined) broken(file, line, `"${words}" already means ${other}`);
      said.set(words, value.id);
    }
  }
  return lines.map(({ value }) => value);
}

const words = z.array(filled);
const grammarShape = z.strictObject({
  fillers: words,
  notAfter: words,
  notBefore: words,
  or: words,
  breaks: words,
  left: words,
  chatter: words,
  homophones: words,
});
export const readGrammar = (file: SeedFile): Grammar => readJson(file, grammarShape);
