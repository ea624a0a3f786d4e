import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { WelcomeEvent } from './events.ts';

export const VERSION = 1;

export const machine = setup({
  types: { context: {} as object, events: {} as WelcomeEvent },
  actions: effects,
}).createMachine({
  id: 'welcome',
  context: {},
  initial: 'greeting',
  states: {
    /** Hello, and one light question. */
    greeting: { on: { UNEASY: 'uneasy', RETURNED: {} } },
    /** Somebody said that working feels frightening: no push, three soft ways on. */
    uneasy: { on: { BACK: 'greeting', RETURNED: {} } },
  },
});
