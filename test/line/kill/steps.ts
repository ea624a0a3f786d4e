/**
 * Every step of the way of an event at which the process can be killed: the doors it goes through to the disk and to
 * the network. Reading what is due stands before the rendering of a speech, and calling LINE after it.
 */
export const DOORS = [
  'recover: read who waits',
  'receive: insert',
  'receive: commit',
  'webhook: answer 200',
  'turn: read event',
  'turn: read state',
  'turn: event done',
  'turn: save state',
  'turn: save speech',
  'turn: commit',
  'send: read due',
  'send: call LINE',
  'settle: update',
  'settle: commit',
] as const;
export type Door = (typeof DOORS)[number];

/** Of a call to LINE there is a third moment: the request has left, and its answer has not been read. */
export const MOMENTS = ['before', 'after', 'during'] as const;
export type Moment = (typeof MOMENTS)[number];

export const STEPS: readonly (readonly [Moment, Door])[] = DOORS.flatMap((door) => [
  ['before', door] as const,
  ...(door === 'send: call LINE' ? [['during', door] as const] : []),
  ['after', door] as const,
]);

/** Which door a statement of the store is; `undefined` for those that are none (savepoints, settings, the schema). */
export function doorOf(sql: string): Door | undefined {
  const text = sql.replaceAll(/\s+/gu, ' ');
  if (/^INSERT INTO lines .*'in'/u.test(text)) return 'receive: insert';
  if (/^INSERT INTO lines .*'out'/u.test(text)) return 'turn: save speech';
  if (/^UPDATE lines SET status = \?, reason/u.test(text)) return 'turn: event done';
  if (/^(INSERT INTO|UPDATE) states/u.test(text)) return 'turn: save state';
  if (/^UPDATE lines SET status = \?, due_at/u.test(text)) return 'settle: update';
  if (/^SELECT id, body, attempts FROM lines/u.test(text)) return 'turn: read event';
  if (/^SELECT version, state FROM states/u.test(text)) return 'turn: read state';
  if (/^SELECT speech\.id/u.test(text)) return 'send: read due';
  if (/^SELECT channel, person FROM lines/u.test(text)) return 'recover: read who waits';
  return undefined;
}

/** What a COMMIT saves, by what was done since BEGIN (several jobs may share a transaction). */
export const COMMITS: Readonly<Partial<Record<Door, Door>>> = {
  'receive: insert': 'receive: commit',
  'turn: event done': 'turn: commit',
  'settle: update': 'settle: commit',
};
