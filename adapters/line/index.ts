import type { Server } from 'restify';
import type { Counsellor } from '../../bot/port.ts';
import { handle, Problem } from '../http/problem.ts';
import { lineApi } from './api.ts';
import { renderSpeech } from './render.ts';
import { createSender, type Sender } from './sender.ts';
import { mountWebhook, WEBHOOK_PATH, type Log } from './webhook.ts';

export interface LineOptions {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Default the official one. */
  readonly apiBaseUrl?: string;
  /** Address under which people reach this service; only `https` is of use on LINE. */
  readonly publicBaseUrl?: string;
  readonly log: Log;
  readonly clock?: () => Date;
  /** For tests: how patient the sender is. */
  readonly patience?: {
    readonly timeoutMs?: number;
    readonly firstPauseMs?: number;
    readonly mostAttempts?: number;
    readonly lookMs?: number;
    readonly parallel?: number;
  };
}

export { createAccount, type Account } from './account.ts';

/** The LINE channel. The webhook stores events from the moment it is mounted; `start` begins to send. */
export type LineChannel = Sender;

/**
 * Puts `POST /line/webhook` on the server and returns the sender.
 *
 * @example
 * const line = mountLine(server, counsellor, { channelSecret, channelAccessToken, log });
 * line.start();
 */
export function mountLine(server: Server, counsellor: Counsellor, options: LineOptions): LineChannel {
  const { channelSecret, channelAccessToken, apiBaseUrl, publicBaseUrl, log, patience = {} } = options;
  const clock = options.clock ?? (() => new Date());
  const { timeoutMs, ...pace } = patience;
  mountWebhook(server, counsellor, { channelSecret, log, clock });
  return createSender({
    counsellor,
    api: lineApi({
      channelAccessToken,
      ...(apiBaseUrl !== undefined && { apiBaseUrl }),
      ...(timeoutMs !== undefined && { timeoutMs }),
    }),
    render: ({ spoken }) => renderSpeech(spoken, publicBaseUrl === undefined ? {} : { publicBaseUrl }),
    log,
    clock,
    ...pace,
  });
}

/** Answers 404 on the webhook's address while LINE is not configured. */
export function mountLineUnconfigured(server: Server): null {
  server.post(
    WEBHOOK_PATH,
    handle(() => {
      throw new Problem(
        404,
        'line_not_configured',
        'Set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN to use LINE.',
      );
    }),
  );
  return null;
}
