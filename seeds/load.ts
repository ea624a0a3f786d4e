import type { Catalogue } from '../domain/catalogue.ts';
import { checkReferences } from './cross.ts';
import { readFields } from './fields.ts';
import { readSeeds } from './files.ts';
import { deepFreeze } from './freeze.ts';
import { readFigureColumns } from './figures.ts';
import { readGlossary } from './glossary.ts';
import { readLadders } from './ladders.ts';
import { readOccupations } from './occupations.ts';
import { readOffers } from './offers.ts';
import { readOfficialTexts } from './official.ts';
import { readHelplines, readLinks } from './outside.ts';
import { finishImport } from './pending.ts';
import { readMinimumWages, readPrefectures, readTowns } from './places.ts';
import { readInterestQuestionnaire } from './questionnaires.ts';
import { readConcepts, readGrammar, readSearchIndex } from './search.ts';
import { readValueQuestionnaire } from './value-questionnaire.ts';
import { readSources, readYears } from './sources.ts';
import { readSituations, readTaskFamilies, readTaskLinks, readTasks } from './tasks.ts';
import { readWages } from './wages.ts';

/**
 * Loads and checks everything the counsellor knows from a seed folder. The result is frozen plain data.
 * An import that was stopped half-way is finished first.
 *
 * @throws ShirubeError `SEED_BROKEN` naming file and line, when a seed is missing, malformed or contradicts another.
 *
 * @example
 * const catalogue = await loadCatalogue('seeds');
 * catalogue.occupations.get(156)?.texts.en.name; // 'Nurse'
 */
export async function loadCatalogue(dir: string): Promise<Catalogue> {
  await finishImport(dir);
  const { files, officialTexts, version } = await readSeeds(dir);
  const years = readYears(files.sources);
  const figureColumns = readFigureColumns(files.figureColumns);
  const occupations = readOccupations(files, figureColumns);
  const taskFamilies = readTaskFamilies(files.taskFamilies);
  const tasks = readTasks(files.tasks, taskFamilies);
  const catalogue: Catalogue = {
    version,
    sources: readSources(files.sources),
    occupations,
    officialTexts: readOfficialTexts(officialTexts, occupations),
    figureColumns,
    fields: readFields(files.fields),
    glossary: readGlossary(files.glossary),
    ladders: readLadders(files.ladders, occupations),
    tasks,
    taskFamilies,
    taskLinks: readTaskLinks(files.taskLinks, tasks, occupations),
    situations: readSituations(files.situations, tasks),
    prefectures: readPrefectures(files.prefectures),
    towns: readTowns(files.towns),
    wages: readWages(years.wages, files.wageGroups, files.wageCells),
    offers: readOffers(years.offers, files.offerGroups, files.offerCells),
    minimumWages: readMinimumWages(files.minimumWages),
    interestQuestionnaire: readInterestQuestionnaire(files.interests),
    valueQuestionnaire: readValueQuestionnaire(files.values),
    links: readLinks(files.links),
    helplines: readHelplines(files.helplines),
    search: {
      index: readSearchIndex(files.searchIndex),
      concepts: readConcepts(files.searchConcepts, figureColumns),
      grammar: readGrammar(files.searchGrammar),
    },
  };
  checkReferences(catalogue, files);
  return deepFreeze(catalogue);
}
