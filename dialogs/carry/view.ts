import type { Card, Choice, Phrase, Reply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type About, type Position } from '../dialog.ts';
import type { CarryContext } from './machine.ts';

const text = (key: string, params?: Phrase['params']): Reply<Phrase> => ({
  kind: 'text',
  text: say(`carry:${key}`, params),
});

const NEW_CODE: Choice<Phrase> = { label: say('carry:newCode'), payload: 'carry:open' };
const WAYS_OUT = [WAYS.back, WAYS.menu];

export function view({ value, context }: Position<CarryContext>, about: About): Sketch {
  switch (stateName(value)) {
    case 'offered':
      return offered(context.code ?? '', about);
    case 'refused': {
      const outcome = context.outcome ?? 'unknown';
      return { replies: [text(`refused.${outcome}`)], choices: WAYS_OUT, typing: outcome === 'unknown' };
    }
    case 'asking':
      return context.own
        ? asking(`asking.${context.from ?? 'web'}`, 'asking.take', 'asking.keep')
        : asking('asking.link', 'asking.goOn', 'asking.notMine');
    case 'kept':
      return { replies: [text('kept.text')], choices: WAYS_OUT };
    default:
      return { replies: [text('making.text')], choices: [NEW_CODE, ...WAYS_OUT] };
  }
}

const asking = (node: string, yes: string, no: string): Sketch => ({
  replies: [
    {
      kind: 'question',
      layout: 'buttons',
      text: say(`carry:${node}`),
      options: [
        { label: say(`carry:${yes}`), payload: 'carry:replace' },
        { label: say(`carry:${no}`), payload: 'carry:keep' },
      ],
    },
  ],
  choices: [WAYS.menu],
});

/** The code, where to send it, and, where it is known, a link that takes it along. */
function offered(code: string, about: About): Sketch {
  const card = cardFor(code, about);
  return {
    replies: [
      text(`offered.${destination(about)}`, {
        code: spelled(code),
        id: about.reach.line?.id ?? '',
      }),
      ...(card ? [{ kind: 'cards' as const, alt: card.title, cards: [card] }] : []),
    ],
    choices: [NEW_CODE, ...WAYS_OUT],
  };
}

const spelled = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

function destination({ channel, reach: { line } }: About): string {
  if (channel === 'line') return 'toWeb';
  if (!line) return 'toOther';
  return line.id === null ? 'toLine' : 'toLineNamed';
}

function cardFor(code: string, { channel, locale, reach }: About): Card<Phrase> | null {
  const card = (way: string, url: string): Card<Phrase> => ({
    title: say(`carry:${way}.title`),
    lines: [say(`carry:${way}.text`)],
    links: [{ label: say(`carry:${way}.link`), url }],
  });
  // In the fragment, which browsers send to nobody: no log and no other site sees the code. LINE's own browser would
  // forget the conversation with its window, so the phone's is opened.
  if (channel === 'line')
    return reach.page ? card('browser', `/?openExternalBrowser=1&lang=${locale}#carry=${code}`) : null;
  const id = reach.line?.id;
  // https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/#sending-text-messages
  return id ? card('chat', `https://line.me/R/oaMessage/${encodeURIComponent(id)}/?${spelled(code)}`) : null;
}
