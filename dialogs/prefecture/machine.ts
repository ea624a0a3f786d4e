import { assign, setup } from 'xstate';
import type { AreaCode } from '../../domain/catalogue.ts';
import { ALL_JAPAN } from '../../domain/wages.ts';
import { effects } from '../dialog.ts';
import type { Region } from '../queries.ts';
import type { PrefectureEvent } from './events.ts';

export const VERSION = 1;

export interface PrefectureContext {
  /** Whether the answer is where the person lives, to be kept. */
  readonly keep: boolean;
  readonly regions: readonly Region[];
  /** Prefectures offered now. */
  readonly areas: readonly AreaCode[];
}

export const machine = setup({
  types: {
    context: {} as PrefectureContext,
    events: {} as PrefectureEvent,
    input: {} as { readonly keep?: boolean } | undefined,
  },
  actions: effects,
  guards: {
    isRegion: ({ context, event }) =>
      event.type === 'REGION' && context.regions.some(({ id }) => id === event.region),
    isHome: ({ context, event }) => context.keep && event.type === 'CHOOSE' && event.area !== ALL_JAPAN,
    isOneHome: ({ context, event }) => context.keep && event.type === 'HEARD' && event.areas.length === 1,
    isOne: ({ event }) => event.type === 'HEARD' && event.areas.length === 1,
  },
}).createMachine({
  id: 'prefecture',
  context: ({ input }) => ({ keep: input?.keep ?? true, regions: [], areas: [] }),
  initial: 'reading',
  states: {
    reading: {
      entry: { type: 'look', params: { ask: 'regions' } },
      on: {
        REGIONS: { target: 'regions', actions: assign(({ event }) => ({ regions: event.regions })) },
      },
    },
    regions: {},
    /** The prefectures of one region. */
    listing: { on: { BACK: 'regions' } },
    /** A typed word may mean several. */
    several: { on: { BACK: 'regions' } },
    chosen: { type: 'final' },
  },
  on: {
    REGION: {
      guard: 'isRegion',
      target: '.listing',
      actions: assign(({ context, event }) => ({
        areas: context.regions.find(({ id }) => id === event.region)!.areas,
      })),
    },
    CHOOSE: [
      {
        guard: 'isHome',
        target: '.chosen',
        actions: [
          { type: 'remember', params: ({ event }) => ({ prefecture: event.area }) },
          { type: 'close', params: ({ event }) => ({ result: { prefecture: event.area } }) },
        ],
      },
      {
        target: '.chosen',
        actions: { type: 'close', params: ({ event }) => ({ result: { prefecture: event.area } }) },
      },
    ],
    HEARD: [
      {
        guard: 'isOneHome',
        target: '.chosen',
        actions: [
          { type: 'remember', params: ({ event }) => ({ prefecture: event.areas[0]! }) },
          { type: 'close', params: ({ event }) => ({ result: { prefecture: event.areas[0]! } }) },
        ],
      },
      {
        guard: 'isOne',
        target: '.chosen',
        actions: { type: 'close', params: ({ event }) => ({ result: { prefecture: event.areas[0]! } }) },
      },
      { target: '.several', actions: assign(({ event }) => ({ areas: event.areas })) },
    ],
  },
});
