/**
 * Sending one speech, and what to believe afterwards. (docs/delivery.md has the whole way of an event.)
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
 *
 * Nothing is sent a day after its event came in: LINE has forgotten the retry key by then, so a push in doubt could
 * double, and the person has gone on. What has its hour, as a reminder has, says itself how late it may come
 * (`delivery.notAfter`, ISO).
 */
import type { messagingApi } from '@line/bot-sdk';
import type { Outgoing } from '../../bot/port.ts';
import { retryKeyOf, type Answer, type LineApi } from './api.ts';
import { LIMITS } from './limits.ts';

/** Ten seconds before LINE's minute is over, to leave time for the way. */
export const TOKEN_FRESH_MS = LIMITS.replyTokenMs - 10_000;
/** An hour before LINE forgets the retry key, to leave time for clocks that differ. */
export const TOO_OLD_MS = LIMITS.retryKeyMs - 60 * 60_000;

/** How an attempt ended. */
export type Ending =
  | { readonly ended: 'sent' }
  | {
      readonly ended: 'later';
      readonly reason: string;
      /** The reply may have been delivered. */
      readonly doubt: boolean;
      /** LINE would take nothing else either: because the channel has no access, or because LINE asked for a pause. */
      readonly holds:
        { readonly because: 'access' } | { readonly because: 'asked'; readonly ms: number } | null;
    }
  | {
      readonly ended: 'never';
      readonly reason: string;
      /** `refused` by LINE; refused because the month's pushes are used up; `notSent` at all. */
      readonly why: 'refused' | 'monthOver' | 'notSent';
      /** Names of the properties LINE refused. */
      readonly fields: readonly string[];
    };

export interface Doubt {
  /** An earlier attempt of this process with the token went unanswered. */
  readonly unanswered: boolean;
  /** When this process began to send: an earlier one may have used tokens that came before. */
  readonly since: number;
}

/** When the event a speech answers reached us; for a speech that answers none, when it was due. */
export const receivedAtOf = ({ delivery, causedAt }: Outgoing): number =>
  Date.parse(delivery.receivedAt ?? causedAt);

/** Why a speech is not sent any more at `now`, or `null`. */
export function tooLate(outgoing: Outgoing, now: number): string | null {
  const { notAfter } = outgoing.delivery;
  if (now - receivedAtOf(outgoing) > TOO_OLD_MS) return 'older than a day';
  return notAfter !== undefined && now > Date.parse(notAfter) ? 'its hour is past' : null;
}

/** One attempt to send what is not too late. */
export async function deliver(
  api: LineApi,
  outgoing: Outgoing,
  messages: messagingApi.Message[],
  doubt: Doubt,
  now: number,
): Promise<Ending> {
  const { id, person, delivery, causedAt } = outgoing;
  const { replyToken } = delivery;
  const receivedAt = receivedAtOf(outgoing);
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
      return later(`${way} ${answer.status}`, { waitMs: answer.waitMs });
    case 'unknown':
      return later(`${way} ${answer.status ?? 'unanswered'}`, {
        doubt: way === 'reply',
        waitMs: answer.waitMs,
      });
    case 'noAccess':
      return { ...later(`${way} ${answer.status}`), holds: { because: 'access' } };
    case 'monthOver':
      return { ...refused(`${way} ${answer.status}, monthly limit`), why: 'monthOver' };
    case 'refused':
      return refused(`${way} ${answer.status}`, answer.fields);
    case 'tokenRefused':
      return refused(`${way} 400`);
  }
}

type Later = Extract<Ending, { ended: 'later' }>;
type Never = Extract<Ending, { ended: 'never' }>;

function later(
  reason: string,
  { doubt = false, waitMs = null }: { doubt?: boolean; waitMs?: number | null } = {},
): Later {
  return { ended: 'later', reason, doubt, holds: waitMs === null ? null : { because: 'asked', ms: waitMs } };
}

const refused = (reason: string, fields: readonly string[] = []): Never => ({
  ended: 'never',
  reason,
  why: 'refused',
  fields,
});

/** A speech that is not sent any more, for a reason of our own. */
export const notSent = (reason: string): Never => ({ ended: 'never', reason, why: 'notSent', fields: [] });
