import type { Choice, Phrase } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';

const option = (key: string, payload: string): Choice<Phrase> => ({ label: say(`welcome:${key}`), payload });

/** The first words, and one light question that shows the way. */
export const welcome: Dialog = {
  name: 'welcome',
  version: VERSION,
  machine,
  payloads,
  read,
  view: ({ value }) =>
    stateName(value) === 'uneasy'
      ? {
          replies: [
            {
              kind: 'question',
              layout: 'buttons',
              text: say('welcome:uneasy.text'),
              options: [
                option('uneasy.interests', 'interests:open'),
                option('uneasy.browse', 'search:open'),
                option('uneasy.talk', 'support:open'),
              ],
            },
          ],
          choices: [WAYS.back, WAYS.menu],
        }
      : {
          replies: [
            { kind: 'text', text: say('welcome:greeting.hello') },
            {
              kind: 'question',
              layout: 'buttons',
              text: say('welcome:greeting.question'),
              options: [
                option('greeting.unsure', 'interests:open'),
                option('greeting.curious', 'search:open'),
                option('greeting.uneasy', 'welcome:uneasy'),
              ],
            },
          ],
          choices: [WAYS.language, WAYS.menu],
        },
};
