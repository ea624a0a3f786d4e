import { matchProfileOf } from '../../domain/profile.ts';
import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { doorsLine } from '../angles.ts';
import { stateName, WAYS, type About, type Position } from '../dialog.ts';
import { missingOccupation } from '../missing.ts';
import { sourcesOf, wageFact } from '../pay.ts';
import type { OccupationFacts } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import { fitView } from './fit.ts';
import type { OccupationContext } from './machine.ts';

export function view({ value, context }: Position<OccupationContext>, { locale, profile }: About): Sketch {
  const { id, facts } = context;
  if (stateName(value) === 'missing' || !facts) {
    return missingOccupation;
  }
  switch (stateName(value)) {
    case 'story':
      return story(id, facts);
    case 'similar':
      return similar(id, facts.similar);
    case 'ladder':
      return ladder(id, facts.ladder!);
    case 'fit':
      return fitView(id, context.fit!);
  }
  return {
    replies: [
      {
        kind: 'cards',
        alt: say('occupation:card.alt', { name: { occupation: id } }),
        cards: [
          {
            title: say('occupation:card.name', { name: { occupation: id } }),
            lines: [
              facts.hasSummary
                ? say('occupation:card.summary', { summary: { occupationSummary: id } })
                : say('occupation:card.noSummary'),
              ...doorsLine(facts.angles),
              ...(facts.fit ? [reasonWords(facts.fit)] : []),
            ],
            // A first look: the year's pay; openings and the rest are one tap further.
            facts: [wageFact(facts.pay)],
            sources: sourcesOf({ ...facts.pay, offer: null, minimum: null }, facts.fit !== null),
            choices: [
              ...(facts.moments > 0
                ? [
                    {
                      label: say('occupation:card.story'),
                      payload: `occupation:story:${id}`,
                      weight: 'main',
                    } as const,
                  ]
                : []),
              { label: say('occupation:card.pay'), payload: `wages:open:${id}`, weight: 'main' },
              { label: say('occupation:card.next'), payload: `next:open:${id}` },
            ],
            links: [
              {
                label: say('occupation:card.page'),
                url: `/occupations/${id}?lang=${locale}`,
                outside: `@jobtag_occupation?id=${id}`,
              },
            ],
          },
        ],
      },
    ],
    choices: [
      ...(facts.similar.length > 0
        ? [{ label: say('occupation:card.similar'), payload: `occupation:similar:${id}` }]
        : []),
      ...(facts.ladder ? [{ label: say('occupation:card.ladder'), payload: `occupation:ladder:${id}` }] : []),
      ...(matchProfileOf(profile)
        ? [{ label: say('occupation:card.fit'), payload: `occupation:fit:${id}` }]
        : []),
      facts.kept
        ? { label: say('occupation:card.list'), payload: 'list:open' }
        : { label: say('occupation:card.keep'), payload: `list:keep:${id}` },
      WAYS.back,
      WAYS.menu,
    ],
  };
}

/** How it is to do the job: a day, how people get in, what suits and what is hard. */
function story(id: number, { moments }: OccupationFacts): Sketch {
  const part = (name: 'entry' | 'suits' | 'hard') =>
    say(`occupation:story.${name}`, { text: { story: id, part: name } });
  return {
    replies: [
      {
        kind: 'cards',
        alt: say('occupation:story.title', { name: { occupation: id } }),
        cards: [
          {
            title: say('occupation:story.title', { name: { occupation: id } }),
            lines: [
              ...Array.from({ length: moments }, (_, moment) =>
                say('occupation:story.moment', { text: { story: id, moment } }),
              ),
              part('entry'),
              part('suits'),
              part('hard'),
            ],
            choices: [
              { label: say('occupation:card.pay'), payload: `wages:open:${id}`, weight: 'main' },
              { label: say('occupation:card.next'), payload: `next:open:${id}` },
            ],
          },
        ],
      },
    ],
    choices: [WAYS.back, WAYS.menu],
    explains: true,
  };
}

/** Occupations most like it, each with what both have much of. */
function similar(id: number, others: OccupationFacts['similar']): Sketch {
  const title = say('occupation:similar.title', { name: { occupation: id } });
  return {
    replies: [
      { kind: 'text', text: title },
      {
        kind: 'cards',
        alt: title,
        cards: others.map((other) => ({
          title: say('occupation:card.name', { name: { occupation: other.id } }),
          lines: [
            say('occupation:card.summary', { summary: { occupationSummary: other.id } }),
            other.shared.length > 0
              ? say('occupation:similar.shared', {
                  figures: {
                    list: other.shared.map(({ block, column }) => say(`figures:${block}.${column}`)),
                  },
                })
              : say(`occupation:similar.${other.score === null ? 'field' : 'whole'}`),
          ],
          choices: [{ label: say('occupation:similar.open'), payload: `occupation:open:${other.id}` }],
        })),
      },
    ],
    choices: [WAYS.back, WAYS.menu],
  };
}

/** How a working life can grow from it. */
function ladder(id: number, { steps, elsewhere }: NonNullable<OccupationFacts['ladder']>): Sketch {
  const title = say('occupation:ladder.title', { name: { occupation: id } });
  const ahead = [...new Set([...steps, ...elsewhere])].filter((one) => one !== null && one !== id);
  return {
    replies: [
      {
        kind: 'cards',
        alt: title,
        cards: [
          {
            title,
            lines: [
              ...steps.map((_, step) =>
                say('occupation:ladder.step', {
                  number: step + 1,
                  title: { ladder: id, step, part: 'title' },
                  needs: { ladder: id, step, part: 'needs' },
                }),
              ),
              ...elsewhere.map((other, index) =>
                say('occupation:ladder.elsewhere', {
                  name: { occupation: other },
                  text: { ladder: id, elsewhere: index },
                }),
              ),
            ],
            choices: ahead.slice(0, MOST_AHEAD).map((other) => ({
              label: say('occupation:card.name', { name: { occupation: other! } }),
              payload: `occupation:open:${other}`,
            })),
          },
        ],
      },
    ],
    choices: [WAYS.back, WAYS.menu],
    explains: true,
  };
}

/** More buttons than this under one card are a list, not a choice. */
const MOST_AHEAD = 5;
