import { HOURS } from '../../domain/reminders.ts';
import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type About, type Position } from '../dialog.ts';
import { sourcesOf, wageFact } from '../pay.ts';
import type { OccupationFacts } from '../queries.ts';
import type { RemindersContext } from './machine.ts';

const TOMORROW = way('tomorrow', 'reminders:tomorrow');
const WEEKLY = way('everyWeek', 'reminders:weekly');
const STOP = way('stop', 'reminders:stop');

export function view({ value, context }: Position<RemindersContext>, about: About): Sketch {
  if (!about.reminds) return instead(about);
  switch (stateName(value)) {
    case 'asking':
      return {
        replies: [
          {
            kind: 'question',
            layout: 'buttons',
            text: say('reminders:asking.text'),
            options: HOURS.map((hour) => way(`asking.${hour}`, `reminders:at:${hour}`)),
          },
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    case 'set':
      return saying('set.text', [STOP, WAYS.back, WAYS.menu]);
    case 'weekly':
      return saying('weekly.text', [STOP, WAYS.back, WAYS.menu]);
    case 'stopped':
      return saying('stopped.text', [WAYS.back, WAYS.menu]);
    case 'ringing':
      return ringing(about);
    case 'telling':
      return telling(context.facts!);
    default:
      return showing(about);
  }
}

const saying = (node: string, choices: readonly Choice<Phrase>[]): Sketch => ({
  replies: [{ kind: 'text', text: say(`reminders:${node}`) }],
  choices,
});

/** Nobody can be written to here: LINE is named where there is one and this is not it. */
function instead({ channel, reach }: About): Sketch {
  if (channel === 'line' || !reach.line) return saying('elsewhere.off', [WAYS.back, WAYS.menu]);
  const onLine = { label: say('menu:carryLine'), payload: 'carry:open' };
  return saying('elsewhere.text', [onLine, WAYS.back, WAYS.menu]);
}

function way(node: string, payload: string): Choice<Phrase> {
  return { label: say(`reminders:${node}`), payload };
}

/** What is set, and what can be. */
function showing({ reminders }: About): Sketch {
  const has = (kind: string): boolean => reminders.some((each) => each.kind === kind);
  const node = has('once') ? (has('weekly') ? 'both' : 'once') : has('weekly') ? 'weekly' : 'none';
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say(`reminders:showing.${node}`),
        options: [TOMORROW, ...(has('weekly') ? [] : [WEEKLY]), ...(reminders.length > 0 ? [STOP] : [])],
      },
    ],
    choices: [WAYS.back, WAYS.menu],
  };
}

/** It is tomorrow: where the person was, and the way on. */
function ringing({ left, profile, reminders }: About): Sketch {
  const known = profile.interests ?? profile.pairs ?? profile.values;
  const [text, payload] = left
    ? [say('reminders:ringing.left', { count: left.count, minutes: left.minutes }), `${left.dialog}:continue`]
    : known
      ? [say('reminders:ringing.results'), 'results:open']
      : [say('reminders:ringing.fresh'), 'welcome:ways'];
  return {
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text,
        options: [
          {
            label: say(`reminders:ringing.${left ? 'goOn' : known ? 'look' : 'begin'}`),
            payload,
            weight: 'main',
          },
          TOMORROW,
        ],
      },
    ],
    choices: [...(reminders.length > 0 ? [STOP] : []), WAYS.menu],
  };
}

function telling({ id, hasSummary, pay, fit }: OccupationFacts): Sketch {
  return {
    replies: [
      { kind: 'text', text: say('reminders:telling.text') },
      {
        kind: 'cards',
        alt: say('reminders:telling.alt', { name: { occupation: id } }),
        cards: [
          {
            title: say('reminders:telling.name', { name: { occupation: id } }),
            ...(hasSummary && {
              lines: [say('reminders:telling.summary', { summary: { occupationSummary: id } })],
            }),
            facts: [wageFact(pay)],
            sources: sourcesOf({ ...pay, offer: null, minimum: null }, fit !== null),
            choices: [
              { label: say('reminders:telling.see'), payload: `occupation:open:${id}`, weight: 'main' },
              { label: say('reminders:telling.keep'), payload: `list:keep:${id}` },
            ],
          },
        ],
      },
    ],
    choices: [STOP, WAYS.menu],
  };
}
