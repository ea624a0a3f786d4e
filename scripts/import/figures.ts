import { FIGURE_BLOCKS, type FigureBlock, type FigureColumns, type Figures } from '../../domain/catalogue.ts';
import { BLOCKS, FIGURES, type FigureColumn } from './ipd.ts';
import type { JobtagRecord, JobtagTable } from './jobtag.ts';
import { compact, narrow } from './numbers.ts';
import { AGAIN, refuse, shown } from './refuse.ts';

/** The figures of one occupation as the file has them. */
export interface FigureRecord {
  readonly id: number;
  readonly name: string;
  readonly figures: Figures;
}
export interface FigureFile extends Pick<JobtagTable, 'file' | 'version' | 'published'> {
  readonly records: readonly FigureRecord[];
  /** What the operator should know of, as sentences. */
  readonly notes: readonly string[];
}

/** The figures of job tag's numeric file (簡易版数値系), in the order of the seeds' columns. */
export function readFigureFile(table: JobtagTable, columns: FigureColumns): FigureFile {
  const order = requireColumns(columns);
  return {
    file: table.file,
    version: table.version,
    published: table.published,
    records: table.records.map((record) => ({
      id: record.id,
      name: record.name,
      figures: Object.fromEntries(
        FIGURE_BLOCKS.map((block) => [block, readBlock(table.file, record, block, order[block])]),
      ) as unknown as Figures,
    })),
    notes: [...checkLabels(table), ...unusedColumns(table)],
  };
}

/** The columns of the seeds by IPD id; that there is one for each is for us to keep true. */
function requireColumns(columns: FigureColumns): Readonly<Record<FigureBlock, readonly FigureColumn[]>> {
  return Object.fromEntries(
    FIGURE_BLOCKS.map((block) => [
      block,
      columns[block].map(
        (column) =>
          FIGURES[block].find((known) => known.column === column) ??
          refuse(`scripts/import/ipd-figures.ts does not know ${block}.${column} of figure-columns.json.`),
      ),
    ]),
  ) as unknown as Record<FigureBlock, readonly FigureColumn[]>;
}

/** An IPD id keeps its meaning within a major version only: a name that stands at another id is a warning. */
function checkLabels({ file, labels }: JobtagTable): string[] {
  const all = FIGURE_BLOCKS.flatMap((block) => FIGURES[block]);
  const known = new Map<string, FigureColumn>();
  for (const column of all) known.set(tidy(column.label), column);
  const reworded = all.filter(({ ipd, label }) => {
    const found = labels.get(ipd);
    if (found === undefined) return refuse(`${file} has no column ${ipd} (${label}). ${AGAIN}.`);
    if (tidy(found) === tidy(label)) return false;
    if (known.has(tidy(found))) {
      refuse(
        `${file}: ${ipd} was 「${label}」 and is now 「${found}」: the columns have another meaning in this version, so scripts/import/ipd-figures.ts must be changed first.`,
      );
    }
    return true;
  });
  return reworded.map(
    ({ ipd, label }) =>
      `${ipd} 「${label}」 is now called 「${labels.get(ipd)}」; it was taken as the same figure.`,
  );
}

const tidy = (label: string): string => compact(narrow(label));

/** Columns that a new version has added to a block we use. */
function unusedColumns({ labels }: JobtagTable): string[] {
  const known = new Set(FIGURE_BLOCKS.flatMap((block) => FIGURES[block].map(({ ipd }) => ipd)));
  const added = [...labels].filter(
    ([ipd]) => !known.has(ipd) && FIGURE_BLOCKS.some((block) => ipd.startsWith(BLOCKS[block].prefix)),
  );
  return added.length === 0
    ? []
    : [
        `The file has new columns that are not used yet: ${added.map(([ipd, label]) => `${ipd} ${label}`).join(', ')}.`,
      ];
}

const PROFILES: ReadonlySet<FigureBlock> = new Set(['interests', 'work_values']);
const MISSING = new Set(['', '-', '－', '―']);

function readBlock(
  file: string,
  { line, field }: JobtagRecord,
  block: FigureBlock,
  columns: readonly FigureColumn[],
): (number | null)[] | null {
  const { least, most } = BLOCKS[block];
  const figures = columns.map(({ ipd, label }) => {
    const written = narrow(field(ipd));
    if (MISSING.has(written)) return null;
    // Means and shares are published with three decimals.
    const value = /^\d+(\.\d+)?(e-?\d+)?$/iu.test(written) ? Number(Number(written).toFixed(3)) : NaN;
    if (!(value >= least && value <= most)) {
      refuse(
        `${file}, line ${line}: ${label} (${ipd}) is ${shown(written)}, not a figure from ${least} to ${most}. ${AGAIN}.`,
      );
    }
    return value;
  });
  // Matching compares whole profiles: half of one is none.
  const isWhole = !PROFILES.has(block) || !figures.includes(null);
  return isWhole && figures.some((figure) => figure !== null) ? figures : null;
}
