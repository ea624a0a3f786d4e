import type { Card } from '../../../replies/reply.ts';
import { barBlock } from './bars.ts';
import { sourceBlock } from './card.ts';
import { COLOUR } from './look.ts';
import { column, sheet, words, type Bubble, type Component } from './parts.ts';

/**
 * Facts of several cards as one bubble, so that they can be compared at a glance: each fact with a row for each card. What
 * is said of a card besides its facts stays on the card. `null` where no fact is shared.
 */
export function compareBubble(title: string, cards: readonly Card[]): Bubble | null {
  const labels = [...new Set(cards.flatMap(({ facts = [] }) => facts.map(({ label }) => label)))];
  const sources = [...new Set(cards.flatMap((card) => card.sources ?? []))];
  if (cards.length < 2 || labels.length === 0) return null;
  return sheet([
    ...words(title, { size: 'lg', weight: 'bold', color: COLOUR.ink }),
    ...labels.map((label) => factBlock(label, cards)),
    ...(sources.length > 0 ? [sourceBlock(sources)] : []),
  ]);
}

/** The cards without what the comparison shows. */
export const withoutFacts = (card: Card): Card => ({ ...card, facts: [], sources: [] });

/** The figures close together, to be compared; under them what each is measured for, each said once. */
function factBlock(label: string, cards: readonly Card[]): Component {
  const facts = cards.flatMap(({ title, facts: all = [] }) =>
    all.filter((fact) => fact.label === label).map((fact) => ({ ...fact, label: title })),
  );
  const notes = withoutRepeats(facts.flatMap(({ note }) => note ?? []));
  return column(
    [
      ...words(label, { size: 'md', weight: 'bold', color: COLOUR.text }),
      column(
        facts.map((fact) => barBlock({ ...fact, note: '' })),
        { spacing: 'lg', margin: 'lg' },
      ),
      column(
        notes.flatMap((note) => words(note, { size: 'xs', color: COLOUR.quiet })),
        { spacing: 'xs', margin: 'lg' },
      ),
    ],
    { margin: 'xxl' },
  );
}

/** Each note once, and sentences that end all of them once as well, after them. */
export function withoutRepeats(notes: readonly string[]): string[] {
  const each = [...new Set(notes)].map((note) => note.split(/(?<=。)|(?<=\.)\s+/u));
  const shared: string[] = [];
  while (each.length > 1 && each.every((note) => note.length > 1 && note.at(-1) === each[0]!.at(-1))) {
    shared.unshift(each[0]!.at(-1)!);
    for (const note of each) note.pop();
  }
  // Languages with spaces have them between sentences too.
  const joined = (sentences: readonly string[]) => sentences.join(sentences[0]?.includes(' ') ? ' ' : '');
  return [...each.map(joined), ...(shared.length > 0 ? [joined(shared)] : [])];
}
