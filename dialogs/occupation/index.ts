import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type OccupationContext } from './machine.ts';
import { view } from './view.ts';

/** One occupation: what it is, why it fits, what it pays, where to go from here. */
export const occupation: Dialog = {
  name: 'occupation',
  version: VERSION,
  machine,
  holdsFigures: true,
  payloads,
  read,
  view: (position) => view(position as Position<OccupationContext>),
  again: (context) => ({ id: (context as OccupationContext).id }),
};
