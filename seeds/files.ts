import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { broken, type SeedFile } from './broken.ts';

/** Every file the catalogue is made of, by the name the loader uses for it. */
export const SEED_PATHS = {
  sources: 'sources.json',
  occupations: 'occupations/occupations.csv',
  figures: 'occupations/figures.jsonl',
  figureColumns: 'occupations/figure-columns.json',
  texts: 'occupations/texts.jsonl',
  stories: 'occupations/stories.jsonl',
  angles: 'occupations/angles.csv',
  fields: 'occupations/fields.csv',
  ladders: 'occupations/ladders.jsonl',
  glossary: 'glossary.jsonl',
  tasks: 'tasks/tasks.jsonl',
  taskFamilies: 'tasks/families.json',
  taskLinks: 'tasks/links.jsonl',
  situations: 'tasks/situations.jsonl',
  wageGroups: 'wages/groups.csv',
  wageCells: 'wages/cells.csv',
  minimumWages: 'wages/minimum.csv',
  offerGroups: 'hellowork/groups.csv',
  offerCells: 'hellowork/cells.csv',
  prefectures: 'prefectures.json',
  towns: 'towns.csv',
  links: 'links.json',
  helplines: 'helplines.json',
  interests: 'questionnaires/interests.json',
  searchIndex: 'search/index.json',
  searchConcepts: 'search/concepts.jsonl',
  searchGrammar: 'search/grammar.json',
  values: 'questionnaires/values.json',
} as const;
/** Official descriptions: there only where an operator has imported them. */
export const OFFICIAL_TEXTS_PATH = 'official/descriptions.jsonl';
export type SeedName = keyof typeof SEED_PATHS;
export type SeedFiles = Readonly<Record<SeedName, SeedFile>>;

export interface Seeds {
  readonly files: SeedFiles;
  readonly officialTexts: SeedFile | null;
  /** Changes with any byte of any file. */
  readonly version: string;
}

/** Reads all seed files of a folder. */
export async function readSeeds(dir: string): Promise<Seeds> {
  const names = Object.keys(SEED_PATHS) as SeedName[];
  const bytes = await Promise.all(names.map((name) => readBytes(dir, SEED_PATHS[name])));
  const hash = createHash('sha256');
  const files = {} as Record<SeedName, SeedFile>;
  const take = (path: string, content: Buffer): SeedFile => {
    hash.update(`${path}\0${content.length}\0`).update(content);
    return { path: `seeds/${path}`, text: content.toString('utf8') };
  };
  names.forEach((name, i) => {
    files[name] = take(SEED_PATHS[name], bytes[i]!);
  });
  const official = await readFile(join(dir, OFFICIAL_TEXTS_PATH)).catch(() => null);
  const officialTexts = official && take(OFFICIAL_TEXTS_PATH, official);
  return { files, officialTexts, version: hash.digest('hex').slice(0, 16) };
}

async function readBytes(dir: string, path: string): Promise<Buffer> {
  try {
    return await readFile(join(dir, path));
  } catch (cause) {
    return broken({ path: `seeds/${path}` }, null, `cannot be read in ${dir}`, cause);
  }
}
