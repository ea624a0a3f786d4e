import { timingSafeEqual } from 'node:crypto';
import type { Server } from 'restify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { handle, Problem, sendProblem } from '../http/problem.ts';
import type { LineMeters } from '../line/meters.ts';
import { createLineGauges } from './line.ts';

/** What `/metrics` counts besides the process itself. */
export interface Gauges {
  readonly registry: Registry;
  turn(channel: string, milliseconds: number, outcome: 'done' | 'failed'): void;
  readonly line: LineMeters;
}

export function createGauges(): Gauges {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'shirube_turns_total',
    help: 'Turns of all conversations',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'shirube_turn_seconds',
    help: 'Time of one turn, store included',
    labelNames: ['channel'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [registry],
  });
  return {
    registry,
    line: createLineGauges(registry),
    turn(channel, milliseconds, outcome) {
      turns.inc({ channel, outcome });
      seconds.observe({ channel }, milliseconds / 1000);
    },
  };
}

export interface OperationsOptions {
  readonly gauges: Gauges;
  /** Rejects while the service cannot do its work. */
  readonly check: () => Promise<void>;
  /** When set, `/metrics` asks for it. */
  readonly adminToken: string | undefined;
}

/** Mounts `/healthz` (the process lives), `/readyz` (it can answer people) and `/metrics` (Prometheus). */
export function mountOperations(server: Server, { gauges, check, adminToken }: OperationsOptions): void {
  const ok = (text: string) => ({ 'Content-Type': text, 'Cache-Control': 'no-store' });
  server.get(
    '/healthz',
    handle((_request, response) => response.sendRaw(200, 'ok\n', ok('text/plain'))),
  );
  server.get(
    '/readyz',
    handle(async (_request, response) => {
      try {
        await check();
        response.sendRaw(200, 'ready\n', ok('text/plain'));
      } catch {
        sendProblem(response, 503, 'not_ready', 'The store does not answer.');
      }
    }),
  );
  server.get(
    '/metrics',
    handle(async (request, response) => {
      if (adminToken !== undefined && !isBearer(request.headers.authorization, adminToken)) {
        throw new Problem(401, 'unauthorized', 'Send the admin token as a bearer token.');
      }
      response.sendRaw(200, await gauges.registry.metrics(), ok(gauges.registry.contentType));
    }),
  );
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header?.replace(/^Bearer /u, '') ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
