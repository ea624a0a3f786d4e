import { z } from 'zod';
import type { ElementalTask, Situation, TaskFamily } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { lineOf, readJson, readJsonLines } from './json.ts';
import { filled, inEachLocale } from './shapes.ts';

const id = z.string().regex(/^[a-z0-9_]+$/u, 'is not lower case with underscores');
const share = z.number().gt(0).max(1);
const weights = z.record(id, share);

const taskShape = z.strictObject({
  id,
  family: id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  texts: inEachLocale,
  everyday: inEachLocale.nullable(),
  also: z.array(filled).min(1),
});
const linkShape = z.strictObject({ id: z.int().positive(), tasks: weights });
const patterns = z
  .array(z.string().regex(/^[^~/\s][^~/]*(?:[~/][^~/]+)*$/u, 'is no pattern such as "弟/妹~宿題"'))
  .min(1);
const situationShape = z.strictObject({
  id,
  kind: z.enum(['club', 'school', 'job', 'home', 'care', 'hobby', 'volunteering', 'family']),
  words: z.strictObject({ ja: patterns, 'ja-easy': patterns, en: patterns }),
  tasks: weights,
});

/** Shares are rounded to four digits; of sixteen tasks the sum is off by less. */
const SUM_TOLERANCE = 0.01;

/** Families of tasks, in the order they are offered. */
export function readTaskFamilies(file: SeedFile): Map<string, TaskFamily> {
  const families = new Map<string, TaskFamily>();
  readJson(file, z.array(inEachLocale.extend({ id })).min(1)).forEach(({ id: family, ...names }, i) => {
    if (families.has(family)) broken(file, lineOf(file.text, [i]), `family ${family} is there twice`);
    families.set(family, { id: family, names });
  });
  return families;
}

/** The elemental tasks; ids are kept in people's profiles, so do not rename them. */
export function readTasks(
  file: SeedFile,
  families: ReadonlyMap<string, TaskFamily>,
): Map<string, ElementalTask> {
  const tasks = new Map<string, ElementalTask>();
  for (const { line, value } of readJsonLines(file, taskShape)) {
    if (tasks.has(value.id)) broken(file, line, `${value.id} is there twice`);
    if (!families.has(value.family)) broken(file, line, `there is no family ${value.family}`);
    tasks.set(value.id, value);
  }
  return tasks;
}

/** The share of each task in an occupation. Lines about occupations that are gone are let pass. */
export function readTaskLinks(
  file: SeedFile,
  tasks: ReadonlyMap<string, unknown>,
  occupations: ReadonlyMap<number, unknown>,
): Map<number, Map<string, number>> {
  const links = new Map<number, Map<string, number>>();
  for (const { line, value } of taskLinkLines(file)) {
    if (links.has(value.id)) broken(file, line, `the tasks of occupation ${value.id} are there twice`);
    const shares = Object.entries(value.tasks);
    const unknown = shares.find(([task]) => !tasks.has(task));
    if (unknown) broken(file, line, `there is no task ${unknown[0]}`);
    const sum = shares.reduce((all, [, one]) => all + one, 0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE)
      broken(file, line, `the shares sum to ${sum.toFixed(4)}, not to 1`);
    if (occupations.has(value.id)) links.set(value.id, new Map(shares));
  }
  return links;
}

/** Every link as it is written, also of occupations that are gone. */
export const taskLinkLines = (file: SeedFile) => readJsonLines(file, linkShape);

/** What people have done, in the words they use for it. */
export function readSituations(file: SeedFile, tasks: ReadonlyMap<string, unknown>): Situation[] {
  const seen = new Set<string>();
  return readJsonLines(file, situationShape).map(({ line, value }) => {
    if (seen.has(value.id)) broken(file, line, `${value.id} is there twice`);
    seen.add(value.id);
    const unknown = Object.keys(value.tasks).find((task) => !tasks.has(task));
    if (unknown !== undefined) broken(file, line, `there is no task ${unknown}`);
    return value;
  });
}
