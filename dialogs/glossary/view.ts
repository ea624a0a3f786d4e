import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { GlossaryContext } from './machine.ts';

export function view({ value, context }: Position<GlossaryContext>): Sketch {
  const { entry, see } = context;
  if (stateName(value) !== 'entry') {
    return {
      replies: [{ kind: 'text', text: say('glossary:missing.text') }],
      choices: [WAYS.back, WAYS.menu],
    };
  }
  const title = say('glossary:entry.title', { term: { entry, form: 'name' } });
  return {
    replies: [
      {
        kind: 'cards',
        alt: title,
        cards: [
          {
            title,
            lines: [say('glossary:entry.text', { text: { entry, form: 'text' } })],
            choices: see.map((other) => ({
              label: say('glossary:ask', { term: { entry: other, form: 'short' } }),
              payload: `glossary:open:${other}`,
            })),
          },
        ],
      },
    ],
    choices: [WAYS.back, WAYS.menu],
  };
}
