import { ShirubeError } from '../../errors.ts';

/**
 * Stops the import with one line for the operator: which file, what is wrong, what to do.
 * Nothing has been changed by then.
 */
export function refuse(what: string, cause?: unknown): never {
  const line = what.replace(/\s+/gu, ' ').trim();
  throw new ShirubeError('IMPORT_REFUSED', line, cause === undefined ? undefined : { cause });
}

/** The code of an error of the system, such as `ENOENT`. */
export const systemCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** What to do with most files that cannot be used. */
export const AGAIN = 'Download it again from the official site and do not edit it';

/** A value from a file, shortened so that a message stays one readable line. */
export const shown = (value: string): string => `"${value.length > 40 ? `${value.slice(0, 37)}…` : value}"`;
