import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { missingOccupation } from '../missing.ts';
import { sourcesOf, wageFact } from '../pay.ts';
import type { OccupationFacts } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import type { OccupationContext } from './machine.ts';

export function view({ value, context }: Position<OccupationContext>): Sketch {
  const { id, facts } = context;
  if (stateName(value) === 'missing' || !facts) {
    return missingOccupation;
  }
  if (stateName(value) === 'story') return story(id, facts);
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
            links: [{ label: say('occupation:card.jobtag'), url: `@jobtag_occupation?id=${id}` }],
          },
        ],
      },
    ],
    choices: [WAYS.back, WAYS.menu],
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
  };
}
