import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { SupportEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export const machine = setup({
  types: { context: {} as object, events: {} as SupportEvent },
  actions: effects,
}).createMachine({
  id: 'support',
  context: {},
  initial: 'showing',
  states: {
    showing: { on: { RETURNED: {} } },
  },
});
