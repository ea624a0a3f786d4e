/** Our service as others reach it: on this machine, and under its public address. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import { WebSocket } from 'ws';
import type { Settings } from '../../settings.ts';
import { about, type Finding } from './report.ts';

const PATIENCE_MS = 8000;
const DAY_MS = 86_400_000;
const request = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });

/** What answers at an address: a ready Shirube, one that is not ready, something else, or nothing. */
export async function whoAnswers(base: string): Promise<'ready' | 'notReady' | 'other' | 'nobody'> {
  try {
    const [ready, description] = await Promise.all([
      request(`${base}/readyz`),
      request(`${base}/api/v1/openapi.json`),
    ]);
    const text = await description.text();
    await ready.arrayBuffer();
    if (!description.ok || !/"title":\s*"Shirube"/u.test(text)) return 'other';
    return ready.ok ? 'ready' : 'notReady';
  } catch (error) {
    return isRefused(error) ? 'nobody' : 'other';
  }
}

/** No connection at all; anything later (a strange protocol, a time-out) means that somebody listens. */
function isRefused(error: unknown): boolean {
  const code = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'].includes(
    code ?? '',
  );
}

/** The port of the settings: our service answers there, or it is free. */
export async function checkPort({ PORT, HOST }: Settings): Promise<Finding> {
  const on = about(`port ${PORT}`);
  if (PORT === 0)
    return on.look('0: any free port is taken', 'set PORT, so that a proxy can find the service');
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  if (await isFree(PORT, HOST)) return on.look('free: the service is not running', 'npm start');
  switch (await whoAnswers(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}`)) {
    case 'ready':
      return on.ok('our service is ready');
    case 'notReady':
      return on.wrong('our service runs, but its store does not answer', 'look at its log, and at the disk');
    default:
      return on.wrong('another program has it', 'stop that program, or set another PORT');
  }
}

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** The public address: reached, ours, and passing on what the channels need. */
export async function checkPublic(settings: Settings, now: number): Promise<Finding[]> {
  const { PUBLIC_BASE_URL: base, LINE_CHANNEL_SECRET: secret } = settings;
  const on = about('public address');
  if (base === undefined) {
    return [
      secret === undefined
        ? on.unchecked('PUBLIC_BASE_URL is not set', 'set it when people are to reach the service')
        : on.look(
            'PUBLIC_BASE_URL is not set',
            'set it: LINE needs it for links to our pages and for pictures',
          ),
    ];
  }
  const findings: Finding[] = [];
  const url = new URL(base);
  if (url.protocol === 'https:') findings.push(await checkCertificate(url, now));
  else if (secret !== undefined)
    findings.push(
      on.wrong('it is not https', 'LINE takes only https: put a proxy with a certificate before the service'),
    );
  if (url.protocol === 'https:' && findings.some(({ state }) => state === 'wrong'))
    return [...findings, on.unchecked('not asked, because of the certificate')];
  const who = await whoAnswers(base);
  if (who !== 'ready') return [...findings, notThere(who)];
  findings.push(on.ok('reached, and our service is ready there'), await checkSocket(base));
  if (secret !== undefined) findings.push(await checkBody(base, secret));
  return findings;
}

function notThere(who: 'notReady' | 'other' | 'nobody'): Finding {
  const on = about('public address');
  switch (who) {
    case 'notReady':
      return on.wrong('our service is there, but not ready', 'look at its log, and at the disk');
    case 'other':
      return on.wrong(
        'something else answers',
        'let the proxy pass every path on to the port of the service',
      );
    case 'nobody':
      return on.wrong(
        'cannot be reached from here',
        'check the name, the proxy and the firewall; some networks do not let a machine reach its own public address: then try from another one',
      );
  }
}

/** A conversation nobody enters (nothing is stored of it), and its stream: through the proxy, as the bubble does it. */
async function checkSocket(base: string): Promise<Finding> {
  const on = about('WebSocket');
  const todo =
    'let the proxy pass Upgrade and Connection on for /v3/directline/; until then the bubble asks again and again: every 0.3 seconds while an answer is expected, else every 3';
  try {
    const answer = await request(`${base}/v3/directline/conversations`, { method: 'POST' });
    const { streamUrl } = (await answer.json()) as { streamUrl?: string };
    if (!streamUrl)
      return on.wrong('no conversation could be begun', 'let the proxy pass /v3/directline/ on');
    const given = new URL(streamUrl);
    const target = new URL(base);
    const url = `${target.protocol === 'https:' ? 'wss' : 'ws'}://${target.host}${given.pathname}${given.search}`;
    return (await opens(url)) ? on.ok('passes') : on.look('does not pass', todo);
  } catch {
    return on.look('does not pass', todo);
  }
}

const opens = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { handshakeTimeout: PATIENCE_MS });
    socket.once('open', () => {
      resolve(true);
      socket.terminate();
    });
    socket.once('error', () => resolve(false));
  });

/** Signs a delivery without events as LINE would. Spaces and letters in it are such as a careless proxy rewrites. */
async function checkBody(base: string, secret: string): Promise<Finding> {
  const on = about('webhook');
  const body = '{ "destination" : "しるべ\\u3002",  "events" : [ ] }\n';
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  try {
    const { status } = await request(`${base}/line/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-line-signature': signature },
      body,
    });
    if (status === 200) return on.ok('a signed delivery arrives unchanged');
    if (status === 401)
      return on.wrong(
        'the signature does not fit',
        'let the proxy pass the body and X-Line-Signature on unchanged; start the service again if the secret was changed',
      );
    if (status === 404)
      return on.wrong(
        'LINE is not configured there',
        'start the service again, so that it reads these settings',
      );
    return on.wrong(`answers ${status}`, 'look at the log of the service and of the proxy');
  } catch {
    return on.wrong('does not answer', 'let the proxy pass /line/webhook on');
  }
}

/** What a browser would say of the certificate. */
async function checkCertificate({ hostname, port }: URL, now: number): Promise<Finding> {
  const on = about('certificate');
  try {
    return judge(await certificateOf(hostname, Number(port || 443)), now);
  } catch {
    return on.unchecked('no https connection could be made', 'check the name and the port');
  }
}

/** Of a connection: whether the certificate is trusted (`null`) or why not, and until when it is valid. */
export interface CertificateFacts {
  readonly refused: string | null;
  readonly validTo: string;
}

const certificateOf = (host: string, port: number): Promise<CertificateFacts> =>
  new Promise((resolve, reject) => {
    // Not refused at once, so that what is wrong with it can be said.
    const socket = connect(
      { host, port, servername: host, rejectUnauthorized: false, timeout: PATIENCE_MS },
      () => {
        const { valid_to: validTo } = socket.getPeerCertificate() as Partial<PeerCertificate>;
        // The types say `Error`; at run time it is a code.
        const refused = socket.authorized ? null : String(socket.authorizationError);
        socket.destroy();
        resolve({ refused, validTo: validTo ?? '' });
      },
    );
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    socket.once('error', reject);
  });

/** What is to be said of a certificate at a time. */
export function judge({ refused, validTo }: CertificateFacts, now: number): Finding {
  const on = about('certificate');
  const days = Math.floor((Date.parse(validTo) - now) / DAY_MS);
  if (days < 0) return on.wrong(`ran out ${-days} days ago`, 'renew it');
  if (refused !== null)
    return on.wrong(
      `not trusted (${refused})`,
      'use one from a public authority, with all certificates between',
    );
  if (days < 14)
    return on.look(`trusted, but only for ${days} more days`, 'look why it was not renewed by itself');
  return on.ok(`trusted, for ${days} more days`);
}
