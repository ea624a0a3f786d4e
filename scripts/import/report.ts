import type { DescriptionFile } from './descriptions.ts';
import type { FigureFile } from './figures.ts';
import type { Change, JobtagFiles, MergedOccupations } from './occupations.ts';
import { sameMajor } from './occupations.ts';
import type { Present, SeedOccupation } from './present.ts';
import type { Cell } from './write.ts';

/** What one group of files changes, for the operator: a heading, sentences, and what is left to do. */
export interface Report {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly todo: readonly string[];
}

const MOST_LISTED = 20;

/** At most twenty of a list, and how many more there are. */
export function few(items: readonly string[]): string {
  const more = items.length - MOST_LISTED;
  return more > 0 ? `${items.slice(0, MOST_LISTED).join(', ')} and ${more} more` : items.join(', ');
}

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const called = ({ id, name }: { readonly id: number; readonly name: string }): string => `${id} ${name}`;
const listed = (what: string, occupations: readonly SeedOccupation[]): string =>
  occupations.length === 0
    ? `${what}: none.`
    : `${what}: ${count(occupations.length, 'occupation')}: ${few(occupations.map(called))}.`;

/** What job tag's files change. */
export function reportOccupations(
  { figures, descriptions }: JobtagFiles,
  merged: MergedOccupations,
  present: Present,
): Report {
  const { added, changed, gone, kept, otherNames } = merged;
  const isBoth = sameMajor(figures, descriptions);
  const files: (FigureFile | DescriptionFile)[] = [figures, descriptions].filter((file) => file !== null);
  const unlisted = (n: number, what: string) =>
    n === 0
      ? []
      : [
          `${count(n, 'occupation has', 'occupations have')} no ${what} in this file: kept as ${n === 1 ? 'it was' : 'they were'}.`,
        ];
  return {
    heading: `job tag: ${files
      .map(
        (file) =>
          `${file === figures ? 'figures' : 'descriptions'} version ${file.version} of ${file.published}, ${count(file.records.length, 'occupation')}`,
      )
      .join('; ')}`,
    sentences: [
      listed('New', added),
      changed.length === 0
        ? 'Changed: none.'
        : `Changed: ${count(changed.length, 'occupation')} (${kinds(changed)}): ${few(changed.map(({ occupation }) => called(occupation)))}.`,
      isBoth || gone.length > 0
        ? listed('Gone', gone)
        : 'Gone: not known. Only figures and descriptions of one version together tell which occupations are gone.',
      ...unlisted(kept.figures, 'figures'),
      ...unlisted(kept.descriptions, 'description'),
      ...(otherNames.length === 0
        ? []
        : [
            `${count(otherNames.length, 'occupation has', 'occupations have')} another name in the figures file: ${few(
              otherNames.map(({ id, name, seed }) => `${id} ${name} (kept: ${seed})`),
            )}. Names come from the descriptions file.`,
          ]),
      ...(figures?.notes ?? []),
    ],
    todo: leftToDo(merged, present),
  };
}

/** 「skills of 12, licences of 3」. */
function kinds(changed: MergedOccupations['changed']): string {
  const counts = new Map<Change, number>();
  for (const { changes } of changed) for (const one of changes) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(([change, n]) => `${change.replaceAll('_', ' ')} of ${n}`).join(', ');
}

function leftToDo(
  { occupations, changed, gone }: MergedOccupations,
  { written, decisions }: Present,
): string[] {
  const having = (change: Change) =>
    changed.filter(({ changes }) => changes.includes(change)).map(({ occupation }) => occupation);
  const todo = (occupations: readonly SeedOccupation[], what: string) =>
    occupations.length === 0 ? [] : [`${what}: ${few(occupations.map(called))}.`];
  return [
    ...todo(
      occupations.filter(({ id }) => !written.texts.has(id) || !written.stories.has(id)),
      'New, need our own texts (seeds/occupations/texts.jsonl, stories.jsonl)',
    ),
    ...todo(
      occupations.filter(({ id, wageGroup }) => wageGroup === null && !decisions.has(id)),
      'Need a wage group (seeds/wages/crosswalk-decisions.csv)',
    ),
    ...todo(
      occupations.filter(({ offerGroup }) => offerGroup === null),
      'Have no Hello Work group (offer_group in seeds/occupations/occupations.csv)',
    ),
    ...todo(
      having('name'),
      'Have a new name; look at their reading and English name (seeds/occupations/texts.jsonl)',
    ),
    ...todo(having('codes'), 'Have new codes and kept their groups; look whether those still fit'),
    ...todo(
      gone.filter(({ id }) => written.texts.has(id) || written.stories.has(id)),
      'Gone; their lines in seeds/occupations/texts.jsonl and stories.jsonl can go too',
    ),
  ];
}

/** How many rows of a table are new, changed and gone; rows are known by their first fields. */
export function reportRows(
  before: readonly (readonly Cell[])[],
  after: readonly (readonly Cell[])[],
  keys: number,
): string {
  const index = (rows: readonly (readonly Cell[])[]) =>
    new Map(rows.map((row) => [row.slice(0, keys).join(), row.map((cell) => cell ?? '').join()]));
  const [old, now] = [index(before), index(after)];
  const added = [...now.keys()].filter((key) => !old.has(key)).length;
  const gone = [...old.keys()].filter((key) => !now.has(key)).length;
  const changed = [...now].filter(([key, row]) => old.has(key) && old.get(key) !== row).length;
  return `${count(now.size, 'figure')}: ${added} new, ${changed.toLocaleString('en')} changed, ${gone} gone.`;
}

/** The reports as the operator reads them. */
export function inWords(reports: readonly Report[]): string {
  return reports
    .map(({ heading, sentences }) => [heading, ...sentences.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}
