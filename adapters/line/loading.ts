/**
 * LINE's loading animation for whoever waits for an answer: turns take milliseconds, but a busy disk, a restart or LINE itself
 * may be slow. It is shown when an answer is not there after a moment, and when a reply must be sent again; the answer
 * ends it. It is a courtesy: it is never waited for, and what becomes of it changes nothing.
 */
import type { Counsellor, Line, Outgoing } from '../../bot/port.ts';
import { isPerson } from './events.ts';
import type { Answer, LineApi, LoadingApi } from './api.ts';

export interface LoadingOptions {
  readonly api: LineApi & LoadingApi;
  readonly clock: () => Date;
  /** How long nobody notices. Default 1.5 s. */
  readonly afterMs?: number;
}

export interface Loading {
  /** To send with: tells when somebody's answer arrived. */
  readonly api: LineApi;
  /** Before each attempt to send a speech; `isSilent` when it holds no message. */
  sending(outgoing: Outgoing, isSilent: boolean): void;
  /** Begins to watch who sends something. */
  start(counsellor: Pick<Counsellor, 'onLine'>): void;
  stop(): void;
}

/** Short: should it overtake the answer, it is soon gone. */
const SECONDS = 10;
/** When everything is slow, LINE should not hear of everybody. */
const MOST_UNDER_WAY = 10;

export function createLoading({ api, clock, afterMs = 1500 }: LoadingOptions): Loading {
  /** Who waits for an answer and has not been shown anything yet. */
  const waiting = new Map<string, NodeJS.Timeout>();
  /** Until when the animation is on somebody's screen, in milliseconds. */
  const shown = new Map<string, number>();
  /** Whose answer a reply token is for, from each attempt to its end: `sending` cannot know whether it will be used. */
  const people = new Map<string, string>();
  let underWay = 0;
  let forget: (() => void) | null = null;

  function wait(person: string): void {
    if (waiting.has(person) || !isPerson(person)) return;
    waiting.set(person, setTimeout(show, afterMs, person).unref());
  }

  function answered(person: string): void {
    clearTimeout(waiting.get(person));
    waiting.delete(person);
    shown.delete(person);
  }

  function show(person: string): void {
    clearTimeout(waiting.get(person));
    waiting.delete(person);
    const now = clock().getTime();
    for (const [other, until] of shown) if (until <= now) shown.delete(other);
    if (underWay >= MOST_UNDER_WAY || shown.has(person) || !isPerson(person)) return;
    shown.set(person, now + SECONDS * 1000);
    underWay += 1;
    void api.loading(person, SECONDS).finally(() => (underWay -= 1));
  }

  const settle = (person: string | undefined, answer: Answer): Answer => {
    const isLater = answer.kind === 'notNow' || answer.kind === 'unknown';
    if (person !== undefined && !isLater) answered(person);
    return answer;
  };

  return {
    api: {
      async reply(replyToken, messages) {
        const answer = await api.reply(replyToken, messages);
        const person = people.get(replyToken);
        people.delete(replyToken);
        return settle(person, answer);
      },
      async push(person, messages, retryKey) {
        // One speech of a person at a time is under way, so a token of theirs was for this one and is not asked any more.
        for (const [replyToken, whose] of people) if (whose === person) people.delete(replyToken);
        return settle(person, await api.push(person, messages, retryKey));
      },
    },
    sending({ person, delivery: { replyToken }, attempts }, isSilent) {
      if (isSilent) return answered(person);
      // Without a token it answers nothing that was sent: nobody waits for it.
      if (replyToken === undefined) return;
      people.set(replyToken, person);
      if (attempts > 0) show(person);
      else wait(person);
    },
    start(counsellor) {
      forget = counsellor.onLine('line', (person, line) => {
        if (isAsking(line)) wait(person);
      });
    },
    stop() {
      forget?.();
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      shown.clear();
      people.clear();
    },
  };
}

/** Whoever writes or taps looks at the chat and waits; other events may have no answer. */
const isAsking = (line: Line): boolean =>
  'incoming' in line && ['text', 'payload'].includes(line.incoming.input.kind);
