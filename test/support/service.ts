import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startService, type Service } from '../../server.ts';
import { readSettings } from '../../settings.ts';

const silent = { info() {}, warn() {}, error() {} };

/** The whole service as `npm start` runs it, on a free port, with its store on disk in a folder of its own. */
export const startWhole = (settings: Record<string, string> = {}): Promise<Service> =>
  startService(
    {
      ...readSettings({ DATA_DIR: mkdtempSync(path.join(tmpdir(), 'shirube-')), ...settings }),
      PORT: Number(settings.PORT ?? 0),
      HOST: '127.0.0.1',
    },
    silent,
  );

/** Asks a service over HTTP, as a program would. */
export class Asker {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  get = (path: string, headers: Record<string, string> = {}) => fetch(this.url + path, { headers });
  json = async (path: string) => (await this.get(path)).json() as Promise<Record<string, never>>;
  post = (path: string, body: unknown, type = 'application/json') =>
    fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
}

/** A profile with a shape. */
export const INTERESTS = {
  realistic: 5,
  investigative: 4,
  artistic: 2,
  social: 3,
  enterprising: 1,
  conventional: 4,
};
