/** Holds what LINE delivered and took against what the database says, event by event. */
import { retryKeyOf } from '../../adapters/line/api.ts';
import { TOKEN_FRESH_MS } from '../../adapters/line/deliver.ts';
import { incomingOf } from '../../adapters/line/events.ts';
import type { House } from '../../bot/house.ts';
import { isSignal } from '../../bot/signals.ts';
import { takeTurn } from '../../bot/turn.ts';
import { Connection } from '../../store/sqlite/connection.ts';
import type { Attempt } from '../../test/line/standin/index.ts';
import type { Sent } from './crowd.ts';

interface Row {
  readonly id: number;
  readonly person: string;
  readonly event_id: string;
  readonly status: string;
  readonly at: string;
  readonly token: string | null;
  readonly speech: number | null;
  readonly speech_status: string | null;
  readonly reason: string | null;
}

export interface Books {
  readonly events: number;
  readonly accepted: number;
  /** Events that are not exactly one row, done, with one speech. */
  readonly notOnce: number;
  /** People whose events were stored, or whose answers were taken, in another order than LINE delivered. */
  readonly outOfOrder: number;
  /** People whose state has not changed exactly once for each event. */
  readonly wrongVersions: number;
  readonly delivered: number;
  /** Taken twice as deliver.ts documents: a reply in doubt, pushed when its token was too old to ask. */
  readonly documentedDoubles: number;
  readonly otherDoubles: number;
  /** Recorded as sent, but LINE never took it. */
  readonly lost: number;
  /** By reason. */
  readonly refused: Readonly<Record<string, number>>;
  readonly stillWaiting: number;
  /** When LINE took the answer to an event, by its id. */
  readonly answeredAt: ReadonlyMap<string, number>;
}

export async function waitingIn(file: string): Promise<number> {
  const db = await Connection.open(file, 'read');
  const [row] = await db.all<{ open: number }>(
    `SELECT (SELECT count(*) FROM lines WHERE status = 'pending') + (SELECT count(*) FROM lines WHERE status = 'due') AS open`,
  );
  await db.close();
  return row!.open;
}

export async function readBooks(
  file: string,
  sent: readonly Sent[],
  attempts: readonly Attempt[],
): Promise<Books> {
  const db = await Connection.open(file, 'read');
  const rows = await db.all<Row>(
    `SELECT event.id, event.person, event.event_id, event.status, event.body ->> 'at' AS at,
       event.body ->> '$.delivery.replyToken' AS token,
       speech.id AS speech, speech.status AS speech_status, speech.reason
     FROM lines AS event LEFT JOIN lines AS speech ON speech.cause = event.id
     WHERE event.direction = 'in' ORDER BY event.id, speech.id`,
  );
  const versions = await db.all<{ person: string; version: number }>('SELECT person, version FROM states');
  await db.close();

  const taken = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    if (!attempt.taken) continue;
    const key = attempt.replyToken ?? attempt.retryKey ?? '';
    taken.set(key, [...(taken.get(key) ?? []), attempt]);
  }
  const rowsOf = Map.groupBy(rows, ({ event_id }) => event_id);
  const answeredAt = new Map<string, number>();
  const heard = new Map<string, { at: number; speech: number }[]>();
  const refused: Record<string, number> = {};
  let [delivered, documentedDoubles, otherDoubles, lost] = [0, 0, 0, 0];
  for (const row of rows) {
    if (row.speech === null) continue;
    const takes = [
      ...(taken.get(row.token ?? '-') ?? []),
      ...(taken.get(retryKeyOf(row.speech, row.person, row.at)) ?? []),
    ].sort((a, b) => a.at - b.at);
    for (const { at } of takes) {
      heard.set(row.person, [...(heard.get(row.person) ?? []), { at, speech: row.speech }]);
    }
    if (takes.length > 0) {
      delivered++;
      answeredAt.set(row.event_id, takes[0]!.at);
    } else if (row.speech_status === 'sent') lost++;
    if (takes.length > 1) {
      const [first, second] = takes as [Attempt, Attempt];
      const isDocumented =
        takes.length === 2 &&
        first.way === 'reply' &&
        second.way === 'push' &&
        second.at - Date.parse(row.at) >= TOKEN_FRESH_MS;
      if (isDocumented) documentedDoubles++;
      else otherDoubles++;
    }
    if (row.speech_status === 'refused') {
      const reason = row.reason ?? 'no reason';
      refused[reason] = (refused[reason] ?? 0) + 1;
    }
  }

  const isOnce = ({ event }: Sent): boolean => {
    const own = rowsOf.get(event.webhookEventId) ?? [];
    return own.length === 1 && own[0]!.status === 'done' && own[0]!.speech !== null;
  };
  const stored = Map.groupBy(rows, ({ person }) => person);
  const meant = Map.groupBy(sent, ({ person }) => person);
  let outOfOrder = 0;
  for (const [person, own] of meant) {
    const ids = own.map(({ event }) => event.webhookEventId).join();
    const storedIds = (stored.get(person) ?? []).map(({ event_id }) => event_id).join();
    const speeches = (heard.get(person) ?? []).sort((a, b) => a.at - b.at).map(({ speech }) => speech);
    const rises = speeches.every((speech, at) => at === 0 || speech >= speeches[at - 1]!);
    if (ids !== storedIds || !rises) outOfOrder++;
  }
  return {
    events: sent.length,
    accepted: sent.filter(({ acceptedAt }) => acceptedAt !== null).length,
    notOnce: sent.filter((one) => !isOnce(one)).length,
    outOfOrder,
    wrongVersions: versions.filter(({ person, version }) => version !== meant.get(person)?.length).length,
    delivered,
    documentedDoubles,
    otherDoubles,
    lost,
    refused,
    stillWaiting: rows.filter(({ status, speech_status }) => status === 'pending' || speech_status === 'due')
      .length,
    answeredAt,
  };
}

/** Of so many people, those whose state differs from what an undisturbed run makes of the same events. */
export async function statesThatDiffer(
  house: House,
  file: string,
  sent: readonly Sent[],
  people: number,
): Promise<number> {
  const db = await Connection.open(file, 'read');
  let differ = 0;
  for (const [person, own] of [...Map.groupBy(sent, (one) => one.person)].slice(0, people)) {
    let state: unknown = null;
    const reading = { receivedAt: new Date(), prefectureAt: () => null };
    for (const { input, ...incoming } of incomingOf(
      own.map(({ event }) => event),
      reading,
    )) {
      if (isSignal(input)) continue;
      state = JSON.parse(JSON.stringify(takeTurn(house, state, { ...incoming, input }).state));
    }
    const [saved] = await db.all<{ state: string }>('SELECT state FROM states WHERE person = ?', person);
    if (saved === undefined || sorted(JSON.parse(saved.state)) !== sorted(state)) differ++;
  }
  await db.close();
  return differ;
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
