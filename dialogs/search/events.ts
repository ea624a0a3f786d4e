import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type SearchEvent =
  /** Occupations found for what was typed; `plain` when only the first can be meant. */
  | { readonly type: 'FOUND'; readonly ids: readonly number[]; readonly plain: boolean }
  | { readonly type: 'NONE' }
  | CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'asks for an occupation by name', example: 'search:open' },
];

export const read = (verb: string): Reading | null => (verb === 'open' ? { open: {} } : null);
