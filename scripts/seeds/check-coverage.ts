import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldOf, groupOf } from '../../domain/browse.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { readAngles } from '../../seeds/angles.ts';
import { readSeeds, SEED_PATHS } from '../../seeds/files.ts';
import { ladderLines } from '../../seeds/ladders.ts';
import { spellOut } from '../../seeds/reading.ts';
import { readStories } from '../../seeds/stories.ts';
import { readTexts } from '../../seeds/texts.ts';
import { DECISIONS, readDecisions } from '../import/present.ts';

/** Lines of a seed by occupation. */
export type LinesById = ReadonlyMap<number, number>;
export interface WordLines {
  readonly texts: LinesById;
  readonly stories: LinesById;
}

/** On which line of texts.jsonl and stories.jsonl each occupation stands. */
export async function wordLines(seedsDir: string, catalogue: Catalogue): Promise<WordLines> {
  const { files } = await readSeeds(seedsDir);
  return {
    texts: readTexts(files.texts, new Set(catalogue.occupations.keys())).lines(),
    stories: readStories(files.stories).lines(),
  };
}

/**
 * What the loader lets pass, because a new edition of job tag brings it: occupations without words of ours, words of
 * occupations that are gone, readings of an earlier name.
 */
export async function checkWords(
  seedsDir: string,
  { occupations }: Catalogue,
  lines: WordLines,
): Promise<string[]> {
  const { files } = await readSeeds(seedsDir);
  const texts = readTexts(files.texts, new Set(occupations.keys()));
  return [
    ...(['texts', 'stories'] as const).flatMap((seed) => [
      ...[...occupations.values()]
        .filter(({ id }) => !lines[seed].has(id))
        .map(({ id, name }) => `seeds/${SEED_PATHS[seed]}: occupation ${id} has no ${seed} (${name})`),
      ...[...lines[seed]]
        .filter(([id]) => !occupations.has(id))
        .map(([id, line]) => `seeds/${SEED_PATHS[seed]}:${line}: ${seed} of occupation ${id}, which is gone`),
    ]),
    ...[...lines.texts].flatMap(([id, line]) => {
      const name = occupations.get(id)?.name;
      const { reading } = texts.get(id)!;
      return name === undefined || spellOut(name, reading) !== null
        ? []
        : [`seeds/${SEED_PATHS.texts}:${line}: reading does not fit the name ${name}: ${reading}`];
    }),
  ];
}

/** Fields of work without a name of ours: their occupations are found by place and wish, but not by field. */
export const checkFields = ({ occupations, fields }: Catalogue): string[] =>
  [...occupations.values()].flatMap((occupation) =>
    [fieldOf(occupation), groupOf(occupation)]
      .filter((id) => !fields.has(id))
      .map((id) => `seeds/${SEED_PATHS.fields}: there is no ${id}, the field of occupation ${occupation.id}`),
  );

/** Wage groups decided by hand are those of occupations.csv, and every occupation without a group was decided. */
export async function checkDecisions(seedsDir: string, { occupations, wages }: Catalogue): Promise<string[]> {
  const decisions = await readDecisions(seedsDir, wages.groups);
  const lines = (await readFile(join(seedsDir, DECISIONS), 'utf8')).split('\n');
  return [
    ...[...decisions].flatMap(([id, group]) => {
      const place = `seeds/${DECISIONS}:${lines.findIndex((line) => line.startsWith(`${id},`)) + 1}`;
      const occupation = occupations.get(id);
      if (!occupation) return [`${place}: decision about occupation ${id}, which is gone`];
      return occupation.wageGroup === group
        ? []
        : [
            `${place}: occupation ${id} was decided to be in ${group ?? 'no wage group'}, but occupations.csv has ${occupation.wageGroup ?? 'none'}`,
          ];
    }),
    ...[...occupations.values()]
      .filter(({ id, wageGroup }) => wageGroup === null && !decisions.has(id))
      .map(
        ({ id, name }) => `seeds/${DECISIONS}: occupation ${id} has no wage group and no decision (${name})`,
      ),
  ];
}

/** Angles and career ladders that speak of occupations that are gone. */
export async function checkGone(seedsDir: string, { occupations }: Catalogue): Promise<string[]> {
  const { files } = await readSeeds(seedsDir);
  const gone = (id: number | null): id is number => id !== null && !occupations.has(id);
  return [
    ...[...readAngles(files.angles).keys()]
      .filter(gone)
      .map((id) => `seeds/${SEED_PATHS.angles}: angles of occupation ${id}, which is gone`),
    ...ladderLines(files.ladders).flatMap(({ line, value: { id, steps, elsewhere } }) =>
      [...new Set([id, ...steps.map((step) => step.occupation), ...elsewhere.map((way) => way.occupation)])]
        .filter(gone)
        .map((one) => `seeds/${SEED_PATHS.ladders}:${line}: speaks of occupation ${one}, which is gone`),
    ),
  ];
}
