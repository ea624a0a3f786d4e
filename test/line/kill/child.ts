/**
 * The real service in a process that kills itself, without warning, when it passes a given step for the n-th time:
 * `KILL_AT='<moment> <door>' KILL_TIMES=n node test/line/kill/child.ts`. Nothing in the service knows of it: the doors
 * to the disk and the network are wrapped from outside. `CLOCK_AHEAD` milliseconds make the process live later.
 */
import { channel } from 'node:diagnostics_channel';
import { flushCompileCache } from 'node:module';
import { ServerResponse } from 'node:http';
import { writeSync } from 'node:fs';
import { Connection } from '../../../store/sqlite/connection.ts';
import { startService } from '../../../server.ts';
import { readSettings } from '../../../settings.ts';
import { COMMITS, doorOf, type Door, type Moment } from './steps.ts';

const target = process.env.KILL_AT;
let left = Number(process.env.KILL_TIMES ?? 1);

function pass(moment: Moment, door: Door): void {
  if (`${moment} ${door}` === target && --left === 0) process.kill(process.pid, 'SIGKILL');
}

function wrapStore(): void {
  const { all } = Connection.prototype;
  const jobs = new Set<Door>();
  Connection.prototype.all = async function wrapped(this: Connection, sql, ...params) {
    const door = doorOf(sql);
    const doors = sql === 'COMMIT' ? [...jobs] : door ? [door] : [];
    if (sql === 'BEGIN IMMEDIATE') jobs.clear();
    const commit = door && COMMITS[door];
    if (commit) jobs.add(commit);
    for (const one of doors) pass('before', one);
    const rows = await all.call(this, sql, ...params);
    for (const one of doors) pass('after', one);
    return rows as never;
  };
}

function wrapLine(lineUrl: string): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(lineUrl)) return fetch(input, init);
    pass('before', 'send: call LINE');
    const answer = await fetch(input, init);
    pass('after', 'send: call LINE');
    return answer;
  };
  // Published when the last byte of a request was written; its answer cannot have been read.
  channel('undici:request:bodySent').subscribe(() => pass('during', 'send: call LINE'));
}

function wrapWebhook(): void {
  const { end } = ServerResponse.prototype;
  ServerResponse.prototype.end = function wrapped(this: ServerResponse, ...given: unknown[]) {
    if (this.req.url === '/line/webhook' && this.statusCode === 200) {
      pass('before', 'webhook: answer 200');
      this.once('finish', () => pass('after', 'webhook: answer 200'));
    }
    return (end as (...all: unknown[]) => ServerResponse).apply(this, given);
  } as typeof end;
}

function moveClock(ms: number): void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given: [] | [string | number | Date]) {
      if (given.length === 0) super(Real.now() + ms);
      else super(given[0]);
    }
    static override now = () => Real.now() + ms;
  } as DateConstructor;
}

flushCompileCache(); // whoever is killed does not write it at the end; the next life starts twice as fast
const settings = readSettings(process.env);
wrapStore();
wrapLine(settings.LINE_API_BASE_URL);
wrapWebhook();
moveClock(Number(process.env.CLOCK_AHEAD ?? 0));
const tell = (facts: object, message: string) => void writeSync(2, `${message} ${JSON.stringify(facts)}\n`);
const service = await startService(settings, { info: () => undefined, warn: tell, error: tell });
writeSync(1, `${service.url}\n`);
