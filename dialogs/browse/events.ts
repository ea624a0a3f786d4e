import { ANYTHING, GROUP_NAMES, readCriteria, type Criteria, type WishGroup } from '../../domain/browse.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** What is on view; each has a payload, so that a button of last week still leads there. */
export const SCREENS = [
  'ways',
  'map',
  'fields',
  'groups',
  'wishes',
  'avoids',
  'licences',
  'list',
  'surprise',
] as const;
export type Screen = (typeof SCREENS)[number];

export interface BrowseRequest {
  readonly screen?: Screen;
  readonly criteria?: Criteria;
  readonly offset?: number;
  /** Which wishes are on view. */
  readonly group?: WishGroup;
  /** The surprise to show again, instead of a new one. */
  readonly id?: number | null;
  /** Typed somewhere else: back leads there. */
  readonly typed?: boolean;
}

export type BrowseEvent =
  /** Words for a place, a field or a wish: added to what was chosen before. */
  | { readonly type: 'SOUGHT'; readonly criteria: Criteria }
  /** Words for another screen. */
  | { readonly type: 'SHOW'; readonly screen: Screen }
  /** Licences called what was typed: one, several, or none. */
  | { readonly type: 'LICENCES'; readonly ids: readonly string[] }
  | { readonly type: 'MORE' }
  | CommonEvent
  | Extract<Answer, { type: 'BROWSED' | 'SURPRISED' }>;

const chosen = 'criteria';
export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'ways to look around among occupations', example: 'browse:open' },
  {
    verb: 'ways',
    args: [chosen],
    means:
      'the same, to narrow further what was chosen: `all`, or conditions joined by `.` (domain/criteria.ts); with `mine`, what is chosen narrows the person’s own list',
    example: 'browse:ways:sea',
  },
  {
    verb: 'map',
    args: [chosen],
    means: 'the town, to choose a place of work',
    example: 'browse:map:untrained',
  },
  { verb: 'fields', args: [chosen], means: 'the fields of work', example: 'browse:fields:all' },
  { verb: 'groups', args: [chosen], means: 'the groups of one field', example: 'browse:groups:f04' },
  {
    verb: 'wishes',
    args: [chosen, 'group?'],
    means: 'what one wants of a job, to be put in or taken out; `group`: `entry`, `day`, `what` or `pay`',
    example: 'browse:wishes:sea.untrained:day',
  },
  {
    verb: 'avoids',
    args: [chosen, 'group?'],
    means: 'what one would rather not have',
    example: 'browse:avoids:-outdoor:day',
  },
  {
    verb: 'licences',
    args: [chosen],
    means: 'licences that one has or wants',
    example: 'browse:licences:all',
  },
  {
    verb: 'list',
    args: [chosen, 'offset?'],
    means: 'the occupations that meet the conditions, five at a time',
    example: 'browse:list:f04.nonight.-outdoor:5',
  },
  {
    verb: 'surprise',
    args: [],
    means: 'an occupation one would not think of',
    example: 'browse:surprise',
  },
];

export function read(verb: string, [code = 'all', more]: readonly string[]): Reading | null {
  if (verb === 'open') return { open: {} };
  const screen = SCREENS.find((one) => one === verb);
  const criteria = screen === 'surprise' ? ANYTHING : readCriteria(code);
  if (!screen || !criteria) return null;
  if (screen === 'wishes' || screen === 'avoids') {
    const group = more === undefined ? 'entry' : GROUP_NAMES.find((one) => one === more);
    return group ? { open: { screen, criteria, group } satisfies BrowseRequest } : null;
  }
  if (!/^\d{1,4}$/u.test(more ?? '0')) return null;
  return { open: { screen, criteria, offset: Number(more ?? 0) } satisfies BrowseRequest };
}
