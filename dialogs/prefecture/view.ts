import { ALL_JAPAN } from '../../domain/wages.ts';
import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { PrefectureContext } from './machine.ts';

export function view({ value, context }: Position<PrefectureContext>): Sketch {
  const state = stateName(value);
  if (state === 'listing' || state === 'several') {
    return {
      replies: [
        {
          kind: 'question',
          layout: 'buttons',
          text: say(`prefecture:${state}.text`),
          options: context.areas.map(prefecture),
        },
      ],
      choices: [WAYS.back, WAYS.menu],
      typing: true,
    };
  }
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say(context.keep ? 'prefecture:regions.text' : 'prefecture:regions.other'),
        options: context.regions.map(({ id }) => ({
          label: say(`prefecture:region.${id}`),
          payload: `prefecture:region:${id}`,
        })),
      },
    ],
    choices: [
      { label: say('prefecture:all'), payload: `prefecture:choose:${ALL_JAPAN}` },
      WAYS.back,
      WAYS.menu,
    ],
    typing: true,
  };
}

const prefecture = (area: string): Choice<Phrase> => ({
  label: say('prefecture:name', { area: { prefecture: area } }),
  payload: `prefecture:choose:${area}`,
});
