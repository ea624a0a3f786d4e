/** `npm run bench`: prints a table and keeps it in bench/results.json. */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { openHouse } from '../bot/open.ts';
import { takeTurn } from '../bot/turn.ts';
import { LOCALES } from '../domain/locales.ts';
import { matchAll } from '../domain/matching.ts';
import { openSearch, searchNames } from '../domain/search.ts';
import { similarTo } from '../domain/similar.ts';
import { loadCatalogue } from '../seeds/load.ts';
import { benchApi } from './api.ts';
import { benchSearch } from './search/bench.ts';
import { benchConversations } from './conversations.ts';
import { megabytes, rate, timed, type Row } from './measure.ts';
import { benchPairs } from './pairs.ts';
import { benchPhone } from './phone.ts';
import { benchRanking } from './ranking.ts';
import { startProgram } from './service.ts';
import { benchUnderstanding } from './understanding/index.ts';
import { benchWebhook } from './webhook.ts';

const ROOT = path.join(import.meta.dirname, '..');
const PORT = 23_780;
const rows: Row[] = [];
const add = (measure: string, value: string) => {
  rows.push({ measure, value });
  console.log(`${measure.padEnd(66)} ${value}`);
};

const house = await openHouse(ROOT);
const items = house.catalogue.interestQuestionnaire.items.map(({ id }) => id);

add('catalogue load', rate(await timed(20, () => loadCatalogue(path.join(ROOT, 'seeds'))), 'loads/s'));
const interests = {
  realistic: 4.1,
  investigative: 3.2,
  artistic: 2,
  social: 2.7,
  enterprising: 1.8,
  conventional: 3.9,
};
add('matching all occupations', rate(await timed(2000, () => matchAll(house.matchIndex, { interests }))));
await benchRanking(house.catalogue, house.matchIndex, add);
const ids = [...house.catalogue.occupations.keys()];
add(
  'similar occupations of one',
  rate(
    await timed(2000, (i) =>
      similarTo(house.similarIndex, house.catalogue.occupations, ids[i % ids.length]!, 6),
    ),
  ),
);
const queries = [
  '看護師',
  'カンゴシ',
  'nurse',
  'プログラマー',
  'driver',
  '保育',
  'お花屋さん',
  'zzzz',
  '介護 施設',
  'でざいなー',
];
add(
  'search by name',
  rate(await timed(2000, (i) => searchNames(house.searchIndex, queries[i % queries.length]!))),
);
add('search index opened', rate(await timed(5, () => openSearch(house.catalogue)), 'times/s'));
await benchSearch(house.catalogue, house.finder, add);

benchPairs(house.catalogue, house.matchIndex, add);
benchUnderstanding(house, add);

let saved: unknown = null;
const moves = [
  'interests:open',
  'interests:over',
  ...items.map((id) => `interests:answer:${id}:${(id.charCodeAt(0) % 5) + 1}`),
  'occupation:open:156',
  'wages:compare:156:13,27',
  'next:open:156',
  'go:menu',
];
add(
  'whole turn without store (state parsed, machine, words)',
  rate(
    await timed(moves.length * 30, (index) => {
      const { state } = takeTurn(house, saved, {
        channel: 'console',
        person: 'bench',
        eventId: String(index),
        at: new Date().toISOString(),
        input: { kind: 'payload', payload: moves[index % moves.length]! },
        locale: LOCALES[Math.floor(index / moves.length) % LOCALES.length]!,
      });
      saved = JSON.parse(JSON.stringify(state));
    }),
    'turns/s',
  ),
);

const service = await startProgram('server.ts', PORT, {});
add('start of the process to readyz', `${Math.round(service.startedIn)} ms`);
add('memory after start', megabytes(await service.memory()));
rows.push(...(await benchConversations(service, items, add)));
await benchApi(service.url, house.catalogue, add);
await benchPhone(service.url, add);
await service.stop();

for (const { measure, value } of await benchWebhook(items, PORT + 1)) add(measure, value);

writeFileSync(
  path.join(ROOT, 'bench/results.json'),
  `${JSON.stringify(
    {
      at: new Date().toISOString(),
      node: process.version,
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${megabytes(totalmem())}`,
      results: rows,
    },
    null,
    2,
  )}\n`,
);
