import type { Card, CardsReply, Choice, Fact, Link, Phrase, Reply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { PLACES } from './events.ts';
import type { SupportContext } from './machine.ts';

/** Helplines of `seeds/helplines.json` that have a note to show. */
const NOTED: ReadonlySet<string> = new Set(['yorisoi', 'labour_conditions']);

export function view({ value }: Position<SupportContext>): Sketch {
  const state = stateName(value);
  switch (state) {
    case 'work':
      return {
        replies: [
          text('work.text'),
          cards('work.alt', [
            page('work.saposute', link('work.saposute.link', '@saposute')),
            page('work.hellowork', link('work.hellowork.link', '@hellowork_offices')),
          ]),
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    case 'rights':
      return {
        replies: [
          text('rights.text'),
          cards('rights.alt', [
            helpline('rights.hotline', 'labour_conditions'),
            page('rights.site', link('rights.site.link', '@labour_conditions')),
          ]),
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    case 'heart':
    case 'listening':
      return {
        replies: [
          text(`${state}.text`),
          ...(state === 'heart' ? [text('heart.people')] : []),
          cards('heart.alt', [
            page('heart.list', link('heart.list.link', '@mental_health')),
            helpline('heart.yorisoi', 'yorisoi', 'yorisoi_tohoku'),
            helpline('heart.sos', 'inochi_sos'),
            helpline('heart.kokoro', 'kokoro'),
          ]),
          cards('heart.danger.alt', [
            page(
              'heart.danger',
              link('heart.danger.ambulance', 'tel:119'),
              link('heart.danger.police', 'tel:110'),
            ),
          ]),
        ],
        choices: [
          // Not `main`: LINE would draw it among the numbers to call.
          { label: say('support:heart.done'), payload: 'support:done' },
          WAYS.back,
          WAYS.menu,
        ],
      };
    default:
      return {
        replies: [
          {
            kind: 'question',
            layout: 'buttons',
            text: say('support:choosing.text'),
            options: PLACES.map(option),
          },
        ],
        choices: [WAYS.back, WAYS.menu],
      };
  }
}

const option = (place: string): Choice<Phrase> => ({
  label: say(`support:choosing.${place}`),
  payload: `support:${place}`,
});

const text = (key: string): Reply<Phrase> => ({ kind: 'text', text: say(`support:${key}`) });

const cards = (alt: string, all: Card<Phrase>[]): CardsReply<Phrase> => ({
  kind: 'cards',
  alt: say(`support:${alt}`),
  cards: all,
});

/** A place to turn to, with its page. */
const page = (node: string, ...links: Link<Phrase>[]): Card<Phrase> => ({
  title: say(`support:${node}.title`),
  lines: [say(`support:${node}.text`)],
  links,
});

/** A place to call; a number of its own for some prefectures stands below the first. */
const helpline = (node: string, line: string, local?: string): Card<Phrase> => ({
  title: nameOf(line),
  lines: [say(`support:${node}.text`)],
  facts: [numberOf(line, say('support:line.number')), ...(local ? [numberOf(local, nameOf(local))] : [])],
  links: [link('line.call', `tel:@${line}`), ...(local ? [link('line.callLocal', `tel:@${local}`)] : [])],
});

const nameOf = (line: string): Phrase => say('support:line.said', { said: { helpline: line, form: 'name' } });

const numberOf = (line: string, label: Phrase): Fact<Phrase> => ({
  label,
  value: say('support:line.said', { said: { helpline: line, form: 'number' } }),
  ...(NOTED.has(line) && { note: say('support:line.said', { said: { helpline: line, form: 'note' } }) }),
});

const link = (key: string, url: string): Link<Phrase> => ({ label: say(`support:${key}`), url });
