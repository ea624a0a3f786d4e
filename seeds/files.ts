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
  wageGroups: 'wages/groups.csv',
  wageCells: 'wages/cells.csv',
  minimumWages: 'wages/minimum.csv',
  offerGroups: 'hellowork/groups.csv',
  offerCells: 'hellowork/cells.csv',
  prefectures: 'prefectures.json',
  links: 'links.json',
  helplines: 'helplines.json',
  interests: 'questionnaires/interests.json',
} as const;
export type SeedName = keyof typeof SEED_PATHS;
export type SeedFiles = Readonly<Record<SeedName, SeedFile>>;

/** Reads all seed files of a folder, and a version that changes with any byte of them. */
export async function readSeeds(dir: string): Promise<{ files: SeedFiles; version: string }> {
  const names = Object.keys(SEED_PATHS) as SeedName[];
  const bytes = await Promise.all(names.map((name) => readBytes(dir, SEED_PATHS[name])));
  const hash = createHash('sha256');
  const files = {} as Record<SeedName, SeedFile>;
  names.forEach((name, i) => {
    hash.update(`${SEED_PATHS[name]}\0${bytes[i]!.length}\0`).update(bytes[i]!);
    files[name] = { path: `seeds/${SEED_PATHS[name]}`, text: bytes[i]!.toString('utf8') };
  });
  return { files, version: hash.digest('hex').slice(0, 16) };
}

async function readBytes(dir: string, path: string): Promise<Buffer> {
  try {
    return await readFile(join(dir, path));
  } catch (cause) {
    return broken({ path: `seeds/${path}` }, null, `cannot be read in ${dir}`, cause);
  }
}
