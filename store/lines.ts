import type { Incoming, Line, Spoken } from '../bot/port.ts';
import { decode, fromInstant } from './wire.ts';

/** The columns a `Line` is made of. Only a speech has a cause. */
export interface LineRow {
  readonly id: number;
  readonly at: number;
  readonly cause: number | null;
  readonly body: string;
}

export const toLine = ({ id, at, cause, body }: LineRow): Line =>
  cause === null
    ? { id, at: fromInstant(at), incoming: decode<Incoming>('event', body) }
    : { id, at: fromInstant(at), cause, spoken: decode<Spoken>('speech', body) };
