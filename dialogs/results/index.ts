import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type ResultsContext } from './machine.ts';
import { view } from './view.ts';

/** The person's interests, or what matters to them, and the occupations whose profiles have the same shape. */
export const results: Dialog = {
  name: 'results',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  view: (position) => view(position as Position<ResultsContext>),
  again: (context) => ({ by: (context as Partial<ResultsContext> | null)?.by ?? 'interests' }),
};
