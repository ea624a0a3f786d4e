import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import type { Counsellor } from '../../bot/port.ts';
import { describe } from '../../errors.ts';
import { handle, Problem, readBody, TOO_MANY } from '../http/problem.ts';
import { incomingOf, type Reading } from './events.ts';
import type { LineMeters } from './meters.ts';
import { isSignature, isSigned } from './signature.ts';

export const WEBHOOK_PATH = '/line/webhook';

/** LINE publishes no size; its deliveries have a few kilobytes. */
const MOST_BYTES = 1024 * 1024;

/** What the channel needs of a logger (pino's order). Only codes, counts and statuses are ever handed to it. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface WebhookOptions {
  readonly channelSecret: string;
  readonly log: Log;
  readonly clock: () => Date;
  readonly prefectureAt: Reading['prefectureAt'];
  /** Counts a delivery that LINE did not sign; seconds to wait when there were too many. */
  readonly countUnsigned?: (request: IncomingMessage) => number | null;
  readonly meters?: LineMeters | undefined;
  /** Told who blocked the account, and when (ISO). */
  readonly left?: (person: string, at: string) => void;
}

/**
 * `POST /line/webhook`: 200 once every event of the delivery is stored, and not before; 401 on a bad signature;
 * 400 or 413 on a body that is not LINE's; 500 when the events could not be stored, so that LINE delivers them again.
 * Mount it on a server without a body parser: the signature is over the bytes as they came.
 */
export function mountWebhook(server: Server, counsellor: Counsellor, options: WebhookOptions): void {
  const { channelSecret, log, clock, prefectureAt, meters, left } = options;
  server.post(
    WEBHOOK_PATH,
    handle(async (request, response) => {
      const receivedAt = clock();
      const started = performance.now();
      const signature = request.header('x-line-signature');
      // What no body can fit is not read. We do not refuse by address before reading, though that would spare more: behind
      // a proxy that TRUST_PROXY does not name all have one address, and whoever floods us would lock LINE out.
      const body = isSignature(signature) ? await readBody(request, MOST_BYTES) : null;
      if (!body || !isSigned(body, signature, channelSecret)) {
        request.resume();
        const seconds = options.countUnsigned?.(request) ?? null;
        if (seconds !== null) throw new Problem(429, ...TOO_MANY, seconds);
        throw new Problem(401, 'line_signature', 'The signature in x-line-signature does not fit the body.');
      }
      const events = eventsIn(body);
      const incoming = incomingOf(events, { receivedAt, prefectureAt });
      for (const { input, person, at } of incoming) if (input.kind === 'gone') left?.(person, at);
      const count = (stored: boolean) =>
        meters?.delivered(
          { taken: incoming.length, passedOver: events.length - incoming.length },
          stored,
          (performance.now() - started) / 1000,
        );
      if (incoming.length > 0) {
        try {
          await counsellor.receive(incoming);
        } catch (error) {
          count(false);
          log.error(
            { channel: 'line', events: incoming.length, ...describe(error) },
            'events could not be stored',
          );
          throw new Problem(500, 'not_stored', 'The events could not be stored. Deliver them again.');
        }
      }
      count(true);
      response.sendRaw(200, '{}', { 'Content-Type': 'application/json' });
    }),
  );
}

function eventsIn(body: Buffer): readonly unknown[] {
  let delivery: unknown;
  try {
    delivery = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem(400, 'broken_json', 'The body is not valid JSON.');
  }
  const events =
    typeof delivery === 'object' && delivery !== null && 'events' in delivery ? delivery.events : null;
  if (!Array.isArray(events)) throw new Problem(400, 'not_a_delivery', 'The body has no list of events.');
  return events as unknown[];
}
