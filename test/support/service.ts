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
