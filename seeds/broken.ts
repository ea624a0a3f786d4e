import { ShirubeError } from '../errors.ts';

/** A seed file as read: its path from the project's root, and its text. */
export interface SeedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Says where a seed is wrong: `seeds/wages/cells.csv:123: …`. Lines count from 1; `null` means the file as a whole.
 * `what` names the field, the value found and the value wanted.
 */
export function broken(
  file: Pick<SeedFile, 'path'>,
  line: number | null,
  what: string,
  cause?: unknown,
): never {
  const place = line === null ? file.path : `${file.path}:${line}`;
  throw new ShirubeError('SEED_BROKEN', `${place}: ${what}`, cause === undefined ? undefined : { cause });
}

/** A value from a seed, shortened so that a message stays one line. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
