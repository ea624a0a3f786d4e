import { assign, setup } from 'xstate';
import type { AreaCode } from '../../domain/catalogue.ts';
import type { PayPicture } from '../../domain/wages.ts';
import { effects } from '../dialog.ts';
import { MOST_AREAS, type WagesEvent } from './events.ts';

export const VERSION = 1;

export interface WagesRequest {
  readonly id: number;
  /** Empty: where the person lives. */
  readonly areas: readonly AreaCode[];
}
export interface WagesContext extends WagesRequest {
  readonly pictures: readonly PayPicture[];
  readonly national: PayPicture | null;
}

/** The prefecture a person chose in the dialog opened for it. */
const chosen = (event: WagesEvent): AreaCode | null =>
  event.type === 'RETURNED' && event.from === 'prefecture'
    ? ((event.result as { prefecture?: AreaCode } | undefined)?.prefecture ?? null)
    : null;

export const machine = setup({
  types: { context: {} as WagesContext, events: {} as WagesEvent, input: {} as WagesRequest },
  actions: effects,
  guards: {
    gotPlace: ({ event }) => chosen(event) !== null,
    isMissing: ({ event }) => event.type === 'PAY' && !event.known,
    isNowhere: ({ event }) => event.type === 'PAY' && event.pictures.length === 0,
    isOne: ({ event }) => event.type === 'PAY' && event.pictures.length === 1,
  },
}).createMachine({
  id: 'wages',
  context: ({ input }) => ({ id: input.id, areas: input.areas, pictures: [], national: null }),
  initial: 'reading',
  states: {
    reading: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'pay', id: context.id, areas: context.areas }),
      },
      on: {
        PAY: [
          { guard: 'isMissing', target: 'missing' },
          { guard: 'isNowhere', target: 'asking' },
          {
            guard: 'isOne',
            target: 'single',
            actions: assign(({ event }) => ({ pictures: event.pictures, national: event.national })),
          },
          {
            target: 'comparing',
            actions: assign(({ event }) => ({ pictures: event.pictures, national: event.national })),
          },
        ],
      },
    },
    /** Where the person lives is not known: it is asked in a dialog of its own. */
    asking: {
      entry: { type: 'open', params: { dialog: 'prefecture', request: { keep: true } } },
      on: {
        PLACE: { target: 'asking', reenter: true },
        RETURNED: {
          guard: 'gotPlace',
          target: 'reading',
          actions: assign(({ event }) => ({ areas: [chosen(event)!] })),
        },
      },
    },
    single: { on: { OTHER: 'adding', PLACE: 'asking' } },
    comparing: {
      on: {
        OTHER: 'adding',
        BACK: { target: 'reading', actions: assign(({ context }) => ({ areas: [areasOf(context)[0]!] })) },
      },
    },
    /** One more prefecture is being chosen; it does not become the person's own. */
    adding: {
      entry: { type: 'open', params: { dialog: 'prefecture', request: { keep: false } } },
      on: {
        OTHER: { target: 'adding', reenter: true },
        RETURNED: [
          {
            guard: 'gotPlace',
            target: 'reading',
            actions: assign(({ context, event }) => ({ areas: withOneMore(context, chosen(event)!) })),
          },
          { target: 'reading' },
        ],
        BACK: 'reading',
      },
    },
    missing: {},
  },
});

const areasOf = ({ pictures }: WagesContext): AreaCode[] => pictures.map(({ area }) => area);

/** The first area stays (it is usually home); of the others the oldest makes way. */
function withOneMore(context: WagesContext, area: AreaCode): AreaCode[] {
  const [home, ...others] = areasOf(context);
  if (home === undefined) return [area];
  const rest = [...others, area].filter((code, index, all) => code !== home && all.indexOf(code) === index);
  return [home, ...rest.slice(-(MOST_AREAS - 1))];
}
