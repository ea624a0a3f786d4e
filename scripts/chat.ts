/** `npm run chat -- --lang en`: talk to the counsellor in the terminal. `--keep` remembers between sessions. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { config as readDotenv } from 'dotenv';
import { pino } from 'pino';
import { talk } from '../adapters/console/terminal.ts';
import { createCounsellor } from '../bot/counsellor.ts';
import { openHouse } from '../bot/open.ts';
import { LOCALES, nearestLocale } from '../domain/locales.ts';
import { databaseUrl, readSettings } from '../settings.ts';
import { openStore } from '../store/open.ts';

async function main(): Promise<void> {
  readDotenv({ quiet: true });
  const { values } = parseArgs({
    options: { lang: { type: 'string', default: 'ja' }, keep: { type: 'boolean', default: false } },
  });
  const locale = nearestLocale(values.lang);
  if (!locale) throw new Error(`We do not speak "${values.lang}" yet. Try --lang ${LOCALES.join(', ')}.`);
  const store = await openStore(values.keep ? databaseUrl(readSettings(process.env)) : 'memory:');
  const house = await openHouse(path.join(import.meta.dirname, '..'));
  const counsellor = createCounsellor(house, store, pino({ level: 'warn' }, pino.destination(2)));
  // Somebody who looks at the beginning only (`| head`) has seen enough.
  process.stdout.on('error', () => process.exit(0));
  await talk(counsellor, { person: 'terminal', locale, input: process.stdin, output: process.stdout });
  await store.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
