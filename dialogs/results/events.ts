import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type ResultsEvent =
  | { readonly type: 'MORE' }
  | { readonly type: 'PROFILE' }
  | CommonEvent
  | Extract<Answer, { type: 'MATCHED' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'shows the profile and the occupations that fit',
    example: 'results:open',
  },
  {
    verb: 'values',
    args: [],
    means: 'shows what matters to the person, and the occupations that fit',
    example: 'results:values',
  },
  { verb: 'more', args: [], means: 'shows the next occupations that fit', example: 'results:more' },
  { verb: 'profile', args: [], means: 'shows the profile again', example: 'results:profile' },
];

export function read(verb: string): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'values':
      return { open: { by: 'values' } };
    case 'more':
      return { event: { type: 'MORE' } };
    case 'profile':
      return { event: { type: 'PROFILE' } };
    default:
      return null;
  }
}
