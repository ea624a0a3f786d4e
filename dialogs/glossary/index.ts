import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type GlossaryContext, type GlossaryRequest } from './machine.ts';
import { view } from './view.ts';

/** One word of work or job search, explained; it returns to where the question came up. */
export const glossary: Dialog = {
  name: 'glossary',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  view: (position) => view(position as Position<GlossaryContext>),
  again: (context): GlossaryRequest => ({ entry: (context as GlossaryContext).entry }),
};
