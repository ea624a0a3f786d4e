import type { Finding } from '../../domain/search.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type SearchEvent =
  /** Occupations found for what was typed; `plain` when only the first can be meant. */
  | { readonly type: 'FOUND'; readonly ids: readonly number[]; readonly plain: boolean }
  /** Nothing fits; `near` may be worth a look. */
  | { readonly type: 'NONE'; readonly near: readonly number[] }
  /** A condition is added to what was searched for. */
  | { readonly type: 'ADD'; readonly concept: string }
  | { readonly type: 'MORE' }
  | Extract<Answer, { type: 'WISHED' }>
  | CommonEvent;

/** What the dialog may be started with: occupations by name, a wish that was understood, or a concept. */
export interface SearchRequest {
  readonly ids?: readonly number[];
  readonly finding?: Finding;
  readonly concept?: string;
}

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'asks for an occupation by name or by a wish', example: 'search:open' },
  { verb: 'wish', args: ['concept'], means: 'finds occupations for a wish', example: 'search:wish:animals' },
  { verb: 'add', args: ['concept'], means: 'adds a condition to the search', example: 'search:add:noqual' },
  { verb: 'more', args: [], means: 'shows the next occupations found', example: 'search:more' },
];

const isConcept = (id: string | undefined): id is string => /^[a-z0-9_]{1,40}$/u.test(id ?? '');

export function read(verb: string, [concept]: readonly string[]): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'wish':
      return isConcept(concept) ? { open: { concept } } : null;
    case 'add': {
      if (!isConcept(concept)) return null;
      const event: SearchEvent = { type: 'ADD', concept };
      return { event };
    }
    case 'more':
      return { event: { type: 'MORE' } };
    default:
      return null;
  }
}
