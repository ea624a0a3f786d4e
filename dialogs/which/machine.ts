import { setup } from 'xstate';
import type { Phrase } from '../../replies/reply.ts';
import { effects } from '../dialog.ts';
import type { WhichEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

/** One way to understand what was typed: how it is called, and what it opens. */
export interface Option {
  readonly label: Phrase;
  readonly dialog: string;
  readonly request: unknown;
}
export interface WhichContext {
  readonly options: readonly Option[];
  /** None of them is likely: it is said that the sentence was not understood. */
  readonly guess: boolean;
}

export const machine = setup({
  types: {
    context: {} as WhichContext,
    events: {} as WhichEvent,
    input: {} as Partial<WhichContext> | undefined,
  },
  actions: effects,
  guards: {
    isThere: ({ context, event }) => event.type === 'TAKE' && context.options[event.index] !== undefined,
  },
}).createMachine({
  id: 'which',
  context: ({ input }) => ({ options: input?.options ?? [], guess: input?.guess ?? false }),
  initial: 'asking',
  states: {
    asking: {
      on: {
        TAKE: {
          guard: 'isThere',
          target: 'taken',
          actions: {
            type: 'become',
            params: ({ context, event }) => {
              const { dialog, request } = context.options[event.index]!;
              return { dialog, request };
            },
          },
        },
        NEITHER: { target: 'taken', actions: { type: 'close', params: {} } },
      },
    },
    taken: { type: 'final' },
  },
});
