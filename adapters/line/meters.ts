import type { Answer, LineApi } from './api.ts';

/** What the channel counts for operators; see `/metrics` and docs/delivery.md. */
export interface LineMeters {
  /** Events of one delivery: taken to be answered, passed over, or not stored. `seconds`: until our answer. */
  delivered(
    events: { readonly taken: number; readonly passedOver: number },
    stored: boolean,
    seconds: number,
  ): void;
  /** One request to LINE. */
  asked(way: 'reply' | 'push', answer: Answer['kind']): void;
  /** One attempt to send a speech has ended. `seconds`: since its event came in, when it was sent. */
  ended(outcome: 'sent' | 'retry' | 'refused', seconds?: number): void;
  /** Whether nothing is sent because LINE refuses the channel's token. */
  held(is: boolean): void;
}

/** The same API, counted. */
export const counted = (api: LineApi, meters: LineMeters): LineApi => ({
  async reply(replyToken, messages) {
    const answer = await api.reply(replyToken, messages);
    meters.asked('reply', answer.kind);
    return answer;
  },
  async push(person, messages, retryKey) {
    const answer = await api.push(person, messages, retryKey);
    meters.asked('push', answer.kind);
    return answer;
  },
});
