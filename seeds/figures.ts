import { z } from 'zod';
import { INTERESTS } from '../domain/interests.ts';
import { WORK_VALUES } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { readJson } from './json.ts';
import { Keyed } from './keyed.ts';

/** Blocks of figures job tag publishes per occupation, in the order of the seed. */
export const FIGURE_BLOCKS = [
  'interests',
  'work_values',
  'skills',
  'knowledge',
  'abilities',
  'work_characteristics',
  'work_activities',
  'education_distribution',
  'training_pre',
  'training_post',
  'experience',
  'employment_type',
] as const;
export type FigureBlock = (typeof FIGURE_BLOCKS)[number];

/** The figures of one occupation that the counsellor uses today. */
export interface Figures {
  readonly id: number;
  readonly interests: readonly number[] | null;
  readonly work_values: readonly number[] | null;
}

/**
 * Interests and work values by occupation. The other blocks of a line are checked for their length only:
 * they are there for the dialogs to come.
 */
export function readFigures(file: SeedFile, columnsFile: SeedFile): Keyed<Figures> {
  const columns = readColumns(columnsFile);
  const lines = file.text.split('\n');
  if (lines.pop() !== '') broken(file, lines.length + 1, 'the last line must end with a line break');
  return new Keyed(
    file,
    lines.map((text, i) => ({ line: i + 1, value: readLine(file, i + 1, text, columns) })),
  );
}

function readLine(file: SeedFile, line: number, text: string, columns: Columns): Figures {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    return broken(file, line, 'is not valid JSON', cause);
  }
  const id = value['id'];
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) broken(file, line, 'id is not a whole number');
  for (const block of FIGURE_BLOCKS) {
    const figures = value[block];
    if (figures === null) continue;
    if (!Array.isArray(figures) || figures.length !== columns[block].length) {
      broken(file, line, `${block} must be null or a list of ${columns[block].length} figures`);
    }
  }
  return { id: id as number, interests: rated('interests'), work_values: rated('work_values') };

  function rated(block: 'interests' | 'work_values'): readonly number[] | null {
    const figures = value[block] as unknown[] | null;
    const wrong =
      figures?.findIndex((figure) => typeof figure !== 'number' || figure < 1 || figure > 5) ?? -1;
    if (wrong >= 0) broken(file, line, `${block}.${columns[block][wrong]} is not a rating from 1 to 5`);
    return figures as number[] | null;
  }
}

type Columns = Readonly<Record<FigureBlock, readonly string[]>>;

function readColumns(file: SeedFile): Columns {
  const names = z.array(z.string()).min(1);
  const columns = readJson(
    file,
    z.strictObject(
      Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, names])) as Record<FigureBlock, typeof names>,
    ),
  );
  for (const [block, wanted] of [
    ['interests', INTERESTS],
    ['work_values', WORK_VALUES],
  ] as const) {
    if (columns[block].join() !== wanted.join()) broken(file, null, `${block} must be ${wanted.join(', ')}`);
  }
  return columns;
}
