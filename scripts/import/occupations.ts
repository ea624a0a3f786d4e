import { FIGURE_BLOCKS, type FigureBlock, type Figures } from '../../domain/catalogue.ts';
import { OCCUPATION_COLUMNS } from '../../seeds/occupations.ts';
import type { DescriptionFile, DescriptionRecord } from './descriptions.ts';
import type { FigureFile, FigureRecord } from './figures.ts';
import { assignGroups } from './groups.ts';
import type { Decisions, SeedOccupation } from './present.ts';
import { AGAIN, refuse } from './refuse.ts';
import { csv, jsonLines, list } from './write.ts';

/** What of an occupation can change. */
export type Change = FigureBlock | 'name' | 'aliases' | 'codes' | 'licences' | 'groups';

export interface MergedOccupations {
  readonly occupations: readonly SeedOccupation[];
  readonly added: readonly SeedOccupation[];
  readonly gone: readonly SeedOccupation[];
  readonly changed: readonly { readonly occupation: SeedOccupation; readonly changes: readonly Change[] }[];
  /** Occupations that a file does not list: kept as they were. */
  readonly kept: { readonly figures: number; readonly descriptions: number };
  /** Names that only the figures file has otherwise: names come from the description file. */
  readonly otherNames: readonly { readonly id: number; readonly name: string; readonly seed: string }[];
}

export interface JobtagFiles {
  readonly figures: FigureFile | null;
  readonly descriptions: DescriptionFile | null;
}

/** A file with fewer occupations than this share of those in use was cut off. */
const LEAST_SHARE = 0.9;
const NO_FIGURES = Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, null])) as unknown as Figures;

/** Lays job tag's files over the occupations in use. */
export function mergeOccupations(
  present: readonly SeedOccupation[],
  { figures, descriptions }: JobtagFiles,
  decisions: Decisions,
): MergedOccupations {
  requireEnough(figures, present.filter(hasFigures).length);
  requireEnough(descriptions, present.length);
  const inFigures = byId(figures?.records);
  const inDescriptions = byId(descriptions?.records);
  const isGone = ({ id }: SeedOccupation) =>
    sameMajor(figures, descriptions) && !inFigures.has(id) && !inDescriptions.has(id);
  const before = new Map(present.map((occupation) => [occupation.id, occupation]));
  const ids = new Set([...before.keys(), ...inFigures.keys(), ...inDescriptions.keys()]);
  const laid = [...ids]
    .sort((a, b) => a - b)
    .map((id) => lay(before.get(id), inFigures.get(id), inDescriptions.get(id)))
    .filter((occupation) => !isGone(occupation));
  const occupations = assignGroups(laid, decisions);
  return {
    occupations,
    added: occupations.filter(({ id }) => !before.has(id)),
    gone: present.filter(isGone),
    changed: occupations.flatMap((occupation) => {
      const changes = changesOf(before.get(occupation.id), occupation);
      return changes.length > 0 ? [{ occupation, changes }] : [];
    }),
    kept: {
      figures: figures ? laid.filter(({ id }) => before.has(id) && !inFigures.has(id)).length : 0,
      descriptions: descriptions
        ? laid.filter(({ id }) => before.has(id) && !inDescriptions.has(id)).length
        : 0,
    },
    otherNames: (figures?.records ?? []).flatMap(({ id, name }) => {
      const seed = before.get(id);
      return seed && !inDescriptions.has(id) && seed.name !== name ? [{ id, name, seed: seed.name }] : [];
    }),
  };
}

/** An occupation is known to be gone only when both kinds of file of one major version were given. */
export const sameMajor = (figures: FigureFile | null, descriptions: DescriptionFile | null): boolean =>
  figures !== null && descriptions !== null && major(figures) === major(descriptions);
const major = ({ version }: { readonly version: string }): string => version.split('.')[0]!;

const hasFigures = ({ figures }: SeedOccupation): boolean =>
  FIGURE_BLOCKS.some((block) => figures[block] !== null);

function requireEnough(file: FigureFile | DescriptionFile | null, inUse: number): void {
  if (file && file.records.length < inUse * LEAST_SHARE) {
    refuse(
      `${file.file} holds only ${file.records.length} occupations where ${inUse} are in use: it looks cut off. ${AGAIN}.`,
    );
  }
}

const byId = <T extends { readonly id: number }>(records: readonly T[] = []): Map<number, T> =>
  new Map(records.map((record) => [record.id, record]));

function lay(
  before: SeedOccupation | undefined,
  figures: FigureRecord | undefined,
  description: DescriptionRecord | undefined,
): SeedOccupation {
  const { id, name } = (description ?? before ?? figures)!;
  return {
    id,
    name,
    aliases: (description ?? before)?.aliases ?? [],
    mhlwCodes: (description ?? before)?.mhlwCodes ?? [],
    jsocCodes: (description ?? before)?.jsocCodes ?? [],
    wageGroup: before?.wageGroup ?? null,
    wageGroupBasis: before?.wageGroupBasis ?? null,
    offerGroup: before?.offerGroup ?? null,
    figures: (figures ?? before)?.figures ?? NO_FIGURES,
    licences: (description ?? before)?.licences ?? [],
  };
}

function changesOf(before: SeedOccupation | undefined, after: SeedOccupation): Change[] {
  if (!before) return [];
  const differs = (part: (occupation: SeedOccupation) => unknown) =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  const parts: readonly (readonly [Change, (occupation: SeedOccupation) => unknown])[] = [
    ['name', ({ name }) => name],
    ['aliases', ({ aliases }) => aliases],
    ['codes', ({ mhlwCodes, jsocCodes }) => [mhlwCodes, jsocCodes]],
    ['licences', ({ licences }) => licences],
    ['groups', ({ wageGroup, wageGroupBasis, offerGroup }) => [wageGroup, wageGroupBasis, offerGroup]],
    ...FIGURE_BLOCKS.map((block) => [block, ({ figures }: SeedOccupation) => figures[block]] as const),
  ];
  return parts.filter(([, part]) => differs(part)).map(([change]) => change);
}

/** The occupations as seeds: `occupations/occupations.csv` and `occupations/figures.jsonl`. */
export const occupationSeeds = (
  occupations: readonly SeedOccupation[],
): Record<'occupations' | 'figures', string> => ({
  occupations: csv(
    OCCUPATION_COLUMNS,
    occupations.map(({ id, name, aliases, mhlwCodes, jsocCodes, wageGroup, wageGroupBasis, offerGroup }) => [
      id,
      name,
      list(aliases),
      list(mhlwCodes),
      list(jsocCodes),
      wageGroup,
      wageGroupBasis,
      offerGroup,
    ]),
  ),
  figures: jsonLines(
    occupations.map(({ id, figures, licences }) => ({
      id,
      ...Object.fromEntries(FIGURE_BLOCKS.map((block) => [block, figures[block]])),
      licences,
    })),
  ),
});
