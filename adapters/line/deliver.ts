/**
 * Sending one speech, and what to believe afterwards.
 *
 * Replying costs nothing and pushing counts against the account's monthly messages, so a reply token is used while it
 * is fresh. Pushing carries a retry key and cannot double. Replying cannot carry one (LINE answers 400 to it), so
 * there is one doubtful moment: LINE took the reply, and we died, or lost its answer, before recording that.
 *
 * The token itself settles most of it, being good for one use. While it is fresh we reply with it again:
 *  - accepted: it was not used before, now it is, once;
 *  - refused though it should still live, *and* an earlier use is possible (an attempt of ours went unanswered, or
 *    the event came in before this process started): then it was that use which spent it. The speech arrived, so it
 *    counts as sent. Pushing here would double nearly always.
 *  - refused without any earlier use: LINE let it die early. Push.
 * When a token is too old to ask, nobody can tell any more, and we push: a question that is shown twice can still be
 * answered (payloads mean the same twice), while a person left without an answer is stranded. So, in short:
 * exactly once as far as LINE lets us know, at least once beyond that. One sender per channel is assumed.
 */
import type { messagingApi } from '@line/bot-sdk';
import type { Outgoing } from '../../bot/port.ts';
import { retryKeyOf, type Answer, type LineApi } from './api.ts';
import { LIMITS } from './limits.ts';

/** Ten seconds before LINE's minute is over, to leave time for the way. */
export const TOKEN_FRESH_MS = LIMITS.replyTokenMs - 10_000;

/** How an attempt ended. `doubt` means that the reply may have been delivered. */
export type Ending =
  | { readonly ended: 'sent' }
  | { readonly ended: 'later'; readonly reason: string; readonly doubt: boolean }
  | { readonly ended: 'never'; readonly reason: string; readonly fields: readonly string[] };

export interface Doubt {
  /** An earlier attempt of this process with the token went unanswered. */
  readonly unanswered: boolean;
  /** When this process began to send: an earlier one may have used tokens that came before. */
  readonly since: number;
}

export async function deliver(
  api: LineApi,
  outgoing: Outgoing,
  messages: messagingApi.Message[],
  doubt: Doubt,
  now: number,
): Promise<Ending> {
  const { id, person, delivery, causedAt } = outgoing;
  const { replyToken } = delivery;
  const receivedAt = Date.parse(delivery.receivedAt ?? causedAt);
  // A redelivered event is fresh for us though its token may be old: worth one try, proof of nothing.
  if (replyToken && now - receivedAt < TOKEN_FRESH_MS) {
    const answer = await api.reply(replyToken, messages);
    if (answer.kind !== 'tokenRefused') return endingOf(answer, 'reply');
    const maybeUsed = doubt.unanswered || receivedAt < doubt.since;
    const shouldLive = now - Date.parse(causedAt) < TOKEN_FRESH_MS;
    if (maybeUsed && shouldLive) return { ended: 'sent' };
  }
  return endingOf(await api.push(person, messages, retryKeyOf(id, person, causedAt)), 'push');
}

function endingOf(answer: Answer, way: 'reply' | 'push'): Ending {
  switch (answer.kind) {
    case 'accepted':
    case 'acceptedBefore':
      return { ended: 'sent' };
    case 'notNow':
      return { ended: 'later', reason: `${way} ${answer.status}`, doubt: false };
    case 'unknown':
      return { ended: 'later', reason: `${way} ${answer.status ?? 'unanswered'}`, doubt: way === 'reply' };
    case 'refused':
      return { ended: 'never', reason: `${way} ${answer.status}`, fields: answer.fields };
    case 'tokenRefused':
      return { ended: 'never', reason: `${way} 400`, fields: [] };
  }
}
