import { ANYTHING, isAnything, type Criteria, type Remark } from '../../domain/browse.ts';
import type { Place } from '../../domain/catalogue.ts';
import { TOWN } from '../../replies/pictures.ts';
import type { Card, Choice, Phrase, PictureReply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { askedFigures, criteriaNotes, criteriaWays, inLines, inWords, licenceName } from '../criteria.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { Answer, Browsed } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import type { Screen } from './events.ts';
import { PAGE, type BrowseContext } from './machine.ts';
import { anew, go, option, question, see, type Found } from './parts.ts';
import { wishes } from './wishes.ts';

/** A field with more occupations than this is shown by its groups first. */
const LONG = 15;
/** Buttons of licences at a time. */
const MOST_LICENCES = 10;

export function view({ value, context }: Position<BrowseContext>): Sketch {
  const state = stateName(value) as Screen | 'none';
  if (state === 'surprise') return surprising(context.surprise!);
  const found = context.found!;
  switch (state) {
    case 'map':
      return map(context, found);
    case 'fields':
      return asking(
        'fields',
        context,
        found.choices.map(({ id, count }) => field(context.criteria, id, count)),
      );
    case 'groups':
      return groups(context, found);
    case 'wishes':
    case 'avoids':
      return wishes(context, found);
    case 'licences':
      return licences(context, found);
    case 'list':
      return list(context, found);
    case 'none':
      return none(found);
    default:
      return ways(context, found);
  }
}

const asking = (
  node: string,
  { criteria }: BrowseContext,
  options: readonly Choice<Phrase>[],
  ways: readonly Choice<Phrase>[] = [],
): Sketch => ({
  replies: [
    question(
      say(`browse:${node}.${isAnything(criteria) ? 'text' : 'chosen'}`, { chosen: inWords(criteria) }),
      options,
    ),
  ],
  choices: [...ways, WAYS.back, WAYS.menu],
});

function ways({ criteria, none }: BrowseContext, { total, choices }: Found): Sketch {
  const open = isAnything(criteria);
  const state = none ? 'none' : !open ? 'narrow' : criteria.mine ? 'mine' : 'text';
  return {
    replies: [
      question(say(`browse:ways.${state}`, { chosen: inWords(criteria), count: total }), [
        ...(criteria.mine ? [option('ways.wishes', go('wishes', criteria))] : []),
        option('ways.map', go('map', criteria)),
        option('ways.fields', go('fields', criteria)),
        ...(criteria.mine ? [] : [option('ways.wishes', go('wishes', criteria))]),
        ...(choices.length > 0 ? [option('ways.licences', go('licences', criteria))] : []),
        ...(open && !criteria.mine ? [option('ways.surprise', 'browse:surprise')] : []),
      ]),
    ],
    choices: [
      ...(open ? [] : [see(criteria, total), option('ways.clear', go('ways', anew(criteria)))]),
      WAYS.back,
      WAYS.menu,
    ],
  };
}

/** Nothing meets the conditions: what would, the one chosen last first. */
const none = ({ criteria, loosenings }: Found): Sketch => ({
  replies: [
    question(
      say('browse:none.text', { chosen: inWords(criteria) }),
      loosenings.map(({ condition, left, count }) => ({
        label: say('browse:none.without', { condition: inWords(condition), number: count }),
        payload: go('list', left),
      })),
    ),
  ],
  choices: [option('clear', go('ways', anew(criteria))), WAYS.back, WAYS.menu],
});

function map(context: BrowseContext, { choices }: Found): Sketch {
  const places = choices.map(({ id }) => {
    const place = id as Place;
    const choice: Choice<Phrase> = {
      label: say(`page:place.${place}`),
      payload: go('list', { ...context.criteria, place }),
      ...(context.criteria.place === place && { chosen: true }),
    };
    return { place, choice };
  });
  const picture: PictureReply<Phrase> = {
    kind: 'picture',
    url: TOWN.url,
    width: TOWN.width,
    height: TOWN.height,
    alt: say('browse:map.alt'),
    areas: places.map(({ place, choice }) => ({ ...TOWN.areas[place], choice })),
  };
  const asked = asking(
    'map',
    context,
    places.map(({ choice }) => choice),
  );
  return { ...asked, replies: [picture, ...asked.replies] };
}

const field = (criteria: Criteria, id: string, count: number): Choice<Phrase> => {
  const screen = id.length === 2 && count > LONG ? 'groups' : 'list';
  return {
    label: say('browse:counted', { name: { field: id }, number: count }),
    payload: go(screen, { ...criteria, field: id }),
  };
};

function groups(context: BrowseContext, { choices }: Found): Sketch {
  const major = { ...context.criteria, field: context.criteria.field!.slice(0, 2) };
  const total = choices.reduce((sum, { count }) => sum + count, 0);
  return asking(
    'groups',
    { ...context, criteria: major },
    choices.map(({ id, count }) => field(context.criteria, id, count)),
    [see(major, total)],
  );
}

function licences(context: BrowseContext, { choices }: Found): Sketch {
  const { criteria, licences: typed } = context;
  const state = typed === null ? 'text' : typed.length > 0 ? 'several' : 'none';
  const ids = typed !== null && typed.length > 0 ? typed : choices.map(({ id }) => id);
  return {
    replies: [
      question(
        say(`browse:licences.${state}`),
        ids.slice(0, MOST_LICENCES).map((licence) => ({
          label: licenceName(licence),
          payload: go('list', typed?.length ? { ...anew(criteria), licence } : { ...criteria, licence }),
        })),
      ),
    ],
    choices: [WAYS.back, WAYS.menu],
    typing: true,
  };
}

function list({ criteria, offset }: BrowseContext, found: Found): Sketch {
  const { items, total } = found;
  const title = say(offset === 0 ? 'browse:list.text' : 'browse:list.more', {
    chosen: inWords(criteria),
    count: total,
    from: offset + 1,
    to: offset + items.length,
  });
  const order = items.some(({ fit }) => fit !== null) ? 'byFit' : 'mixed';
  const notes = [
    ...(criteria.licence === undefined ? [] : [say('browse:list.licence')]),
    ...(total > PAGE && !criteria.sort ? [say(`browse:list.${order}`)] : []),
  ];
  return {
    replies: [
      {
        kind: 'text',
        text:
          offset > 0
            ? title
            : inLines([title, ...(notes.length > 0 ? [lines(notes)] : []), ...criteriaNotes(found)]),
      },
      {
        kind: 'cards',
        alt: say('browse:list.alt', {
          names: { list: items.slice(0, 3).map(({ id }) => ({ occupation: id })) },
        }),
        cards: items.map((item) => card(item, criteria)),
      },
    ],
    choices: [
      ...(offset + PAGE < total ? [option('more', go('list', criteria, offset + PAGE), 'main')] : []),
      ...(total > PAGE ? [option('narrow', go('ways', criteria))] : []),
      ...(total > PAGE ? [] : [option('other', go('ways', ANYTHING))]),
      ...criteriaWays(found, (code) => `browse:list:${code}`).filter(
        ({ payload }) => total > PAGE || payload !== 'browse:list:all',
      ),
      WAYS.back,
      WAYS.menu,
    ],
  };
}

const lines = ([first, second]: readonly Phrase[]): Phrase =>
  second ? say('browse:two', { first: first!, second }) : first!;

const card = ({ id, fit, remarks, pay }: Browsed, criteria: Criteria = ANYTHING): Card<Phrase> => ({
  title: say('browse:card.name', { name: { occupation: id } }),
  lines: [
    say('browse:card.summary', { summary: { occupationSummary: id } }),
    // A likeness tells more than a fact; where there is none, nothing is claimed.
    ...(fit && fit.score > 0 && fit.reasons.length > 0
      ? [reasonWords(fit)]
      : remarks.length > 0
        ? [lines(remarks.map(remark))]
        : []),
  ],
  ...askedFigures(criteria, pay),
  choices: [{ label: say('browse:card.open'), payload: `occupation:open:${id}`, weight: 'main' }],
});

const remark = (one: Remark): Phrase =>
  'is' in one
    ? say(`browse:remark.${one.is}`)
    : say(`browse:remark.${one.typical ? 'typical' : 'also'}`, { place: say(`page:place.${one.place}`) });

function surprising({ item, field }: Extract<Answer, { type: 'SURPRISED' }>): Sketch {
  const near = item.fit !== null && item.fit.score > 0;
  return {
    replies: [
      {
        kind: 'text',
        text:
          field === null
            ? say('browse:surprise.plain')
            : say(`browse:surprise.${near ? 'near' : 'text'}`, { field: { field } }),
      },
      {
        kind: 'cards',
        alt: say('browse:list.alt', { names: { list: [{ occupation: item.id }] } }),
        cards: [card(item)],
      },
    ],
    choices: [
      option('surprise.again', 'browse:surprise', 'main'),
      ...(field === null ? [] : [option('surprise.field', go('list', { ...ANYTHING, field }))]),
      option('other', go('ways', ANYTHING)),
      WAYS.back,
      WAYS.menu,
    ],
  };
}
