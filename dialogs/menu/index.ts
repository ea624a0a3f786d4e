import type { Choice, Phrase } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type About, type Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';

const option = (key: string, payload: string): Choice<Phrase> => ({ label: say(`menu:${key}`), payload });

/** What a person can do from here; what they have begun comes first. */
function ways({ profile, paused }: About): Choice<Phrase>[] {
  const goesOn = paused.includes('interests');
  return [
    ...(goesOn ? [option('continue', 'interests:open')] : []),
    ...(profile.interests ? [option('results', 'results:open')] : []),
    ...(goesOn ? [] : [option(profile.interests ? 'again' : 'interests', 'interests:open')]),
    ...(profile.kept?.length ? [option('list', 'list:open')] : []),
    option('search', 'search:open'),
    option('next', 'next:open'),
    option('support', 'support:open'),
    profile.prefecture
      ? {
          label: say('menu:prefectureKnown', { area: { prefecture: profile.prefecture } }),
          payload: 'prefecture:open',
        }
      : option('prefecture', 'prefecture:open'),
  ];
}

/** The ground that everything returns to. */
export const menu: Dialog = {
  name: 'menu',
  version: VERSION,
  machine,
  payloads,
  read,
  view: ({ value }, about) =>
    stateName(value) === 'resting'
      ? {
          replies: [
            {
              kind: 'text',
              text: say(about.paused.includes('interests') ? 'menu:resting.kept' : 'menu:resting.text'),
            },
          ],
          choices: [
            ...(about.paused.includes('interests') ? [option('continue', 'interests:continue')] : []),
            WAYS.menu,
          ],
        }
      : {
          replies: [
            { kind: 'question', layout: 'buttons', text: say('menu:home.text'), options: ways(about) },
          ],
          choices: [WAYS.language],
        },
};
