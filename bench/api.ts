/** What programs and readers of the pages wait for: over HTTP, one request at a time, every occupation in turn. */
import type { Catalogue } from '../domain/catalogue.ts';
import { rate, timed } from './measure.ts';

/** Measures each kind of answer of the API and of the pages. */
export async function benchApi(
  url: string,
  { occupations, prefectures }: Catalogue,
  add: (measure: string, value: string) => void,
): Promise<void> {
  const ids = [...occupations.keys()];
  const areas = [...prefectures.keys()];
  const id = (i: number) => ids[i % ids.length]!;
  const area = (i: number) => areas[i % areas.length]!;
  const word = (i: number) => encodeURIComponent([...occupations.values()][i % ids.length]!.name.slice(0, 3));
  const kinds: readonly (readonly [name: string, address: (i: number) => string])[] = [
    ['API: one wage figure', (i) => `/api/v1/wages?occupation=${id(i)}&prefecture=${area(i)}`],
    ['API: one occupation', (i) => `/api/v1/occupations/${id(i)}?lang=en&prefecture=${area(i)}`],
    ['API: search', (i) => `/api/v1/occupations?q=${word(i)}&prefecture=${area(i)}`],
    ['API: glossary', () => '/api/v1/glossary?lang=en'],
    ['page of an occupation', (i) => `/occupations/${id(i)}?lang=ja&prefecture=${area(i)}`],
  ];
  for (const [name, address] of kinds) {
    // The first answers of a kind are made by code that is not compiled yet.
    await timed(20, (i) => read(url + address(i * 7)));
    add(name, rate(await timed(500, (i) => read(url + address(i)))));
  }
  for (const form of ['json', 'csv', 'xml']) {
    add(
      `API: the whole catalogue in ${form}`,
      rate(await timed(3, () => read(`${url}/api/v1/occupations.${form}`))),
    );
  }
}

/** The answer to its last byte; an occupation without a wage group has no wage, which is an answer too. */
async function read(address: string): Promise<void> {
  const answer = await fetch(address);
  if (answer.status >= 500) throw new Error(`${address}: ${answer.status}`);
  await answer.arrayBuffer();
}
