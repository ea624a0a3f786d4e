import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import type { Counsellor } from '../../bot/port.ts';
import { handle, Problem } from '../http/problem.ts';
import { lineApi } from './api.ts';
import { mountIcons } from './icons/mount.ts';
import { createLoading } from './loading.ts';
import type { LineMeters } from './meters.ts';
import { renderSpeech } from './render.ts';
import { richMenuApi } from './richmenu/api.ts';
import { createMenuSwitch } from './richmenu/switch.ts';
import { createSender, type Sender } from './sender.ts';
import { mountWebhook, WEBHOOK_PATH, type Log, type WebhookOptions } from './webhook.ts';

export { WEBHOOK_PATH };

export interface LineOptions {
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  /** Default the official one. */
  readonly apiBaseUrl?: string;
  /** Address under which people reach this service; only `https` is of use on LINE. */
  readonly publicBaseUrl?: string;
  readonly log: Log;
  /** The prefecture of a place that somebody sends; `null` where it lies in none. */
  readonly prefectureAt: WebhookOptions['prefectureAt'];
  readonly clock?: () => Date;
  /** Counts a delivery that LINE did not sign; seconds to wait when there were too many. */
  readonly countUnsigned?: (request: IncomingMessage) => number | null;
  readonly meters?: LineMeters;
  /** For tests: how patient the sender is. */
  readonly patience?: {
    readonly timeoutMs?: number;
    readonly firstPauseMs?: number;
    readonly mostFailures?: number;
    readonly lookMs?: number;
    readonly parallel?: number;
    readonly loadingAfterMs?: number;
  };
}

export { createAccount, type Account } from './account.ts';

/** The LINE channel. The webhook stores events from the moment it is mounted; `start` begins to send. */
export type LineChannel = Sender;

/**
 * Puts `POST /line/webhook` on the server and returns what sends answers and switches rich menus.
 *
 * @example
 * const line = mountLine(server, counsellor, { channelSecret, channelAccessToken, log });
 * line.start();
 */
export function mountLine(server: Server, counsellor: Counsellor, options: LineOptions): LineChannel {
  const {
    channelSecret,
    channelAccessToken,
    apiBaseUrl,
    publicBaseUrl,
    log,
    prefectureAt,
    meters,
    patience = {},
  } = options;
  const clock = options.clock ?? (() => new Date());
  const { countUnsigned } = options;
  const { timeoutMs, loadingAfterMs, ...pace } = patience;
  const access = { channelAccessToken, ...(apiBaseUrl !== undefined && { apiBaseUrl }) };
  const loading = createLoading({
    api: lineApi({ ...access, ...(timeoutMs !== undefined && { timeoutMs }) }),
    clock,
    ...(loadingAfterMs !== undefined && { afterMs: loadingAfterMs }),
  });
  const menus = createMenuSwitch({
    counsellor,
    api: richMenuApi({ ...access, timeoutMs: 10_000 }),
    log,
    clock,
  });
  mountIcons(server);
  const sender = createSender({
    counsellor,
    api: loading.api,
    render(outgoing) {
      const messages = renderSpeech(outgoing.spoken, publicBaseUrl === undefined ? {} : { publicBaseUrl });
      loading.sending(outgoing, messages.length === 0);
      return messages;
    },
    log,
    clock,
    meters,
    ...pace,
  });
  mountWebhook(server, counsellor, {
    ...{ channelSecret, log, clock, prefectureAt, meters, left: sender.left },
    ...(countUnsigned && { countUnsigned }),
  });
  return {
    ...sender,
    start() {
      loading.start(counsellor);
      sender.start();
      menus.start();
    },
    async stop() {
      loading.stop();
      await Promise.all([sender.stop(), menus.stop()]);
    },
  };
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
