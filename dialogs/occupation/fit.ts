import type { Apart, Fit, Sides } from '../../domain/fit.ts';
import { conditionsOf } from '../../domain/criteria.ts';
import type { Param, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { conditionWords } from '../criteria.ts';
import { WAYS } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** Where an occupation fits the person and where not, and what leaves it out of their list: no verdict on anybody. */
export function fitView(id: number, { fit, criteria }: Extract<Answer, { type: 'FIT' }>): Sketch {
  if (!fit) {
    return {
      replies: [{ kind: 'text', text: say('occupation:fit.unknown', { name: { occupation: id } }) }],
      choices: [
        { label: say('results:unknown.pairs'), payload: 'pairs:open', weight: 'main' },
        { label: say('results:unknown.start'), payload: 'interests:open' },
        { label: say('results:unknown.values'), payload: 'values:open' },
        WAYS.back,
        WAYS.menu,
      ],
    };
  }
  const title = say('occupation:fit.title', { name: { occupation: id } });
  const { hindrances } = fit;
  return {
    replies: [
      {
        kind: 'cards',
        alt: title,
        cards: [
          {
            title,
            lines: [
              place(fit),
              ...(fit.narrowed ? [say('occupation:fit.narrowed', numbers(fit.narrowed))] : []),
              ...sides('interests', fit.interests, (key) => say(`results:interest.${key}.name`)),
              ...sides('values', fit.values, (key) => say(`results:value.${key}.called`)),
              ...(fit.place === null ? [] : fit.lacks.map((part) => say(`occupation:fit.lacks.${part}`))),
              ...(fit.met.length > 0
                ? [say('occupation:fit.met', { list: { list: fit.met.map(conditionWords) } })]
                : []),
              say('occupation:fit.caution'),
            ],
            choices: [{ label: say('occupation:similar.open'), payload: `occupation:open:${id}` }],
          },
        ],
      },
      ...(hindrances.length > 0
        ? [
            {
              kind: 'question' as const,
              layout: 'buttons' as const,
              text: say('occupation:fit.hindered'),
              options: hindrances.map(({ condition, unknown, left }) => ({
                label: say(`occupation:fit.${unknown ? 'looseUntold' : 'loose'}`, {
                  condition: conditionWords(condition),
                }),
                payload: `occupation:fit:${id}:${left}`,
              })),
            },
          ]
        : conditionsOf(criteria).length > 0 && fit.place !== null
          ? [{ kind: 'text' as const, text: say('occupation:fit.free') }]
          : []),
    ],
    choices: [
      { label: say('results:ways.list'), payload: 'results:open' },
      { label: say('results:ways.weights'), payload: 'results:weights' },
      WAYS.back,
      WAYS.menu,
    ],
  };
}

const numbers = ({ place: at, of }: { readonly place: number; readonly of: number }) => ({ place: at, of });

const place = ({ place: at, of }: Fit): Phrase =>
  at === null ? say('occupation:fit.noFigures') : say('occupation:fit.place', numbers({ place: at, of }));

/** What both have, and what stands out on one side only. */
function sides<K extends string>(
  part: 'interests' | 'values',
  known: Sides<K> | null,
  name: (key: K) => Phrase,
): Phrase[] {
  if (!known) return [];
  const of = (side: Apart<K>['more']): Param | null => {
    const keys = known.apart.filter(({ more }) => more === side).map(({ key }) => name(key));
    return keys.length > 0 ? { list: keys } : null;
  };
  const [yours, theirs] = [of('person'), of('occupation')];
  return [
    known.shared.length > 0
      ? say(`occupation:fit.${part}.shared`, { list: { list: known.shared.map(name) } })
      : say(`occupation:fit.${part}.none`),
    ...(yours ? [say(`occupation:fit.${part}.yours`, { list: yours })] : []),
    ...(theirs ? [say(`occupation:fit.${part}.theirs`, { list: theirs })] : []),
  ];
}
