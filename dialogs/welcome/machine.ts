import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { WelcomeEvent } from './events.ts';

export const VERSION = 2;

export interface WelcomeContext {
  /** Begun because somebody wrote, anywhere, that working frightens them; back leads there. */
  readonly uneasy: boolean;
  /** Begun to choose a way of finding jobs that fit; back leads to where that was. */
  readonly unsure: boolean;
}

export const machine = setup({
  types: {
    context: {} as WelcomeContext,
    events: {} as WelcomeEvent,
    input: {} as Partial<WelcomeContext> | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'welcome',
  context: ({ input }) => ({ uneasy: input?.uneasy ?? false, unsure: input?.unsure ?? false }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: ({ context }) => context.uneasy, target: 'uneasy' },
        { guard: ({ context }) => context.unsure, target: 'unsure' },
        { target: 'greeting' },
      ],
    },
    /** Hello, and one light question. */
    greeting: { on: { UNEASY: 'uneasy', UNSURE: 'unsure' } },
    /** Somebody does not know yet what they want: four ways to find out, the quickest first. */
    unsure: {
      on: {
        BACK: { guard: ({ context }) => !context.unsure, target: 'greeting' },
        UNSURE: 'unsure',
        UNEASY: 'uneasy',
      },
    },
    /** Somebody said that working feels frightening: no push, soft ways on. */
    uneasy: {
      on: {
        BACK: { guard: ({ context }) => !context.uneasy, target: 'greeting' },
        UNEASY: 'uneasy',
        UNSURE: 'unsure',
      },
    },
  },
});
