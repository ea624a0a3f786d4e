import type { Catalogue } from '../domain/catalogue.ts';
import { checkReferences } from './cross.ts';
import { readSeeds } from './files.ts';
import { deepFreeze } from './freeze.ts';
import { readOccupations } from './occupations.ts';
import { readOffers } from './offers.ts';
import { readHelplines, readLinks } from './outside.ts';
import { readMinimumWages, readPrefectures } from './places.ts';
import { readInterestQuestionnaire } from './questionnaires.ts';
import { readSources, readYears } from './sources.ts';
import { readWages } from './wages.ts';

/**
 * Loads and checks everything the counsellor knows from a seed folder. The result is frozen plain data.
 *
 * @throws ShirubeError `SEED_BROKEN` naming file and line, when a seed is missing, malformed or contradicts another.
 *
 * @example
 * const catalogue = await loadCatalogue('seeds');
 * catalogue.occupations.get(156)?.texts.en.name; // 'Nurse'
 */
export async function loadCatalogue(dir: string): Promise<Catalogue> {
  const { files, version } = await readSeeds(dir);
  const years = readYears(files.sources);
  const catalogue: Catalogue = {
    version,
    sources: readSources(files.sources),
    occupations: readOccupations(files),
    prefectures: readPrefectures(files.prefectures),
    wages: readWages(years.wages, files.wageGroups, files.wageCells),
    offers: readOffers(years.offers, files.offerGroups, files.offerCells),
    minimumWages: readMinimumWages(files.minimumWages),
    interestQuestionnaire: readInterestQuestionnaire(files.interests),
    links: readLinks(files.links),
    helplines: readHelplines(files.helplines),
  };
  checkReferences(catalogue, files);
  return deepFreeze(catalogue);
}
