import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type RemindersContext } from './machine.ts';
import { view } from './view.ts';

/** To hear from us tomorrow, or of an occupation every week: only where we can write first, and only when asked. */
export const reminders: Dialog = {
  name: 'reminders',
  version: VERSION,
  machine,
  payloads,
  read,
  holdsData: true,
  view: (position, about) => view(position as Position<RemindersContext>, about),
  // What rang is over; whatever was set stays set without being set again.
  again: () => ({ to: 'show' }),
};
