import type { Finding } from '../../domain/search.ts';
import type { Card, Choice, Param, Phrase, Reply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { PAGE, type SearchContext } from './machine.ts';

/**
 * Something to tap for whoever cannot name an occupation: eight that people look up often, from different fields
 * (general clerk, nurse, childcare worker, care home worker, programmer, supermarket clerk, truck driver, hairdresser).
 */
const OFTEN = [428, 156, 131, 134, 313, 57, 477, 116] as const;
/** Fields to begin with when nothing fits. */
const FIELDS = ['office', 'care', 'restaurant', 'it', 'logistics', 'construction'] as const;
/** Conditions that many people add. */
const CONDITIONS = ['noqual', 'untrained', 'day', 'sitting', 'quiet'] as const;
const MOST_CONDITIONS = 3;

export function view({ value, context }: Position<SearchContext>): Sketch {
  const state = stateName(value);
  if (state === 'wished') return wished(context, context.finding!);
  const near = state === 'none' && context.ids.length > 0;
  const offered: readonly number[] = state === 'found' || near ? context.ids : OFTEN;
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say(`search:${near ? 'none.near' : `${state}.text`}`, { count: context.ids.length }),
        options: offered.map(occupation),
      },
    ],
    choices: [
      ...(state === 'none'
        ? [
            ...FIELDS.map((concept): Choice<Phrase> => ({
              label: say('search:field', { concept: { concept, alone: true } }),
              payload: `search:wish:${concept}`,
            })),
            { label: say('search:none.interests'), payload: 'interests:open' } as const,
          ]
        : []),
      ...(state === 'found'
        ? []
        : [{ label: say(`search:${state}.browse`), payload: 'browse:open' } as const]),
      WAYS.back,
      WAYS.menu,
    ],
    typing: true,
  };
}

/** What was understood, five occupations each with its reason, and ways to narrow it. */
function wished({ offset }: SearchContext, finding: Finding): Sketch {
  const { hits, wish } = finding;
  const shown = hits.slice(offset, offset + PAGE);
  const asked = new Set([...wish.wanted.flat(), ...wish.unwanted]);
  const conditions = CONDITIONS.filter((one) => !asked.has(`c:${one}`)).slice(0, MOST_CONDITIONS);
  const replies: Reply<Phrase>[] = [
    { kind: 'text', text: offset === 0 ? understood(finding) : say('search:wished.more') },
    ...(finding.unknown && offset === 0
      ? [{ kind: 'text', text: say('search:wished.unknown') } as const]
      : []),
    {
      kind: 'cards',
      alt: say('search:wished.alt', {
        names: { list: shown.slice(0, 3).map(({ id }) => ({ occupation: id })) },
      }),
      cards: shown.map(({ id, why }) => card(id, why)),
    },
  ];
  return {
    replies,
    choices: [
      ...(offset + PAGE < hits.length
        ? [{ label: say('search:wished.next'), payload: 'search:more', weight: 'main' } as const]
        : []),
      ...conditions.map((concept): Choice<Phrase> => ({
        label: say('search:wished.add', { concept: { concept, alone: true } }),
        payload: `search:add:${concept}`,
      })),
      { label: say('search:wished.anew'), payload: 'search:open' },
      WAYS.back,
      WAYS.menu,
    ],
    typing: true,
  };
}

function understood(finding: Finding): Phrase {
  const { wish, sure } = finding;
  const wanted = wish.wanted
    .map((codes) => codes.flatMap((code) => named(finding, code)))
    .filter((params) => params.length > 0)
    // Of several meanings of one word the first is named.
    .map((params) => params[0]!);
  const unwanted = wish.unwanted.flatMap((code) => named(finding, code));
  const key = sure ? (wanted.length === 0 ? 'plain' : unwanted.length > 0 ? 'without' : 'text') : 'unsure';
  return say(`search:wished.${key}`, { wanted: { notes: wanted }, unwanted: { notes: unwanted } });
}

/** What a part of a wish is called; words of the texts have no name of their own. */
function named({ named: names }: Finding, code: string): Param[] {
  if (code.startsWith('c:')) return [{ concept: code.slice(2) }];
  const id = names[code];
  return id === undefined ? [] : [{ occupation: id }];
}

const card = (id: number, why: string): Card<Phrase> => ({
  title: say('search:name', { name: { occupation: id } }),
  lines: [
    say('search:wished.summary', { summary: { occupationSummary: id } }),
    why.startsWith('c:')
      ? say('search:why.concept', { concept: { concept: why.slice(2) } })
      : say(`search:why.${why}`),
  ],
  choices: [{ label: say('search:wished.open'), payload: `occupation:open:${id}`, weight: 'main' }],
});

const occupation = (id: number): Choice<Phrase> => ({
  label: say('search:name', { name: { occupation: id } }),
  payload: `occupation:open:${id}`,
});
