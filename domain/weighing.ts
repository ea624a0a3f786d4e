/** What counts more or less in matching, as a person shifted it in plain words. */
import { WORK_VALUES, type WorkValue } from './catalogue.ts';

/** Kinds of profile that are compared. A third kind has its place here. */
export const PARTS = ['interests', 'values'] as const;
export type Part = (typeof PARTS)[number];

/** How much each kind of profile, and each work value, counts: 1 where nothing is said. Only the proportions count. */
export interface Weights {
  readonly parts?: Readonly<Partial<Record<Part, number>>> | undefined;
  readonly values?: Readonly<Partial<Record<WorkValue, number>>> | undefined;
}

/** How much a value counts: 0 not at all, 1 less, 2 as answered, 3 more. */
export const LEVELS = [0, 1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];
export const AS_ANSWERED: Level = 2;

/** Shifts that a person made; ids and small integers only. */
export interface Shifts {
  /** Which kind of profile counts more; both alike where it is missing. */
  readonly lean?: Part;
  /** Values that do not count as answered. */
  readonly values: Readonly<Partial<Record<WorkValue, number>>>;
}
export const UNSHIFTED: Shifts = { values: {} };

export const isUnshifted = (shifts: Shifts): boolean => writeShifts(shifts) === 'even';

/** One move of a person: a kind of profile, or one value. */
export type Shift = { readonly lean: Part | 'even' } | { readonly value: WorkValue; readonly level: Level };

export function shifted(shifts: Shifts, shift: Shift): Shifts {
  if ('lean' in shift) {
    return shift.lean === 'even' ? { values: shifts.values } : { lean: shift.lean, values: shifts.values };
  }
  const others = Object.entries(shifts.values).filter(([value]) => value !== shift.value);
  const own = shift.level === AS_ANSWERED ? [] : [[shift.value, shift.level] as const];
  return { ...shifts, values: Object.fromEntries([...others, ...own]) };
}

export const levelOf = ({ values }: Shifts, value: WorkValue): Level =>
  LEVELS.find((level) => level === values[value]) ?? AS_ANSWERED;

/** `values.compensation-1.stability-3`; `even` where nothing is shifted. */
export function writeShifts(shifts: Shifts): string {
  const parts = [
    ...(shifts.lean ? [shifts.lean] : []),
    ...WORK_VALUES.filter((value) => levelOf(shifts, value) !== AS_ANSWERED).map(
      (value) => `${value}-${levelOf(shifts, value)}`,
    ),
  ];
  return parts.length > 0 ? parts.join('.') : 'even';
}

/** The way back; `null` for what was never written so. */
export function readShifts(code: string): Shifts | null {
  if (code === 'even') return UNSHIFTED;
  let read = UNSHIFTED;
  for (const part of code.split('.')) {
    const lean = PARTS.find((one) => one === part);
    const [name, digit, ...more] = part.split('-');
    const value = WORK_VALUES.find((one) => one === name);
    const level = LEVELS.find((one) => String(one) === digit);
    if (lean) read = shifted(read, { lean });
    else if (value && level !== undefined && more.length === 0) read = shifted(read, { value, level });
    else return null;
  }
  return read;
}

/** What counts more counts twice as much, what counts less half as much. */
const FACTOR = 2;
const FACTORS: Readonly<Record<Level, number>> = { 0: 0, 1: 1 / FACTOR, 2: 1, 3: FACTOR };

export function weightsOf(shifts: Shifts): Weights {
  return {
    ...(shifts.lean && { parts: { [shifts.lean]: FACTOR } }),
    values: Object.fromEntries(
      WORK_VALUES.map((value) => [value, FACTORS[levelOf(shifts, value)]] as const).filter(
        ([, factor]) => factor !== 1,
      ),
    ),
  };
}

/**
 * A value turned up counts as what matters most: a quarter of the person's range above their highest figure (or of 1,
 * where all are alike). Weight alone would not do: of a figure in the middle, twice as much is still nothing.
 */
export function lifted<S extends Readonly<Record<WorkValue, number>>>(scores: S, shifts: Shifts): S {
  const figures = WORK_VALUES.map((value) => scores[value]);
  const highest = Math.max(...figures);
  const top = highest + (highest - Math.min(...figures) || 1) / 4;
  const up = WORK_VALUES.filter((value) => levelOf(shifts, value) === 3);
  return up.length === 0 ? scores : { ...scores, ...Object.fromEntries(up.map((value) => [value, top])) };
}
