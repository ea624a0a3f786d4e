import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import type { Log } from './webhook.ts';

/** What LINE says of the account itself. */
export interface Account {
  /** Its basic id, such as `@shirube`; `null` while LINE has not told it yet. */
  readonly id: string | null;
  /** Begins to ask. */
  start(): void;
  stop(): void;
}

export interface AccountOptions {
  readonly channelAccessToken: string;
  /** Default the official one. */
  readonly apiBaseUrl?: string;
  readonly log: Log;
  /** First pause before asking again; it doubles each time, up to an hour. Default one minute. */
  readonly firstPauseMs?: number;
}

const LONGEST_PAUSE_MS = 3_600_000;

/**
 * Asks LINE for the account's id (`GET /v2/bot/info`), in the background and until it answers: nothing waits for it,
 * and only links into the chat need it.
 */
export function createAccount({
  channelAccessToken,
  apiBaseUrl,
  log,
  firstPauseMs = 60_000,
}: AccountOptions): Account {
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken,
    ...(apiBaseUrl !== undefined && { baseURL: apiBaseUrl }),
  });
  let id: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function ask(pauseMs: number): Promise<void> {
    try {
      id = readId(await client.getBotInfo());
      if (id !== null) return;
    } catch (error) {
      const status = error instanceof HTTPFetchError ? error.status : null;
      if (!stopped) log.warn({ channel: 'line', status }, 'LINE did not tell the id of the account yet');
    }
    if (stopped) return;
    timer = setTimeout(() => void ask(Math.min(2 * pauseMs, LONGEST_PAUSE_MS)), pauseMs).unref();
  }

  return {
    get id() {
      return id;
    },
    start: () => void ask(firstPauseMs),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Goes into addresses, so nothing but an id. */
const readId = ({ basicId }: { basicId?: unknown }): string | null =>
  typeof basicId === 'string' && /^@[\w.-]{1,40}$/u.test(basicId) ? basicId : null;
