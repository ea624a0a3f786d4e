import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type TasksContext } from './machine.ts';
import { view } from './view.ts';

/** What somebody can do already, told in their own words or ticked, and the occupations that are made of it. */
export const tasks: Dialog = {
  name: 'tasks',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  hear,
  view: (position) => view(position as Position<TasksContext>),
  // What was told is in the profile: it begins there.
  again: () => ({}),
};
