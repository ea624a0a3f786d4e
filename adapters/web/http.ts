import type { IncomingMessage } from 'node:http';
import { readBytes } from '../http/body.ts';

/** A request that is answered with an error, in the shape of the public Direct Line. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
  get body() {
    return { error: { code: this.code, message: this.message } };
  }
}

/** Somebody asks too much in too short a time. */
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, 'TooManyRequests', 'Too many requests at once. Wait a moment, then go on.', seconds);

export type Json = Readonly<Record<string, unknown>>;

/** Largest body of a request, in bytes. */
export const MOST_BYTES = 64 * 1024;

/**
 * The JSON object in a request's body. `whenEmpty` stands for a missing body; some clients then name
 * a content type that is not JSON, which is fine.
 */
export async function readJson(request: IncomingMessage, whenEmpty?: Json): Promise<Json> {
  const bytes = await readBytes(request, MOST_BYTES);
  if (bytes === 'too_large') {
    throw new Refusal(413, 'MessageSizeTooBig', `The body may have ${MOST_BYTES} bytes at most.`);
  }
  if (bytes === 'cut_off') throw new Refusal(400, 'BadSyntax', 'The request ended before its body did.');
  if (bytes.length === 0 && whenEmpty) return whenEmpty;
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const coding = request.headers['content-encoding'];
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(type) || (coding && coding !== 'identity')) {
    throw new Refusal(415, 'UnsupportedMediaType', 'Send the activity as application/json, not compressed.');
  }
  const value = parse(bytes);
  if (!isJson(value)) throw new Refusal(400, 'BadSyntax', 'The body must be a JSON object.');
  return value;
}

/** JSON, or 400. */
export function parse(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal(400, 'BadSyntax', 'The body is not JSON.');
  }
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `value` when it is an object, else an empty one: for reading what a client may have left out. */
export const json = (value: unknown): Json => (isJson(value) ? value : {});

/** `value` when it is a string with something in it; cut, and always well-formed Unicode. */
export function words(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const cut = value.slice(0, most);
  const whole = value.length > most && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole.toWellFormed();
}
