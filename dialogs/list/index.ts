import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type ListContext, type ListRequest } from './machine.ts';
import { view } from './view.ts';

/** Occupations somebody wants to come back to: kept, compared side by side, let go. */
export const list: Dialog = {
  name: 'list',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  view: (position) => view(position as Position<ListContext>),
  again: (context): ListRequest => {
    const { direct, picked } = context as ListContext;
    return direct ? { compare: picked } : {};
  },
};
