import { WORK_VALUES, type AreaCode, type WorkValue } from '../../domain/catalogue.ts';
import { readCriteria, type Criteria } from '../../domain/criteria.ts';
import { readShifts, type Shift, type Shifts } from '../../domain/weighing.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** What stands above the list: nothing, the person's interests, or what matters to them. */
export type ShownBy = 'list' | 'interests' | 'values';
/** What is on view instead of the list: what counts more or less, in all, or of one value. */
export type Desk = 'weights' | 'turning';

export interface ResultsRequest {
  readonly by?: ShownBy;
  /** The list narrowed by these, from now on. */
  readonly criteria?: Criteria;
  /** What counts, from now on. */
  readonly shifts?: Shifts;
  /** Or changed by these, in the person's own words. */
  readonly moves?: readonly Shift[];
  readonly desk?: Desk;
  readonly value?: WorkValue;
}

export type ResultsEvent =
  | { readonly type: 'MORE' }
  | { readonly type: 'PROFILE' }
  /** Words for a condition or an order: added to what was chosen before. */
  | { readonly type: 'NARROW'; readonly criteria: Criteria }
  /** Words for the place where the person lives. */
  | { readonly type: 'LIVE'; readonly area: AreaCode }
  | CommonEvent
  | Extract<Answer, { type: 'MATCHED' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'shows the jobs for the person, by all that is known',
    example: 'results:open',
  },
  {
    verb: 'interests',
    args: [],
    means: 'shows the person’s interests, and the jobs for them',
    example: 'results:interests',
  },
  {
    verb: 'values',
    args: [],
    means: 'shows what matters to the person, and the jobs for them',
    example: 'results:values',
  },
  { verb: 'more', args: [], means: 'shows the next jobs', example: 'results:more' },
  { verb: 'profile', args: [], means: 'shows the first jobs again', example: 'results:profile' },
  {
    verb: 'list',
    args: ['criteria'],
    means:
      'narrows the jobs for the person, from now on: `all`, or conditions and an order (domain/criteria.ts)',
    example: 'results:list:nolicence.-people.bypay',
  },
  {
    verb: 'weights',
    args: [],
    means: 'asks what counts more or less',
    example: 'results:weights',
  },
  {
    verb: 'turn',
    args: ['value'],
    means: 'asks how much one value counts',
    example: 'results:turn:compensation',
  },
  {
    verb: 'weigh',
    args: ['shifts'],
    means: 'what counts, from now on: `even`, or shifts joined by `.` (domain/weighing.ts)',
    example: 'results:weigh:values.compensation-1',
  },
];

export function read(verb: string, [arg = '']: readonly string[]): Reading | null {
  switch (verb) {
    case 'open':
      return { open: { by: 'list' } satisfies ResultsRequest };
    case 'interests':
      return { open: { by: 'interests' } satisfies ResultsRequest };
    case 'values':
      return { open: { by: 'values' } satisfies ResultsRequest };
    case 'more':
      return { event: { type: 'MORE' } };
    case 'profile':
      return { event: { type: 'PROFILE' } };
    case 'weights':
      return { open: { by: 'list', desk: 'weights' } satisfies ResultsRequest };
    case 'list': {
      const criteria = readCriteria(arg);
      return criteria && { open: { by: 'list', criteria } satisfies ResultsRequest };
    }
    case 'turn': {
      const value = WORK_VALUES.find((one) => one === arg);
      return value ? { open: { by: 'list', desk: 'turning', value } satisfies ResultsRequest } : null;
    }
    case 'weigh': {
      const shifts = readShifts(arg);
      return shifts && { open: { by: 'list', shifts } satisfies ResultsRequest };
    }
    default:
      return null;
  }
}
