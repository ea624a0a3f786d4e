import { FIELDS, NAME_KINDS } from '../../domain/search/stored.ts';
import type { BuiltIndex } from './index.ts';
import { NEAR_COUNT } from './near.ts';

/** The index as the one line of text that `seeds/search.ts` reads: words joined by signs, numbers packed in base64. */
export function writeIndex({ ids, terms, postings, names, said, near }: BuiltIndex, inputs: string): string {
  const all = postings.flat();
  const packed = (numbers: ArrayLike<number> & { buffer: ArrayBufferLike }) =>
    Buffer.from(numbers.buffer).toString('base64');
  const starts = [0];
  for (const list of postings) starts.push(starts.at(-1)! + list.length);
  return `${JSON.stringify({
    version: 1,
    inputs,
    fields: FIELDS,
    kinds: NAME_KINDS,
    ids,
    terms: terms
      .map(({ word, readings, inflection }) => `${word}|${readings.join(',')}|${inflection}`)
      .join('\n'),
    starts: packed(Uint32Array.from(starts)),
    docs: packed(Uint16Array.from(all, ({ doc }) => doc)),
    impacts: packed(Uint8Array.from(all, ({ impact }) => impact)),
    postingFields: packed(Uint8Array.from(all, ({ field }) => field)),
    names: [...names]
      .map(([key, list]) => `${key}|${list.map(({ doc, kind }) => `${doc}${kind[0]}`).join(',')}`)
      .join('\n'),
    said: [...said].map(([phrase, ways]) => `${phrase}|${ways.join(',')}`).join('\n'),
    nearCount: NEAR_COUNT,
    nearDocs: packed(Uint16Array.from(near.flat(), ({ doc }) => doc)),
    nearWeights: packed(Uint8Array.from(near.flat(), ({ weight }) => weight)),
  })}\n`;
}
