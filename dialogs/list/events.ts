import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import { MOST_COMPARED } from './machine.ts';

export type ListEvent =
  | { readonly type: 'DROP'; readonly id: number }
  | { readonly type: 'PICK'; readonly id: number }
  | { readonly type: 'EDIT' | 'CHOOSE' | 'COMPARE' | 'CLEAR' | 'CLEARED' }
  | CommonEvent
  | Extract<Answer, { type: 'LISTED' | 'COMPARED' }>;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'shows the occupations kept', example: 'list:open' },
  { verb: 'keep', args: ['id'], means: 'keeps an occupation', example: 'list:keep:156' },
  { verb: 'edit', args: [], means: 'asks which to take off the list', example: 'list:edit' },
  { verb: 'drop', args: ['id'], means: 'takes an occupation off the list', example: 'list:drop:156' },
  { verb: 'clear', args: [], means: 'asks whether to empty the list', example: 'list:clear' },
  { verb: 'cleared', args: [], means: 'empties the list', example: 'list:cleared' },
  { verb: 'choose', args: [], means: 'asks which to compare', example: 'list:choose' },
  { verb: 'pick', args: ['id'], means: 'picks one to compare, or puts it back', example: 'list:pick:156' },
  {
    verb: 'compare',
    args: ['ids?'],
    means: 'lays two or three side by side; without ids, those picked',
    example: 'list:compare:156,134',
  },
];

const EVENTS = { edit: 'EDIT', choose: 'CHOOSE', clear: 'CLEAR', cleared: 'CLEARED' } as const;

export function read(verb: string, [arg = '']: readonly string[]): Reading | null {
  if (verb === 'open') return { open: {} };
  if (verb in EVENTS) return { event: { type: EVENTS[verb as keyof typeof EVENTS] } };
  if (verb === 'compare') return readComparison(arg);
  if (!/^\d{1,6}$/u.test(arg)) return null;
  const id = Number(arg);
  switch (verb) {
    case 'keep':
      return { open: { keep: id } };
    case 'drop':
      return { event: { type: 'DROP', id } as ListEvent };
    case 'pick':
      return { event: { type: 'PICK', id } as ListEvent };
    default:
      return null;
  }
}

function readComparison(arg: string): Reading | null {
  if (arg === '') return { event: { type: 'COMPARE' } };
  const ids = [...new Set(arg.split(','))];
  const isSound = ids.every((id) => /^\d{1,6}$/u.test(id)) && ids.length >= 2 && ids.length <= MOST_COMPARED;
  return isSound ? { open: { compare: ids.map(Number) } } : null;
}
