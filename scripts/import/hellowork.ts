import { z } from 'zod';
import type { Group, Prefecture } from '../../domain/catalogue.ts';
import { OFFER_CELL_COLUMNS } from '../../seeds/offers.ts';
import type { InputFile } from './content.ts';
import { decimal, thousandsToYen } from './numbers.ts';
import { KINDS, type Kind } from './recognise.ts';
import { AGAIN, refuse } from './refuse.ts';
import { byGroupThenArea, csv, type Cell } from './write.ts';

const figure = z.number().nonnegative().nullable();
const index = z.object({
  asOf: z.iso.date(),
  edition: z.string().min(1),
  years: z.array(z.int().min(2000).max(2100)).min(1),
  occupations: z.array(z.object({ id: z.string(), name: z.string() })),
});
const place = { p: z.string().regex(/^JP-\d\d$/u), o: z.string().regex(/^\d\d$/u) };
const pay = z.array(z.object({ ...place, fw: z.array(figure), pw: z.array(figure) }));
const openings = z.array(z.object({ ...place, a: z.array(z.tuple([figure, figure])) }));

/** The four files of Hello Work's statistics. */
export type OfferFiles = Readonly<Record<(typeof OFFER_KINDS)[number], InputFile>>;
export const OFFER_KINDS = [
  'payIndex',
  'pay',
  'openingsIndex',
  'openings',
] as const satisfies readonly Kind[];

export interface Offers {
  readonly year: number;
  /** Fiscal years in the files, and the day they were tabulated. */
  readonly edition: string;
  readonly asOf: string;
  /** `hellowork/cells.csv`. */
  readonly cells: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Offered pay (by place of work) and openings (all regular, by place of receipt) of one fiscal year. */
export function tabulateOffers(
  files: OfferFiles,
  wanted: number | null,
  groups: ReadonlyMap<string, Group>,
  prefectures: ReadonlyMap<string, Prefecture>,
): Offers {
  const payIndex = readIndex(files.payIndex, groups);
  const openingsIndex = readIndex(files.openingsIndex, groups);
  if (payIndex.years.join() !== openingsIndex.years.join()) {
    refuse(
      `${files.payIndex.name} and ${files.openingsIndex.name} list different years: give the four files of one download.`,
    );
  }
  const { years } = payIndex;
  const year = wanted ?? Math.max(...years);
  const at = years.indexOf(year);
  if (at < 0) refuse(`${files.payIndex.name} has no fiscal year ${year}; it has ${years.join(', ')}.`);
  const payOf = byPlace(
    files.pay,
    read(files.pay, pay),
    ({ fw, pw }) => fw.length === pw.length && fw.length === years.length,
  );
  const openingsOf = byPlace(
    files.openings,
    read(files.openings, openings),
    ({ a }) => a.length === years.length,
  );
  const areas = ['00', ...prefectures.keys()];
  const rows = areas.flatMap((area) =>
    [...groups.keys()].map((group): Cell[] => {
      const key = `JP-${area}/${group}`;
      const offered = payOf.get(key) ?? refuse(`${files.pay.name} has no record of ${key}. ${AGAIN}.`);
      const counted =
        openingsOf.get(key) ?? refuse(`${files.openings.name} has no record of ${key}. ${AGAIN}.`);
      return [
        area,
        group,
        monthlyYen(files.pay.name, key, offered.fw[at]!),
        within(files.pay.name, key, offered.pw[at]!, 300, 50_000),
        ...counted.a[at]!.map((count) => within(files.openings.name, key, count, 0, 100_000_000)),
      ];
    }),
  );
  return {
    year,
    edition: payIndex.edition.replace(/（.*）$/u, ''),
    asOf: [payIndex.asOf, openingsIndex.asOf].sort()[1]!,
    cells: csv(OFFER_CELL_COLUMNS, rows.sort(byGroupThenArea)),
    rows,
  };
}

function read<T>({ name, content }: InputFile, shape: z.ZodType<T>): T {
  const checked = shape.safeParse(content.kind === 'json' ? content.value : null);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  return refuse(
    `${name}: ${issue.path.map(String).join('.') || 'the file'} is not as expected (${issue.message}). ${AGAIN}.`,
  );
}

function readIndex(file: InputFile, groups: ReadonlyMap<string, Group>): z.infer<typeof index> {
  const found = read(file, index);
  const wanted = [...groups.values()];
  const at = Array.from({ length: Math.max(wanted.length, found.occupations.length) }).findIndex((_, i) => {
    const occupation = found.occupations[i];
    return occupation?.id !== wanted[i]?.id || occupation?.name !== wanted[i]?.names.ja;
  });
  if (at >= 0) {
    const [has, should] = [found.occupations[at], wanted[at]];
    refuse(
      `${file.name} has 「${has ? `${has.id} ${has.name}` : 'nothing'}」 where seeds/hellowork/groups.csv has 「${should ? `${should.id} ${should.names.ja}` : 'nothing'}」: if the file is right, Hello Work's groups have changed and groups.csv must be changed first (docs/add-a-data-year.md).`,
    );
  }
  return found;
}

function byPlace<T extends { readonly p: string; readonly o: string }>(
  { name }: InputFile,
  records: readonly T[],
  isWhole: (record: T) => boolean,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const record of records) {
    const key = `${record.p}/${record.o}`;
    if (found.has(key)) refuse(`${name} has two records of ${key}. ${AGAIN}.`);
    if (!isWhole(record))
      refuse(`${name}: ${key} does not have one figure for each year of its index. ${AGAIN}.`);
    found.set(key, record);
  }
  return found;
}

function monthlyYen(name: string, key: string, thousands: number | null): number | null {
  const figure = within(name, key, thousands, 50, 5_000);
  if (figure === null) return null;
  const written = decimal(String(figure), 1);
  return written === null
    ? refuse(`${name}: ${key} has ${figure} thousand yen, which has too many decimals. ${AGAIN}.`)
    : thousandsToYen(written);
}

function within(
  name: string,
  key: string,
  figure: number | null,
  least: number,
  most: number,
): number | null {
  if (figure !== null && (figure < least || figure > most)) {
    refuse(`${name}: ${key} has ${figure}, which is not between ${least} and ${most}. ${AGAIN}.`);
  }
  return figure;
}

/** What has to be given together, for a message: those of the four that were not. */
export const missingOffers = (given: ReadonlySet<Kind>): string[] =>
  OFFER_KINDS.filter((kind) => !given.has(kind)).map((kind) => KINDS[kind].holds);
