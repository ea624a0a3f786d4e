import { randomBytes } from 'node:crypto';
/**
 * What every engine shares: how things become text and instants and come back.
 * Kept in one place so that no engine can differ from another in what survives a round trip.
 */
import { ShirubeError } from '../errors.ts';

/** A failure of the store. The message says what to do; it never holds what a person wrote. */
export const storeFailed = (message: string, cause?: unknown): ShirubeError =>
  new ShirubeError('STORE_FAILED', message, cause === undefined ? undefined : { cause });

/** The event was answered before, by us or by another process. */
export const eventDone = (id: number): ShirubeError =>
  new ShirubeError('EVENT_DONE', `Event ${id} is not waiting for an answer: take the next one.`);

/** Another turn of the same person was saved since this one started. */
export const versionConflict = (version: number): ShirubeError =>
  new ShirubeError(
    'VERSION_CONFLICT',
    `The state is no longer at version ${version}: load it and take the turn again.`,
  );

export const storeClosed = (): ShirubeError =>
  storeFailed('The store is closed: open it again before using it.');

/**
 * Plain JSON, or `STORE_FAILED` for what JSON cannot carry (`undefined` alone, functions, BigInt, cycles).
 * JSON writes NUL and lone surrogates as escapes, so any text a person sends survives in any database.
 */
export function encode(what: string, value: unknown): string {
  let text: string | undefined;
  let cause: unknown;
  try {
    text = JSON.stringify(value);
  } catch (error) {
    cause = error;
  }
  if (text === undefined)
    throw storeFailed(`The ${what} is not plain JSON: hand over plain data only.`, cause);
  return text;
}

/** Back from JSON. The parser's own error quotes the text, which may be a person's words, so it is not kept. */
export function decode<T>(what: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw storeFailed(`A kept ${what} is damaged: restore the store from its last backup.`);
  }
}

/**
 * An identifier (person, event) as it may stand in a database column: without its quotes, as JSON writes it.
 * Ordinary identifiers stay as they are; NUL and lone surrogates, which databases refuse or replace,
 * become escapes, so two different people can never become one. `fromKey` gives back the original.
 */
export const toKey = (text: string): string => JSON.stringify(text).slice(1, -1);

export const fromKey = (key: string): string => decode<string>('identifier', `"${key}"`);

/** Milliseconds of an ISO time. Compared as numbers, because ISO strings of unequal precision do not sort. */
export function toInstant(iso: string): number {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant))
    throw storeFailed('A time handed to the store is not ISO 8601: use toISOString().');
  return instant;
}

export const fromInstant = (instant: number): string => new Date(instant).toISOString();

/** A limit every engine reads alike: a whole number, none below 0, and as many as there are above 2^31. */
export const atMost = (limit: number): number => Math.max(0, Math.min(Math.trunc(limit) || 0, 2 ** 31 - 1));

export const DAY_MS = 86_400_000;

/** What the engines need of a clock: milliseconds, as `Date.now` gives them. */
export type Clock = () => number;

/** 256 random bits as hexadecimal digits. */
export const newSecret = (): string => randomBytes(32).toString('hex');
