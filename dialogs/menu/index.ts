import { matchProfileOf } from '../../domain/profile.ts';
import type { Choice, Phrase } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type About, type Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';

const option = (key: string, payload: string): Choice<Phrase> => ({ label: say(`menu:${key}`), payload });

/** What can be put aside half-way, and how it is offered again. */
const BEGUN = [
  { dialog: 'interests', key: 'continue' },
  { dialog: 'pairs', key: 'continuePairs' },
  { dialog: 'values', key: 'continueValues' },
] as const;

const goingOn = (paused: readonly string[], verb: 'open' | 'continue'): Choice<Phrase>[] =>
  BEGUN.filter(({ dialog }) => paused.includes(dialog)).map(({ dialog, key }) =>
    option(key, `${dialog}:${verb}`),
  );

/** What a person can do from here; what they have begun and what is theirs comes first. */
function ways({ profile, paused, reminds }: About): Choice<Phrase>[] {
  return [
    ...goingOn(paused, 'open'),
    ...(matchProfileOf(profile) ? [option('results', 'results:open')] : []),
    ...(profile.tasks?.length ? [option('tasksKnown', 'tasks:open')] : []),
    ...(profile.kept?.length ? [option('list', 'list:open')] : []),
    option('ways', 'welcome:ways'),
    option('search', 'search:open'),
    option('browse', 'browse:open'),
    option('next', 'next:open'),
    option('support', 'support:open'),
    ...(reminds ? [option('reminders', 'reminders:open')] : []),
    profile.prefecture
      ? {
          label: say('menu:prefectureKnown', { area: { prefecture: profile.prefecture } }),
          payload: 'prefecture:open',
        }
      : option('prefecture', 'prefecture:open'),
  ];
}

/** For a few: taking the conversation elsewhere, and deleting it. */
const quietly = ({ channel, reach }: About): Choice<Phrase>[] => [
  {
    ...option(channel === 'line' ? 'carryWeb' : reach.line ? 'carryLine' : 'carryOther', 'carry:open'),
    weight: 'quiet',
  },
  { ...option('forget', 'forget:open'), weight: 'quiet' },
];

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
              text: say(goingOn(about.paused, 'open').length > 0 ? 'menu:resting.kept' : 'menu:resting.text'),
            },
          ],
          choices: [
            ...goingOn(about.paused, 'continue'),
            // Who rests may want to be called back; once they have asked for it, it is not offered again.
            ...(about.reminds && about.reminders.length === 0
              ? [option('remindTomorrow', 'reminders:tomorrow')]
              : []),
            WAYS.menu,
          ],
        }
      : {
          replies: [
            { kind: 'question', layout: 'buttons', text: say('menu:home.text'), options: ways(about) },
          ],
          choices: [WAYS.language, ...quietly(about)],
        },
};
