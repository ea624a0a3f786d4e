import type {
  AreaCode,
  Catalogue,
  MinimumWage,
  Occupation,
  OfferTable,
  SourceId,
  WageCell,
  WageTable,
} from './catalogue.ts';

export const ALL_JAPAN: AreaCode = '00';
/** Cells that stand for fewer workers than this are not shown as the answer. */
export const LEAST_WORKERS = 100;

export type Fallback = 'major_group' | 'national';

/** A year's pay, with everything needed to know what it is. */
export interface WageFigure {
  /** 12 × monthly cash pay + annual bonus, in yen: an estimate from the survey month, not a yearly record. */
  readonly annualYen: number;
  readonly monthlyYen: number;
  readonly bonusYen: number;
  /** Workers the figure stands for. */
  readonly workers: number;
  readonly age: number | null;
  /** Id of the survey's occupation group or major group it is measured for. */
  readonly measuredFor: string;
  /** Area it is measured in: may be wider than the one asked for. */
  readonly area: AreaCode;
  readonly year: number;
  /** How it had to be widened, and why. */
  readonly fallback: Fallback | null;
  readonly reason: 'not_published' | 'few_workers' | null;
  readonly source: SourceId;
}

/**
 * What an occupation pays in an area. Falls back from the occupation group in the prefecture, to its major group
 * in the prefecture, to the occupation group in all Japan, wherever a cell is unpublished or covers fewer than
 * 100 workers. `null` when the survey has no group for the occupation.
 */
export function wageOf(table: WageTable, occupation: Occupation, area: AreaCode): WageFigure | null {
  if (occupation.wageGroup === null) return null;
  const group = table.groups.get(occupation.wageGroup);
  if (!group) return null;
  const own = table.cells.get(`${group.id}/${area}`);
  if (isSound(own)) return figure(table, own, group.id, area, null, null);

  const reason = own ? 'few_workers' : 'not_published';
  const major = group.major === null ? undefined : table.cells.get(`${group.major}/${area}`);
  if (group.major !== null && isSound(major)) {
    return figure(table, major, group.major, area, 'major_group', reason);
  }
  const national = table.cells.get(`${group.id}/${ALL_JAPAN}`);
  return isSound(national) ? figure(table, national, group.id, ALL_JAPAN, 'national', reason) : null;
}

const isSound = (cell: WageCell | undefined): cell is WageCell =>
  cell !== undefined && cell.workers >= LEAST_WORKERS;

function figure(
  table: WageTable,
  cell: WageCell,
  measuredFor: string,
  area: AreaCode,
  fallback: Fallback | null,
  reason: WageFigure['reason'],
): WageFigure {
  return {
    annualYen: 12 * cell.monthlyYen + cell.bonusYen,
    monthlyYen: cell.monthlyYen,
    bonusYen: cell.bonusYen,
    workers: cell.workers,
    age: cell.age,
    measuredFor,
    area,
    year: table.year,
    fallback,
    reason,
    source: 'wage_survey',
  };
}

/** What employers offer and how many openings there are, at Hello Work. */
export interface OfferFigure {
  /** Mean offered full-time monthly pay in yen. */
  readonly monthlyYen: number | null;
  /** Mean offered part-time hourly pay in yen. */
  readonly hourlyYen: number | null;
  /**
   * 有効求人数 / 有効求職者数 from the fiscal year's totals, by place of receipt.
   * Not the headline 有効求人倍率, which is seasonally adjusted and counted otherwise.
   */
  readonly openingsPerSeeker: number | null;
  readonly measuredFor: string;
  readonly area: AreaCode;
  readonly year: number;
  readonly source: SourceId;
}

/** Hello Work's figures for an occupation's group in an area, or `null` where there are none. */
export function offerOf(table: OfferTable, occupation: Occupation, area: AreaCode): OfferFigure | null {
  if (occupation.offerGroup === null) return null;
  const cell = table.cells.get(`${occupation.offerGroup}/${area}`);
  if (!cell) return null;
  const { openings, seekers } = cell;
  return {
    monthlyYen: cell.monthlyYen,
    hourlyYen: cell.hourlyYen,
    openingsPerSeeker: openings !== null && seekers !== null && seekers > 0 ? openings / seekers : null,
    measuredFor: occupation.offerGroup,
    area,
    year: table.year,
    source: 'hellowork',
  };
}

/** The minimum hourly wage in force in a prefecture on a day (ISO date), or `null` before the first one known. */
export function minimumWageOn(
  wages: readonly MinimumWage[],
  area: AreaCode,
  day: string,
): MinimumWage | null {
  return wages
    .filter((wage) => wage.area === area && wage.from <= day)
    .reduce<MinimumWage | null>((latest, wage) => (latest && latest.from > wage.from ? latest : wage), null);
}

/** All pay figures of one occupation in one area on one day. */
export interface PayPicture {
  readonly area: AreaCode;
  readonly wage: WageFigure | null;
  readonly offer: OfferFigure | null;
  readonly minimum: MinimumWage | null;
}

export const payPicture = (
  catalogue: Pick<Catalogue, 'wages' | 'offers' | 'minimumWages'>,
  occupation: Occupation,
  area: AreaCode,
  day: string,
): PayPicture => ({
  area,
  wage: wageOf(catalogue.wages, occupation, area),
  offer: offerOf(catalogue.offers, occupation, area),
  minimum: minimumWageOn(catalogue.minimumWages, area, day),
});
