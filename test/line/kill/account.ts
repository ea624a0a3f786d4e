import { retryKeyOf } from '../../../adapters/line/api.ts';
import { TOKEN_FRESH_MS } from '../../../adapters/line/deliver.ts';
import { incomingOf } from '../../../adapters/line/events.ts';
import { renderSpeech } from '../../../adapters/line/render.ts';
import type { Incoming, Spoken } from '../../../bot/port.ts';
import { isSignal } from '../../../bot/signals.ts';
import { takeTurn } from '../../../bot/turn.ts';
import { Connection } from '../../../store/sqlite/connection.ts';
import { realHouse } from '../../support/house.ts';
import type { Standin, Way, WebhookEvent } from '../standin/index.ts';

/** One event and what became of it. */
export interface Account {
  readonly eventId: string;
  readonly status: string;
  readonly speech: string | null;
  /** How LINE took its speech: the way, and how old the event was in milliseconds. */
  readonly taken: readonly { readonly way: Way; readonly ageMs: number }[];
}

/** Taken once, or as deliver.ts decides: a reply in doubt, pushed when its token was too old to ask. */
export const isAsDecided = ({ taken: [first, second, ...more] }: Account): boolean =>
  first !== undefined &&
  (second === undefined ||
    (first.way === 'reply' && second.way === 'push' && second.ageMs >= TOKEN_FRESH_MS && more.length === 0));

export interface Books {
  /** In the order in which they were stored. */
  readonly accounts: readonly Account[];
  readonly state: unknown;
  readonly version: number;
  readonly spoken: readonly Spoken[];
}

/** What the database file and the stand-in say of one person, held against each other. */
export async function booksOf(file: string, standin: Standin, person: string): Promise<Books> {
  const db = await Connection.open(file, 'read');
  type Row = {
    event_id: string;
    status: string;
    event: string;
    speech_id: number | null;
    speech_status: string | null;
    speech: string;
  };
  const rows = await db.all<Row>(
    `SELECT event.event_id, event.status, event.body AS event,
       speech.id AS speech_id, speech.status AS speech_status, speech.body AS speech
     FROM lines AS event LEFT JOIN lines AS speech ON speech.cause = event.id
     WHERE event.direction = 'in' AND event.person = ? ORDER BY event.id, speech.id`,
    person,
  );
  const [saved] = await db.all<{ version: number; state: string }>(
    'SELECT version, state FROM states WHERE person = ?',
    person,
  );
  await db.close();
  const taken = standin.attempts.filter((attempt) => attempt.taken && attempt.person === person);
  return {
    accounts: rows.map((row) => {
      const { at, delivery } = JSON.parse(row.event) as Incoming;
      const key = row.speech_id === null ? null : retryKeyOf(row.speech_id, person, at);
      const mine = taken.filter(
        ({ replyToken, retryKey }) =>
          (replyToken !== null && replyToken === delivery?.replyToken) ||
          (retryKey !== null && retryKey === key),
      );
      return {
        eventId: row.event_id,
        status: row.status,
        speech: row.speech_status,
        taken: mine.map((attempt) => ({ way: attempt.way, ageMs: attempt.at - Date.parse(at) })),
      };
    }),
    state: saved && JSON.parse(saved.state),
    version: saved?.version ?? 0,
    spoken: rows.flatMap((row) => (row.speech_id === null ? [] : [JSON.parse(row.speech) as Spoken])),
  };
}

/** What an undisturbed run makes of the same events. */
export async function undisturbed(
  events: readonly WebhookEvent[],
): Promise<{ state: unknown; spoken: Spoken[]; messages: unknown[] }> {
  const house = await realHouse();
  let state: unknown = null;
  const spoken: Spoken[] = [];
  const reading = { receivedAt: new Date(), prefectureAt: () => null };
  for (const { input, ...incoming } of incomingOf(events, reading)) {
    if (isSignal(input)) continue;
    const turn = takeTurn(house, state, { ...incoming, input });
    state = JSON.parse(JSON.stringify(turn.state));
    if (turn.spoken) spoken.push(JSON.parse(JSON.stringify(turn.spoken)) as Spoken);
  }
  return { state, spoken, messages: spoken.map((one) => JSON.parse(JSON.stringify(renderSpeech(one, {})))) };
}

/** How many speeches of the file still wait, and events without an answer. */
export async function unsettled(file: string): Promise<number> {
  const db = await Connection.open(file, 'read');
  const [row] = await db.all<{ open: number }>(
    `SELECT count(*) AS open FROM lines WHERE status IN ('pending', 'due')`,
  );
  await db.close();
  return row!.open;
}
