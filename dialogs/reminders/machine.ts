import { assign, setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { OccupationFacts } from '../queries.ts';
import type { Purpose, RemindersEvent } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export interface RemindersContext {
  readonly purpose: Purpose;
  /** The occupation of the week. */
  readonly facts: OccupationFacts | null;
}

const isFor =
  (to: Purpose['to']) =>
  ({ context }: { context: RemindersContext }) =>
    context.purpose.to === to;

export const machine = setup({
  types: {
    context: {} as RemindersContext,
    events: {} as RemindersEvent,
    input: {} as Purpose | undefined,
  },
  actions: effects,
}).createMachine({
  id: 'reminders',
  context: ({ input }) => ({ purpose: input?.to ? input : { to: 'show' }, facts: null }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: isFor('ask'), target: 'asking' },
        {
          guard: isFor('set'),
          target: 'set',
          actions: {
            type: 'remind',
            params: ({ context: { purpose } }) => ({
              set: 'once',
              hour: purpose.to === 'set' ? purpose.hour : 0,
            }),
          },
        },
        {
          guard: isFor('weekly'),
          target: 'weekly',
          actions: { type: 'remind', params: { set: 'weekly' } },
        },
        { guard: isFor('stop'), target: 'stopped', actions: { type: 'remind', params: { stop: true } } },
        {
          guard: ({ context: { purpose } }) => purpose.to === 'ring' && purpose.kind === 'weekly',
          target: 'choosing',
        },
        { guard: isFor('ring'), target: 'ringing' },
        { target: 'showing' },
      ],
    },
    showing: {},
    /** At what hour tomorrow. */
    asking: { on: { BACK: 'showing' } },
    set: {},
    weekly: {},
    stopped: {},
    /** It is tomorrow. */
    ringing: {},
    choosing: {
      entry: {
        type: 'look',
        params: ({ context: { purpose } }) => ({
          ask: 'ofTheWeek',
          shown: purpose.to === 'ring' ? purpose.shown : [],
        }),
      },
      on: {
        OCCUPATION: [
          { guard: ({ event }) => event.facts === null, target: 'ringing' },
          {
            target: 'telling',
            actions: [
              assign(({ event }) => ({ facts: event.facts })),
              { type: 'remind', params: ({ event }) => ({ shown: event.facts!.id }) },
            ],
          },
        ],
      },
    },
    /** The occupation of the week. */
    telling: {},
  },
});
