import { hasCode, type ErrorCode } from '../../../errors.ts';
import type { Channel, Incoming, Line, Spoken } from '../../../bot/port.ts';
import type { Store, Turn } from '../../../store/port.ts';

/** What the tests of every store are told in: people who say things, and turns that answer them. */

export const said = (
  person: string,
  eventId: string,
  text = eventId,
  more: Partial<Incoming> = {},
): Incoming => ({
  channel: 'line',
  person,
  eventId,
  at: '2026-01-02T03:04:05.678Z',
  input: { kind: 'text', text },
  ...more,
});

export const words = (text: string): Spoken => ({
  locale: 'ja',
  speech: { replies: [{ kind: 'text', text }], choices: [] },
});

export const turn = (eventId: number, expectedVersion: number, more: Partial<Turn> = {}): Turn => ({
  channel: 'line',
  person: 'ann',
  eventId,
  expectedVersion,
  state: { turns: expectedVersion + 1 },
  spoken: words(`answer to ${eventId}`),
  push: true,
  ...more,
});

/** Receives one event and answers it at once. Returns the event's id and the line spoken. */
export async function answered(
  store: Store,
  incoming: Incoming,
  more: Partial<Turn> = {},
): Promise<{ event: number; line: Line | null }> {
  const [received] = await store.receive([incoming]);
  const { channel, person } = incoming;
  const version = (await store.load(channel, person))?.version ?? 0;
  const event = received!.id;
  return { event, line: await store.commit(turn(event, version, { channel, person, ...more })) };
}

/** Everything a store shows of some people, to see that nothing has changed. */
export async function everything(
  store: Store,
  channel: Channel,
  people: readonly string[],
): Promise<unknown> {
  const far = '9000-01-01T00:00:00Z';
  const each = people.map(async (person) => [
    await store.load(channel, person),
    await store.nextPending(channel, person),
    await store.transcript(channel, person, 0, 1_000),
  ]);
  return [await Promise.all(each), await store.waiting(), await store.due(channel, far, 1_000)];
}

/** The promise must reject with this code. Returns the error. */
export async function refusal(promise: Promise<unknown>, code: ErrorCode): Promise<Error> {
  const error = await promise.then(
    () => new Error(`resolved, but ${code} was expected`),
    (reason: unknown) => reason as Error,
  );
  if (!hasCode(error, code)) throw new Error(`${code} was expected`, { cause: error });
  return error;
}

/** Who talks in `test/store/talker.ts`. */
export const TALKERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
