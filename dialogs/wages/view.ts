import type { AreaCode } from '../../domain/catalogue.ts';
import { ALL_JAPAN, type PayPicture } from '../../domain/wages.ts';
import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { missingOccupation } from '../missing.ts';
import { highestPay, offerFacts, sourcesOf, wageFact } from '../pay.ts';
import type { WagesContext } from './machine.ts';

/** Prefectures that most people compare with. */
const BIG = ['13', '27', '23'] as const;

export function view({ value, context }: Position<WagesContext>): Sketch {
  switch (stateName(value)) {
    case 'single':
      return single(context);
    case 'comparing':
      return comparing(context);
    case 'missing':
      return missingOccupation;
    default:
      return {
        replies: [{ kind: 'text', text: say('wages:asking.text', { name: { occupation: context.id } }) }],
        choices: [
          way('asking.place', stateName(value) === 'adding' ? 'wages:other' : 'wages:place', 'main'),
          way('asking.all', `wages:compare:${context.id}:${ALL_JAPAN}`),
          WAYS.back,
          WAYS.menu,
        ],
      };
  }
}

function single({ id, pictures, national }: WagesContext): Sketch {
  const picture = pictures[0]!;
  const home = picture.area;
  const beside =
    home !== ALL_JAPAN && national?.wage && picture.wage?.fallback !== 'national' ? [national] : [];
  const most = highestPay([picture, ...beside]);
  return {
    replies: [
      {
        kind: 'cards',
        alt: say('wages:single.alt', { name: { occupation: id }, area: { prefecture: home } }),
        cards: [
          {
            title: say('wages:single.title', { name: { occupation: id } }),
            facts: [...[picture, ...beside].map((each) => wageFact(each, most)), ...offerFacts(picture)],
            sources: sourcesOf(picture, false),
          },
        ],
      },
      ...(picture.wage ? [{ kind: 'text', text: say('wages:single.caution') } as const] : []),
    ],
    choices: [
      // Nothing to compare where the survey has no figure.
      ...(picture.wage ? [...comparisons(id, home), way('other', 'wages:other')] : []),
      next(id),
      WAYS.back,
      WAYS.menu,
    ],
    explains: true,
  };
}

function comparing({ id, pictures }: WagesContext): Sketch {
  const most = Math.max(1, ...pictures.map(({ wage }) => wage?.annualYen ?? 0));
  return {
    replies: [
      {
        kind: 'bars',
        title: say('wages:comparing.title', { name: { occupation: id } }),
        bars: pictures.map((picture) => bar(picture, most)),
        notes: [
          say('wages:comparing.caution'),
          ...sourcesOf({ ...pictures[0]!, offer: null, minimum: null }, false),
        ],
      },
    ],
    choices: [way('other', 'wages:other', 'main'), next(id), WAYS.back, WAYS.menu],
  };
}

function bar(picture: PayPicture, most: number) {
  const { label, value, note } = wageFact(picture);
  return { label, value, fill: (picture.wage?.annualYen ?? 0) / most, ...(note && { note }) };
}

/** One tap each: with the biggest prefecture, and with the two biggest. */
function comparisons(id: number, home: AreaCode): Choice<Phrase>[] {
  const [first, second] = BIG.filter((code) => code !== home);
  return [
    {
      label: say('wages:compare.one', { area: { prefecture: first!, bare: true } }),
      payload: `wages:compare:${id}:${home},${first}`,
      weight: 'main',
    },
    {
      label: say('wages:compare.two', {
        first: { prefecture: first!, bare: true },
        second: { prefecture: second!, bare: true },
      }),
      payload: `wages:compare:${id}:${home},${first},${second}`,
    },
  ];
}

const next = (id: number): Choice<Phrase> => way('next', `next:open:${id}`);

const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`wages:${node}`),
  payload,
  ...(weight && { weight }),
});
