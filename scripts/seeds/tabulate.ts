import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '../../seeds/csv.ts';
import { SEED_PATHS, type SeedName } from '../../seeds/files.ts';
import type { SeedFile } from '../../seeds/broken.ts';
import { readOfferGroups } from '../../seeds/offers.ts';
import { readYears } from '../../seeds/sources.ts';
import { readWageGroups } from '../../seeds/wages.ts';
import { tabulateOccupations, type Decisions } from './jobtag.ts';
import { tabulateMinimumWages, tabulateOffers, tabulateWages } from './pay.ts';

export const DECISIONS = 'wages/crosswalk-decisions.csv';

/** The generated seeds as text, by path below the seed folder. */
export async function tabulate(dataDir: string, seedsDir: string): Promise<Record<string, string>> {
  const read = async (path: string): Promise<SeedFile> => ({
    path: `seeds/${path}`,
    text: await readFile(join(seedsDir, path), 'utf8'),
  });
  const seed = (name: SeedName) => read(SEED_PATHS[name]);
  const wageGroups = readWageGroups(await seed('wageGroups'));
  const offerGroups = readOfferGroups(await seed('offerGroups'));
  const years = readYears(await seed('sources'));
  return {
    ...(await tabulateOccupations(dataDir, wageGroups, decisions(await read(DECISIONS), wageGroups))),
    ...(await tabulateWages(dataDir, wageGroups)),
    ...(await tabulateOffers(dataDir, offerGroups, years.offers)),
    ...(await tabulateMinimumWages(dataDir)),
  };
}

/** Wage groups decided by hand; an empty group means that none corresponds. */
function decisions(file: SeedFile, groups: ReadonlyMap<string, unknown>): Decisions {
  return new Map(
    readCsv(file, ['id', 'group', 'why']).map((row) => {
      const group = row.textOrNull('group');
      if (group !== null && !groups.has(group)) row.broken(`there is no wage group ${group}`);
      row.text('why');
      return [row.count('id'), group];
    }),
  );
}
