/** Which wishes an occupation meets, does not meet, or lacks the figures to tell; by area, worked out once. */
import type { Angles, AreaCode, Catalogue, FigureBlock, Occupation } from './catalogue.ts';
import { ANGLE_WISHES, WISHES, type AngleWish, type Sort, type Wish } from './criteria.ts';
import { offerOf, wageOf } from './wages.ts';

/** Wishes as bits, in the order of `WISHES`; what is in neither is not known. */
export interface Traits {
  readonly yes: number;
  readonly no: number;
  /** Yen a year in the area, widened where it has to be (`wageOf`); `null` where the survey has no group. */
  readonly pay: number | null;
  /** Openings per seeker in the area. */
  readonly openings: number | null;
}

/** Whether an occupation has what a judged wish asks for. */
export function has({ untrained, licence, night, settings, tags }: Angles, wish: AngleWish): boolean {
  switch (wish) {
    case 'untrained':
      return untrained;
    case 'nolicence':
      return licence !== 'required';
    case 'nonight':
      return night === 'no';
    case 'it':
      return tags.includes('it_process') || tags.includes('it_industry');
    case 'care':
    case 'b2b':
      return tags.includes(wish);
    default:
      return settings.includes(wish);
  }
}

/**
 * Limits on job tag's figures; how many occupations lie beyond each is in docs/matching.md. Conditions of work are
 * means of ratings 1 (never) to 5 (nearly always).
 */
const MOSTLY_INDOORS = 4;
const HARDLY_OUTDOORS = 2.5;
const MUCH_OF_THE_DAY = 3.5;
/** Shares of those who told their schooling. */
const HALF = 0.5;
const MOST = 0.6;
/** Yen a year. */
const PAY_STEPS = { pay350: 3.5e6, pay400: 4e6, pay500: 5e6, pay600: 6e6 } as const;

type Figure = (block: FigureBlock, column: string) => number | null;

/** What the figures say; wishes they say nothing of are left out. */
function measured(figure: Figure): Partial<Record<Wish, boolean>> {
  const conditions = (column: string) => figure('work_characteristics', column);
  const [cooled, plain] = [
    conditions('indoor_climate_controlled'),
    conditions('indoor_non_climate_controlled'),
  ];
  const [outdoors, sitting, standing] = ['outdoor_work', 'sitting', 'standing'].map(conditions);
  const unknown = figure('education_distribution', 'unknown');
  const told = (...columns: readonly string[]): number[] | null => {
    const shares = columns.map((column) => figure('education_distribution', column));
    return unknown === null || unknown >= 1 || shares.includes(null)
      ? null
      : shares.map((share) => share! / (1 - unknown));
  };
  const sum = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0);
  const school = told('below_high_school', 'high_school');
  const vocational = told('vocational_school', 'junior_college', 'technical_college');
  // Whoever has a master's may have named university too: the largest share is certain, the sum is not.
  const university = told('university', 'masters', 'doctorate');
  return {
    ...(cooled !== null && plain !== null && outdoors != null
      ? { indoor: Math.max(cooled, plain) >= MOSTLY_INDOORS && outdoors < HARDLY_OUTDOORS }
      : {}),
    ...(sitting != null && { sitting: sitting >= MUCH_OF_THE_DAY }),
    ...(standing != null && { standing: standing >= MUCH_OF_THE_DAY }),
    ...(school && { highschool: sum(school) >= HALF }),
    ...(vocational && { vocational: sum(vocational) >= HALF }),
    ...(university && { university: Math.max(...university) >= MOST }),
  };
}

/** Conditions that follow from what is paid and offered in an area. */
function local(pay: number | null, openings: number | null, middle: number): Partial<Record<Wish, boolean>> {
  return {
    ...(pay !== null && {
      paymid: pay >= middle,
      ...Object.fromEntries(Object.entries(PAY_STEPS).map(([wish, least]) => [wish, pay >= least])),
    }),
    ...(openings !== null && { openings1: openings >= 1, openings2: openings >= 2 }),
  };
}

/** The bit of a wish. */
export const bit = (wish: Wish): number => 1 << WISHES.indexOf(wish);
export const bits = (wishes: readonly Wish[]): number => wishes.reduce((all, wish) => all | bit(wish), 0);

function inBits(facts: Partial<Record<Wish, boolean>>): Pick<Traits, 'yes' | 'no'> {
  const of = (answer: boolean) => bits(WISHES.filter((wish) => facts[wish] === answer));
  return { yes: of(true), no: of(false) };
}

const byCatalogue = new WeakMap<Catalogue, Map<AreaCode, ReadonlyMap<number, Traits>>>();
const plainByCatalogue = new WeakMap<Catalogue, ReadonlyMap<number, Partial<Record<Wish, boolean>>>>();

/** Traits of every occupation, with pay and openings of an area. */
export function traitsOf(catalogue: Catalogue, area: AreaCode): ReadonlyMap<number, Traits> {
  const areas = byCatalogue.get(catalogue) ?? new Map<AreaCode, ReadonlyMap<number, Traits>>();
  byCatalogue.set(catalogue, areas);
  const known = areas.get(area);
  if (known) return known;
  const plain = plainTraits(catalogue);
  const paid = [...catalogue.occupations.values()].map((occupation) => ({
    id: occupation.id,
    pay: wageOf(catalogue.wages, occupation, area)?.annualYen ?? null,
    openings: offerOf(catalogue.offers, occupation, area)?.openingsPerSeeker ?? null,
  }));
  const middle = median(paid.flatMap(({ pay }) => pay ?? []));
  const made = new Map(
    paid.map(({ id, pay, openings }) => [
      id,
      { ...inBits({ ...plain.get(id), ...local(pay, openings, middle) }), pay, openings },
    ]),
  );
  areas.set(area, made);
  return made;
}

/** What does not depend on the area. */
function plainTraits(catalogue: Catalogue): ReadonlyMap<number, Partial<Record<Wish, boolean>>> {
  const known = plainByCatalogue.get(catalogue);
  if (known) return known;
  const { figureColumns } = catalogue;
  const figureOf =
    ({ figures }: Occupation): Figure =>
    (block, column) =>
      figures[block]?.[figureColumns[block].indexOf(column)] ?? null;
  const made = new Map(
    [...catalogue.occupations.values()].map((occupation) => {
      const { angles } = occupation;
      const judged = angles ? Object.fromEntries(ANGLE_WISHES.map((wish) => [wish, has(angles, wish)])) : {};
      return [occupation.id, { ...judged, ...measured(figureOf(occupation)) }];
    }),
  );
  plainByCatalogue.set(catalogue, made);
  return made;
}

/** The middle figure; of an even number the upper of both, so that it is a figure there is. */
const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

/** What an order goes by; `null` comes last. */
export const sortedBy = (sort: Sort, { pay, openings }: Traits): number | null =>
  sort === 'bypay' ? pay : openings;
