import type { Choice, Phrase, QuestionReply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION, type WelcomeContext } from './machine.ts';

const ask = (node: string, options: readonly Choice<Phrase>[]): QuestionReply<Phrase> => ({
  kind: 'question',
  layout: 'buttons',
  text: say(`welcome:${node}`),
  options,
});

const option = (key: string, payload: string): Choice<Phrase> => ({ label: say(`welcome:${key}`), payload });

/** The first words, and one light question that shows the way. */
export const welcome: Dialog = {
  name: 'welcome',
  version: VERSION,
  machine,
  payloads,
  read,
  view: ({ value }) => view(stateName(value)),
  again: (context) => {
    const { uneasy = false, unsure = false } = (context ?? {}) as Partial<WelcomeContext>;
    return { uneasy, unsure };
  },
};

function view(state: string): Sketch {
  switch (state) {
    case 'unsure':
      return {
        replies: [
          ask('unsure.text', [
            option('unsure.pairs', 'pairs:open'),
            option('unsure.interests', 'interests:open'),
            option('unsure.values', 'values:open'),
            option('unsure.tasks', 'tasks:open'),
          ]),
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    case 'uneasy':
      return {
        replies: [
          ask('uneasy.text', [
            option('uneasy.tasks', 'tasks:open'),
            option('uneasy.interests', 'interests:open'),
            option('uneasy.browse', 'browse:open'),
            option('uneasy.talk', 'support:open'),
          ]),
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    default:
      return {
        replies: [
          { kind: 'text', text: say('welcome:greeting.hello') },
          ask('greeting.question', [
            option('greeting.unsure', 'welcome:unsure'),
            option('greeting.curious', 'search:open'),
            option('greeting.uneasy', 'welcome:uneasy'),
          ]),
        ],
        choices: [WAYS.language, WAYS.menu],
      };
  }
}
