import type { Card, Choice, Link, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { WAYS, type About, type Position } from '../dialog.ts';
import type { NextContext } from './machine.ts';

export function view({ context: { id } }: Position<NextContext>, about: About): Sketch {
  return {
    replies: [
      {
        kind: 'text',
        text: id === null ? say('next:steps.text') : say('next:steps.for', { name: { occupation: id } }),
      },
      { kind: 'cards', alt: say('next:steps.alt'), cards: steps(id, about) },
    ],
    choices: [
      ...(id === null ? [way('steps.search', 'search:open')] : [way('steps.pay', `wages:open:${id}`)]),
      WAYS.back,
      WAYS.menu,
    ],
    explains: true,
  };
}

/** Real doors, the easiest first. */
function steps(id: number | null, about: About): Card<Phrase>[] {
  return [
    step('openings', [carried('hellowork', '@hellowork_search', 'openings', id, about)]),
    step('office', [link('office', '@hellowork_offices'), link('saposute', '@saposute')]),
    step('training', [
      link('training', '@training_search'),
      carried('courses', '@funded_courses', 'courses', id, about),
    ]),
    ...(id === null ? [] : [step('read', [link('jobtag', `@jobtag_occupation?id=${id}`)])]),
  ];
}

const step = (node: string, links: Link<Phrase>[]): Card<Phrase> => ({
  title: say(`next:${node}.title`),
  lines: [say(`next:${node}.text`)],
  links,
});

const link = (node: string, url: string): Link<Phrase> => ({ label: say(`next:link.${node}`), url });

/** A site that takes conditions only as a form: a page of ours carries them over, the plain site stands by. */
function carried(
  page: string,
  outside: string,
  node: string,
  id: number | null,
  { profile, locale }: About,
): Link<Phrase> {
  const query = new URLSearchParams({
    ...(id !== null && { occupation: String(id) }),
    ...(profile.prefecture && { prefecture: profile.prefecture }),
    lang: locale,
  });
  return { label: say(`next:link.${node}`), url: `/go/${page}?${query}`, outside };
}

const way = (node: string, payload: string): Choice<Phrase> => ({
  label: say(`next:${node}`),
  payload,
  weight: 'main',
});
