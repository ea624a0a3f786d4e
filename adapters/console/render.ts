import type { Card, Choice, Reply, Speech } from '../../replies/reply.ts';

const BAR_WIDTH = 20;

/** A speech as plain text for a terminal; choices are numbered through, and typing the number taps them. */
export function renderSpeech({ replies, choices }: Speech): string {
  let count = 0;
  const number = ({ label, chosen }: Choice): string => `  ${++count}. ${label}${chosen ? ' ✓' : ''}`;
  const blocks = replies.map((reply) => renderReply(reply, number));
  const ways = choices.map(number);
  return [...blocks, ...(ways.length > 0 ? [ways.join('\n')] : [])].join('\n\n');
}

function renderReply(reply: Reply, number: (choice: Choice) => string): string {
  switch (reply.kind) {
    case 'text':
      return reply.text;
    case 'question':
      return [
        ...(reply.progress ? [`[${reply.progress.label}]`] : []),
        reply.text,
        ...reply.options.map(number),
      ].join('\n');
    case 'bars':
      return [
        reply.title,
        ...reply.bars.map(({ label, fill, value, note }) => {
          const full = Math.round(fill * BAR_WIDTH);
          const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
          return `  ${bar} ${value}  ${label}${note ? `\n    ${note}` : ''}`;
        }),
        ...(reply.notes ?? []).map((note) => `  ${note}`),
      ].join('\n');
    case 'picture':
      // What can be tapped on it is offered in words as well.
      return `[${reply.alt}]`;
    case 'cards':
      return reply.cards.map((card) => renderCard(card, number)).join('\n\n');
  }
}

const renderCard = (card: Card, number: (choice: Choice) => string): string =>
  [
    `■ ${card.title}${card.subtitle ? ` — ${card.subtitle}` : ''}`,
    ...(card.lines ?? []).map((line) => `  ${line}`),
    ...(card.facts ?? []).map(
      ({ label, value, note }) => `  ${label}: ${value}${note ? `\n    (${note})` : ''}`,
    ),
    ...(card.links ?? []).map(({ label, url, outside }) => `  → ${label}: ${outside ?? url}`),
    ...(card.sources ?? []).map((source) => `  ${source}`),
    ...(card.choices ?? []).map(number),
  ].join('\n');
