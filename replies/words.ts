import type { Bar, Card, Choice, Link, Phrase, Param, Reply, Speech } from './reply.ts';

/** Shorthand for dialogs: `say('wages:single.title', { area: { prefecture: '13' } })`. */
export const say = (key: string, params?: Readonly<Record<string, Param>>): Phrase =>
  params ? { key, params } : { key };

/** The same speech with every word passed through `word`; the one place that knows where words are. */
export function mapSpeech<A, B>(speech: Speech<A>, word: (from: A) => B): Speech<B> {
  const choice = ({ label, ...rest }: Choice<A>): Choice<B> => ({ ...rest, label: word(label) });
  const link = ({ label, ...rest }: Link<A>): Link<B> => ({ ...rest, label: word(label) });
  const card = (from: Card<A>): Card<B> => ({
    title: word(from.title),
    ...(from.subtitle !== undefined && { subtitle: word(from.subtitle) }),
    ...(from.level && { level: from.level }),
    ...(from.lines && { lines: from.lines.map(word) }),
    ...(from.facts && {
      facts: from.facts.map(({ label, value, note, fill }) => ({
        label: word(label),
        value: word(value),
        ...(note !== undefined && { note: word(note) }),
        ...(fill !== undefined && { fill }),
      })),
    }),
    ...(from.sources && { sources: from.sources.map(word) }),
    ...(from.choices && { choices: from.choices.map(choice) }),
    ...(from.links && { links: from.links.map(link) }),
  });
  const bar = ({ label, fill, value, note }: Bar<A>): Bar<B> => ({
    label: word(label),
    fill,
    value: word(value),
    ...(note !== undefined && { note: word(note) }),
  });
  const reply = (from: Reply<A>): Reply<B> => {
    switch (from.kind) {
      case 'text':
        return { kind: 'text', text: word(from.text) };
      case 'question':
        return {
          kind: 'question',
          text: word(from.text),
          layout: from.layout,
          ...(from.progress && { progress: { ...from.progress, label: word(from.progress.label) } }),
          options: from.options.map(choice),
        };
      case 'cards':
        return {
          kind: 'cards',
          alt: word(from.alt),
          cards: from.cards.map(card),
          ...(from.compared !== undefined && { compared: from.compared }),
        };
      case 'bars':
        return {
          kind: 'bars',
          title: word(from.title),
          bars: from.bars.map(bar),
          ...(from.notes && { notes: from.notes.map(word) }),
        };
      case 'picture':
        return {
          ...from,
          alt: word(from.alt),
          areas: from.areas.map((area) => ({ ...area, choice: choice(area.choice) })),
        };
    }
  };
  return {
    replies: speech.replies.map(reply),
    choices: speech.choices.map(choice),
    ...(speech.typing !== undefined && { typing: speech.typing }),
    ...(speech.explains !== undefined && { explains: speech.explains }),
  };
}

/** Every choice a speech offers, in reading order: inside replies first, then the ways on. Pictures only repeat some. */
export function choicesOf<W>(speech: Speech<W>): Choice<W>[] {
  const inside = speech.replies.flatMap((reply) => {
    if (reply.kind === 'question') return [...reply.options];
    if (reply.kind === 'cards') return reply.cards.flatMap((card) => [...(card.choices ?? [])]);
    return [];
  });
  return [...inside, ...speech.choices];
}

/** Everything a speech says, choices and links left out. */
export function textsOf<W>(speech: Speech<W>): W[] {
  const words: W[] = [];
  const said = { ...speech, choices: [], replies: speech.replies.map(withoutWays) };
  mapSpeech(said, (word) => words.push(word));
  return words;
}

function withoutWays<W>(reply: Reply<W>): Reply<W> {
  if (reply.kind === 'picture') return { ...reply, areas: [] };
  if (reply.kind !== 'cards') return reply;
  return { ...reply, cards: reply.cards.map((card) => ({ ...card, choices: [], links: [], sources: [] })) };
}
