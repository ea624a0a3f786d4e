import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type WagesContext, type WagesRequest } from './machine.ts';
import { view } from './view.ts';

/** What an occupation pays in a prefecture, and next to two others. */
export const wages: Dialog = {
  name: 'wages',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  view: (position) => view(position as Position<WagesContext>),
  again: (context): WagesRequest => {
    const { id, areas } = context as WagesContext;
    return { id, areas };
  },
};
