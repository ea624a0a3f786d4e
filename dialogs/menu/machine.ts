import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { MenuEvent } from './events.ts';

export const VERSION = 1;

export interface MenuContext {
  /** The person said that it is enough for now. */
  readonly resting: boolean;
}

export const machine = setup({
  types: {
    context: {} as MenuContext,
    events: {} as MenuEvent,
    input: {} as { readonly resting?: boolean } | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'menu',
  context: ({ input }) => ({ resting: input?.resting === true }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [{ guard: ({ context }) => context.resting, target: 'resting' }, { target: 'home' }],
    },
    home: {},
    /** Goodbye for now: nothing is lost. */
    resting: { on: { BACK: 'home', HELLO: 'home', RETURNED: 'home' } },
  },
});
