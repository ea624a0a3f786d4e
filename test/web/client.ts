import WebSocket from 'ws';
import type { WireActivity } from '../../adapters/web/activities.ts';

/** What Direct Line answers, as far as tests look at it. */
export interface Body {
  readonly conversationId: string;
  readonly token: string;
  readonly resumeToken: string;
  readonly streamUrl: string;
  readonly expires_in: number;
  readonly id: string;
  readonly activities: WireActivity[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
}

export interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** A plain client of the endpoint: says exactly what a test wants said. */
export class Client {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  async call(method: string, path: string, token?: string, body?: unknown, headers = {}): Promise<Reply> {
    const response = await fetch(`${this.url}/v3/directline/${path}`, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Body,
    };
  }

  async start(body: object = {}): Promise<Body> {
    return (await this.call('POST', 'conversations', undefined, body)).body;
  }

  post({ conversationId, token }: Body, activity: unknown): Promise<Reply> {
    return this.call('POST', `conversations/${conversationId}/activities`, token, activity);
  }

  async read({ conversationId, token }: Body, watermark = ''): Promise<Body> {
    const path = `conversations/${conversationId}/activities?watermark=${watermark}`;
    return (await this.call('GET', path, token)).body;
  }
}

/** Collects what a stream sends until `enough` says so. */
export function listen(
  url: string,
  enough: (activities: WireActivity[]) => boolean,
): Promise<WireActivity[]> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const seen: WireActivity[] = [];
    const late = setTimeout(() => socket.terminate(), 5_000);
    socket.on('message', (data: Buffer) => {
      seen.push(...(JSON.parse(data.toString()) as Body).activities);
      if (enough(seen)) socket.close();
    });
    const fail = (error: Error) => {
      clearTimeout(late);
      reject(error);
      socket.terminate();
    };
    socket.on('unexpected-response', (_, response) => fail(new Error(`HTTP ${response.statusCode}`)));
    socket.on('error', fail);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(seen);
    });
  });
}

export const texts = (activities: readonly WireActivity[]): string[] =>
  activities.filter(({ text }) => text).map(({ text }) => text!);
