import { createHash } from 'node:crypto';
import { HTTPFetchError, messagingApi } from '@line/bot-sdk';

/** How LINE took one request to send. */
export type Answer =
  | { readonly kind: 'accepted' }
  /** 409: a request with this retry key was accepted before. */
  | { readonly kind: 'acceptedBefore' }
  /** 400 for the reply token: used, or too old. */
  | { readonly kind: 'tokenRefused' }
  /** 429 for the rate: not taken, later perhaps. `waitMs`: as the answer's `Retry-After` asks. */
  | { readonly kind: 'notNow'; readonly status: number; readonly waitMs: number | null }
  /** 429 for the month: no push will be taken before the next one. */
  | { readonly kind: 'monthOver'; readonly status: number }
  /** 401 or 403: the channel may not send at all, whatever the message. */
  | { readonly kind: 'noAccess'; readonly status: number }
  /** 5xx, a dropped line or no answer in time: it may have been delivered or not. */
  | { readonly kind: 'unknown'; readonly status: number | null; readonly waitMs: number | null }
  /** Any other 4xx: the same request will never be taken. */
  | { readonly kind: 'refused'; readonly status: number; readonly fields: readonly string[] };

/** The two ways to send; neither throws. */
export interface LineApi {
  reply(replyToken: string, messages: messagingApi.Message[]): Promise<Answer>;
  push(person: string, messages: messagingApi.Message[], retryKey: string): Promise<Answer>;
}

/** The animation that says "one moment"; never throws. */
export interface LoadingApi {
  /** Shows it to one person until the next message comes, at most so long: 5–60 seconds in steps of 5. */
  loading(person: string, seconds: number): Promise<Answer>;
}

export interface ApiOptions {
  readonly channelAccessToken: string;
  /** Default the official one. */
  readonly apiBaseUrl?: string;
  /** The SDK sets no limit of its own. Default 10 s. */
  readonly timeoutMs?: number;
}

export function lineApi({
  channelAccessToken,
  apiBaseUrl,
  timeoutMs = 10_000,
}: ApiOptions): LineApi & LoadingApi {
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken,
    ...(apiBaseUrl !== undefined && { baseURL: apiBaseUrl }),
  });
  return {
    reply: (replyToken, messages) => answerOf(client.replyMessage({ replyToken, messages }), timeoutMs),
    push: (to, messages, retryKey) => answerOf(client.pushMessage({ to, messages }, retryKey), timeoutMs),
    loading: (chatId, loadingSeconds) =>
      answerOf(client.showLoadingAnimation({ chatId, loadingSeconds }), timeoutMs),
  };
}

/**
 * A retry key for a speech: a UUID (RFC 9562, version 8) made of its id, so that a resend after a crash carries
 * the same one and LINE takes it once (docs/messaging-api/retrying-api-request/; remembered for 24 hours).
 * The person is part of it because ids start anew with a new database.
 */
export function retryKeyOf(id: number, person: string, causedAt: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['shirube', id, person, causedAt]))
    .digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

async function answerOf(request: Promise<unknown>, timeoutMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unknown', status: null, waitMs: null }), timeoutMs);
  });
  const done = request.then((): Answer => ({ kind: 'accepted' }), readError);
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The SDK's error carries the whole body, which may quote what a person wrote: only what is safe leaves here. */
function readError(error: unknown): Answer {
  if (!(error instanceof HTTPFetchError)) return { kind: 'unknown', status: null, waitMs: null };
  const { status } = error;
  if (status === 409) return { kind: 'acceptedBefore' };
  if (status === 401 || status === 403) return { kind: 'noAccess', status };
  const { message, fields } = readBody(error.body);
  // ref#error-messages: both are 429, and only the text tells them apart.
  if (status === 429 && /monthly limit/iu.test(message)) return { kind: 'monthOver', status };
  const waitMs = retryAfterOf(error.headers.get('retry-after'));
  if (status === 429) return { kind: 'notNow', status, waitMs };
  // 408 comes from something on the way: like 5xx it does not say what became of the request.
  if (status >= 500 || status === 408) return { kind: 'unknown', status, waitMs };
  if (status === 400 && /^invalid reply token/iu.test(message)) return { kind: 'tokenRefused' };
  return { kind: 'refused', status, fields };
}

/** Longer than this nobody is asked to wait by a header: a typing error there must not silence the account. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** RFC 9110, 10.2.3: seconds or a date. LINE publishes neither; proxies on the way may send it. */
export function retryAfterOf(header: string | null, now = Date.now()): number | null {
  if (header === null || header.trim() === '') return null;
  const ms = /^\d+$/u.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? null : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}

/** LINE's `message`, and the names of the properties it refused (never their values). */
function readBody(body: string): { message: string; fields: string[] } {
  try {
    const { message, details } = JSON.parse(body) as { message?: unknown; details?: unknown };
    const properties = Array.isArray(details)
      ? details.map((detail: { property?: unknown }) => detail?.property)
      : [];
    return {
      message: typeof message === 'string' ? message : '',
      fields: properties.filter(
        (name): name is string => typeof name === 'string' && /^[\w.[\]/]{1,120}$/u.test(name),
      ),
    };
  } catch {
    return { message: '', fields: [] };
  }
}
