import { z } from 'zod';
import { INTERESTS } from '../domain/interests.ts';
import { FIGURE_BLOCKS, WORK_VALUES, type FigureColumns, type Figures } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { readJson } from './json.ts';
import { Keyed } from './keyed.ts';

/** One line of figures. */
export interface FigureLine {
  readonly id: number;
  readonly figures: Figures;
  readonly licences: readonly string[];
}

/** Figures and licences by occupation. Interests and work values must be ratings 1–5 throughout. */
export function readFigures(file: SeedFile, columns: FigureColumns): Keyed<FigureLine> {
  const lines = file.text.split('\n');
  if (lines.pop() !== '') broken(file, lines.length + 1, 'the last line must end with a line break');
  return new Keyed(
    file,
    lines.map((text, i) => ({ line: i + 1, value: readLine(file, i + 1, text, columns) })),
  );
}

function readLine(file: SeedFile, line: number, text: string, columns: FigureColumns): FigureLine {
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
    const isRated = block === 'interests' || block === 'work_values';
    const wrong = figures.findIndex((figure) =>
      isRated ? !isRating(figure) : figure !== null && !(typeof figure === 'number' && figure >= 0),
    );
    if (wrong >= 0) {
      broken(
        file,
        line,
        `${block}.${columns[block][wrong]} is not ${isRated ? 'a rating from 1 to 5' : 'a figure'}`,
      );
    }
  }
  const licences = value['licences'];
  if (!Array.isArray(licences) || licences.some((one) => typeof one !== 'string')) {
    broken(file, line, 'licences must be a list of names');
  }
  const figures = Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, value[block]]));
  return { id: id as number, licences: licences as string[], figures: figures as unknown as Figures };
}

const isRating = (figure: unknown): boolean => typeof figure === 'number' && figure >= 1 && figure <= 5;

/** What each position of each block is. */
export function readFigureColumns(file: SeedFile): FigureColumns {
  const names = z.array(z.string()).min(1);
  const columns = readJson(
    file,
    z.strictObject(
      Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, names])) as Record<
        keyof FigureColumns,
        typeof names
      >,
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
