import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { ForgetEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export interface ForgetContext {
  /** It has been asked already: delete at once. */
  readonly now: boolean;
}

export const machine = setup({
  types: {
    context: {} as ForgetContext,
    events: {} as ForgetEvent,
    input: {} as Partial<ForgetContext> | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'forget',
  context: ({ input }) => ({ now: input?.now === true }),
  initial: 'deciding',
  states: {
    deciding: { always: [{ guard: ({ context }) => context.now, target: 'gone' }, { target: 'asking' }] },
    asking: {},
    /** The last words. This state is never kept: with it, everything goes. */
    gone: { entry: { type: 'erase', params: {} } },
  },
});
