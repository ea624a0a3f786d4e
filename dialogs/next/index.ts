import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type NextContext } from './machine.ts';
import { view } from './view.ts';

/** Where to go from here: openings, an office, training, the official page. */
export const next: Dialog = {
  name: 'next',
  version: VERSION,
  machine,
  payloads,
  read,
  view: (position, about) => view(position as Position<NextContext>, about),
  again: (context) => context,
};
