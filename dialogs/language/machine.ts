import { setup } from 'xstate';
import type { Locale } from '../../domain/locales.ts';
import { effects } from '../dialog.ts';
import type { LanguageEvent } from './events.ts';

export const VERSION = 1;

export interface LanguageContext {
  /** Set when the language is already chosen: nothing is asked. */
  readonly locale: Locale | null;
}

export const machine = setup({
  types: {
    context: {} as LanguageContext,
    events: {} as LanguageEvent,
    input: {} as { readonly locale?: Locale } | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'language',
  context: ({ input }) => ({ locale: input?.locale ?? null }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [{ guard: ({ context }) => context.locale !== null, target: 'set' }, { target: 'choosing' }],
    },
    choosing: {
      on: {
        SPEAK: {
          target: 'spoken',
          actions: [
            { type: 'speak', params: ({ event }) => ({ locale: event.locale }) },
            { type: 'close', params: {} },
          ],
        },
      },
    },
    set: {
      entry: [
        { type: 'speak', params: ({ context }) => ({ locale: context.locale! }) },
        { type: 'close', params: {} },
      ],
    },
    spoken: { type: 'final' },
  },
});
