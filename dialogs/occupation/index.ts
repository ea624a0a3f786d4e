import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type OccupationContext, type OccupationRequest } from './machine.ts';
import { view } from './view.ts';

/** One occupation: what it is, why it fits, what it pays, where to go from here. */
export const occupation: Dialog = {
  name: 'occupation',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  view: (position, about) => view(position as Position<OccupationContext>, about),
  again: (context): OccupationRequest => {
    const { id, part } = context as OccupationContext;
    return { id, part };
  },
};
