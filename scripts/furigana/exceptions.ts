import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Exceptions } from './read.ts';

/** What the dictionary reads otherwise than our texts mean it, checked by hand: `exceptions.json`. */
export async function readExceptions(): Promise<Exceptions> {
  const file = path.join(import.meta.dirname, 'exceptions.json');
  const { words, instead } = JSON.parse(await readFile(file, 'utf8')) as Record<
    keyof Exceptions,
    Record<string, string>
  >;
  return { words: new Map(Object.entries(words)), instead: new Map(Object.entries(instead)) };
}
