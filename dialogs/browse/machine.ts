import { assign, setup } from 'xstate';
import {
  adding,
  ANYTHING,
  isAnything,
  without,
  withSurprise,
  type Criteria,
  type WishGroup,
} from '../../domain/browse.ts';
import { effects } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import type { BrowseEvent, BrowseRequest, Screen } from './events.ts';

export const VERSION = 2;
/** Occupations shown at a time, as in the results. */
export const PAGE = 5;

export interface BrowseContext {
  readonly screen: Screen;
  readonly criteria: Criteria;
  /** Which wishes are on view. */
  readonly group: WishGroup;
  /** What to look for where nothing meets the criteria: only what was typed last. */
  readonly instead: Criteria | null;
  readonly offset: number;
  readonly typed: boolean;
  /** Nothing met the criteria. */
  readonly none: boolean;
  /** Licences found by name; `null` while none were typed. */
  readonly licences: readonly string[] | null;
  readonly found: Extract<Answer, { type: 'BROWSED' }> | null;
  readonly surprise: Extract<Answer, { type: 'SURPRISED' }> | null;
}

/** Where back leads inside: always up, from a list to where it was chosen, and from there to the ways. */
function above(context: BrowseContext): Partial<BrowseContext> | null {
  const { screen, criteria, offset, typed } = context;
  const up = (to: Screen, kept: Criteria = criteria) => ({ screen: to, criteria: kept, offset: 0 });
  if (screen === 'list' && offset > 0) return { offset: Math.max(0, offset - PAGE) };
  if (screen === 'licences' && context.licences !== null) return up('licences');
  // What narrows the person's own list counts only once the list is asked for: back leaves that as it was.
  if (criteria.mine && screen !== 'groups') return screen === 'ways' ? null : up('ways');
  if (typed) return null;
  switch (screen) {
    case 'ways':
      return isAnything(criteria) ? null : up('list');
    case 'list':
      if (criteria.wants.length > 0) return up('wishes');
      if (criteria.avoids.length > 0) return up('avoids');
      if (criteria.licence !== undefined) return up('licences');
      if (criteria.place !== undefined) return up('map');
      if (criteria.field !== undefined) return up(criteria.field.length > 2 ? 'groups' : 'fields');
      return up('ways');
    case 'avoids':
      return up('wishes');
    case 'groups':
      return up('fields');
    case 'wishes':
      return up('ways', without(criteria, 'wishes'));
    case 'map':
      return up('ways', without(criteria, 'place'));
    case 'fields':
      return up('ways', without(criteria, 'field'));
    case 'licences':
      return up('ways', without(criteria, 'licence'));
    case 'surprise':
      return up('ways');
  }
}

const fresh = { none: false, instead: null, licences: null, offset: 0, typed: false } as const;

export const machine = setup({
  types: {
    context: {} as BrowseContext,
    events: {} as BrowseEvent,
    input: {} as BrowseRequest | undefined,
  },
  actions: {
    ...effects,
    rise: assign(({ context }) => ({ ...fresh, typed: context.typed, ...above(context) })),
    choose: assign(({ context }, more: Criteria) => ({
      ...fresh,
      screen: 'list' as const,
      criteria: adding(context.criteria, more),
      instead: more,
    })),
  },
  guards: {
    isMine: ({ context }) => context.criteria.mine === true && context.screen === 'list',
    inside: ({ context }) => above(context) !== null,
    hasMore: ({ context }) => context.offset + PAGE < (context.found?.total ?? 0),
  },
}).createMachine({
  id: 'browse',
  context: ({ input }) => ({
    screen: input?.screen ?? 'ways',
    criteria: input?.criteria ?? ANYTHING,
    group: input?.group ?? 'entry',
    instead: null,
    offset: input?.offset ?? 0,
    typed: input?.typed ?? false,
    none: false,
    licences: null,
    found: null,
    surprise: input?.id
      ? {
          type: 'SURPRISED',
          item: { id: input.id, fit: null, remarks: [], pay: null },
          field: null,
          seen: [],
        }
      : null,
  }),
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: ({ context }) => context.screen === 'surprise', target: 'drawing' },
        { guard: 'isMine', target: 'handing' },
        { target: 'looking' },
      ],
    },
    /** The list is the person's own: it is shown where it belongs. */
    handing: {
      entry: {
        type: 'become',
        params: ({ context }) => ({ dialog: 'results', request: { criteria: context.criteria } }),
      },
    },
    looking: {
      entry: {
        type: 'look',
        params: ({ context: { criteria, instead, screen, offset } }) => ({
          ask: 'browse',
          criteria,
          instead,
          screen,
          offset,
          limit: PAGE,
        }),
      },
      on: {
        BROWSED: [
          {
            guard: ({ event }) => event.total === 0 && event.loosenings.length > 0,
            target: 'none',
            actions: assign(({ event }) => ({ found: event, instead: null, surprise: null })),
          },
          {
            // Nothing left, or a page of a list that has grown shorter: back to the ways.
            guard: ({ context, event }) =>
              !isAnything(context.criteria) &&
              (event.total === 0 || (context.screen === 'list' && event.items.length === 0)),
            target: 'looking',
            reenter: true,
            actions: assign({ ...fresh, screen: 'ways', criteria: ANYTHING, none: true }),
          },
          {
            target: 'found',
            actions: assign(({ event }) => ({
              found: event,
              criteria: event.criteria,
              instead: null,
              surprise: null,
            })),
          },
        ],
      },
    },
    /** Picks an occupation, which is not picked again soon. */
    drawing: {
      entry: {
        type: 'look',
        params: ({ context }) => ({ ask: 'surprise', id: context.surprise?.item.id ?? null }),
      },
      on: {
        SURPRISED: {
          target: 'surprise',
          actions: [
            assign(({ context, event }) => ({
              ...fresh,
              typed: context.typed,
              criteria: ANYTHING,
              surprise: event,
            })),
            {
              type: 'remember',
              params: ({ event }) => ({ surprised: withSurprise(event.seen, event.item.id) }),
            },
          ],
        },
      },
    },
    found: {
      always: [
        { guard: ({ context }) => context.screen === 'map', target: 'map' },
        { guard: ({ context }) => context.screen === 'fields', target: 'fields' },
        { guard: ({ context }) => context.screen === 'groups', target: 'groups' },
        { guard: ({ context }) => context.screen === 'wishes', target: 'wishes' },
        { guard: ({ context }) => context.screen === 'avoids', target: 'avoids' },
        { guard: ({ context }) => context.screen === 'licences', target: 'licences' },
        { guard: ({ context }) => context.screen === 'list', target: 'list' },
        { target: 'ways' },
      ],
    },
    /** Nothing meets the conditions; without one of them something does. */
    none: { on: { RETURNED: 'looking' } },
    /** Five ways to look around; with conditions, five ways to narrow them. */
    ways: {},
    /** The town with its eleven places. */
    map: {},
    fields: {},
    /** Groups of one field. */
    groups: {},
    wishes: { on: { RETURNED: 'looking' } },
    avoids: { on: { RETURNED: 'looking' } },
    licences: {
      on: {
        LICENCES: [
          {
            guard: ({ event }) => event.ids.length === 1,
            target: 'deciding',
            actions: {
              type: 'choose',
              params: ({ event }) => ({ ...ANYTHING, licence: event.ids[0]! }),
            },
          },
          { actions: assign(({ event }) => ({ licences: event.ids })) },
        ],
      },
    },
    list: {
      on: {
        MORE: {
          guard: 'hasMore',
          target: 'looking',
          actions: assign(({ context }) => ({ offset: context.offset + PAGE })),
        },
        // The person's interests, or where they live, may be known by now: the list changes with them.
        RETURNED: 'looking',
      },
    },
    surprise: { on: { MORE: { target: 'drawing', actions: assign({ surprise: null }) } } },
  },
  on: {
    BACK: { guard: 'inside', target: '.deciding', actions: 'rise' },
    SOUGHT: { target: '.deciding', actions: { type: 'choose', params: ({ event }) => event.criteria } },
    SHOW: [
      {
        guard: ({ event }) => event.screen === 'surprise',
        target: '.drawing',
        actions: assign({ screen: 'surprise', surprise: null, typed: false }),
      },
      { target: '.looking', actions: assign(({ event }) => ({ ...fresh, screen: event.screen })) },
    ],
  },
});
