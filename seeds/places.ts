import { z } from 'zod';
import type { AreaCode, MinimumWage, Prefecture, Town } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { readCsv } from './csv.ts';
import { lineOf, readJson } from './json.ts';
import { inEachLocale } from './shapes.ts';

/** Customary regions, north to south; each has few enough prefectures for one screen of choices. */
export const REGIONS = [
  'hokkaido_tohoku',
  'kanto',
  'koshinetsu_hokuriku',
  'tokai',
  'kinki',
  'chugoku',
  'shikoku',
  'kyushu_okinawa',
] as const;

const PREFECTURE = /^(0[1-9]|[1-3][0-9]|4[0-7])$/u;

const shape = z
  .array(
    z.strictObject({
      code: z.string().regex(PREFECTURE, 'is not a prefecture code from 01 to 47'),
      names: inEachLocale,
      region: z.enum(REGIONS),
      spellings: z.array(z.string().min(2, 'must have two characters or more')).min(5),
    }),
  )
  .length(47);

/** The 47 prefectures, with what each may be typed as; no spelling means two of them. */
export function readPrefectures(file: SeedFile): Map<AreaCode, Prefecture> {
  const prefectures = new Map<AreaCode, Prefecture>();
  const meaning = new Map<string, AreaCode>();
  readJson(file, shape).forEach((prefecture, i) => {
    const { code, spellings } = prefecture;
    if (prefectures.has(code)) broken(file, lineOf(file.text, [i, 'code']), `code ${code} is there twice`);
    spellings.forEach((spelling, k) => {
      const other = meaning.get(spelling);
      if (other !== undefined) {
        broken(file, lineOf(file.text, [i, 'spellings', k]), `spelling "${spelling}" already means ${other}`);
      }
      meaning.set(spelling, code);
    });
    prefectures.set(code, prefecture);
  });
  return prefectures;
}

const DEGREES = /^\d{2,3}\.\d{2}$/u;

/** Where towns lie, to the hundredth of a degree (about a kilometre); every prefecture has some. */
export function readTowns(file: SeedFile): Town[] {
  const towns = readCsv(file, ['area', 'latitude', 'longitude']).map((row) => ({
    area: row.matching('area', PREFECTURE, 'a prefecture from 01 to 47'),
    latitude: Number(row.matching('latitude', DEGREES, 'degrees north with two decimals')),
    longitude: Number(row.matching('longitude', DEGREES, 'degrees east with two decimals')),
  }));
  const areas = new Set(towns.map(({ area }) => area));
  if (areas.size < 47) broken(file, null, `has towns of ${areas.size} prefectures, not of 47`);
  return towns;
}

export const MINIMUM_COLUMNS = ['area', 'yen', 'from'];

/** Regional minimum wages, each in force from its date until the next one of its prefecture. */
export function readMinimumWages(file: SeedFile): MinimumWage[] {
  const seen = new Set<string>();
  return readCsv(file, MINIMUM_COLUMNS).map((row) => {
    const area = row.matching('area', PREFECTURE, 'a prefecture from 01 to 47');
    const from = row.text('from');
    if (!z.iso.date().safeParse(from).success) row.broken(`from is not a date: ${from}`);
    if (seen.has(`${area} ${from}`)) row.broken(`${area} has two minimum wages from ${from}`);
    seen.add(`${area} ${from}`);
    const hourlyYen = row.count('yen');
    if (hourlyYen < 500 || hourlyYen > 5000) row.broken(`yen is not an hourly minimum wage: ${hourlyYen}`);
    return { area, hourlyYen, from };
  });
}
