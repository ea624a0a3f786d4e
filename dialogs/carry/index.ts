import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type CarryContext } from './machine.ts';
import { view } from './view.ts';

/** From one channel to another: a code on this side, the same conversation on the other. */
export const carry: Dialog = {
  name: 'carry',
  version: VERSION,
  machine,
  passing: true,
  payloads,
  read,
  view: (position, about) => view(position as Position<CarryContext>, about),
};
