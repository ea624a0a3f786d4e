import type { Catalogue } from '../../domain/catalogue.ts';

/** Longest run of characters two Japanese texts may share before it counts as copied. */
const COPIED = 20;

/** Every sentence of ours in Japanese that stands in the catalogue. */
export function ourSentences(catalogue: Catalogue): string[] {
  const { occupations, interestQuestionnaire, valueQuestionnaire, glossary, ladders, tasks, wages, offers } =
    catalogue;
  return [
    ...[...occupations.values()].flatMap(({ texts }) =>
      [texts.ja, texts['ja-easy']].flatMap(({ summary, story }) => [
        ...(summary === null ? [] : [summary]),
        ...(story ? [...story.day, story.entry, story.suits, story.hard] : []),
      ]),
    ),
    ...interestQuestionnaire.items.flatMap(({ text, echo }) => [text, echo].flatMap(inJapanese)),
    ...valueQuestionnaire.items.flatMap(({ text }) => inJapanese(text)),
    ...[...glossary.values()].flatMap(({ texts }) => inJapanese(texts)),
    ...[...ladders.values()].flatMap(({ steps, elsewhere }) => [
      ...steps.flatMap(({ needs }) => inJapanese(needs)),
      ...elsewhere.flatMap(({ texts }) => inJapanese(texts)),
    ]),
    ...[...tasks.values()].flatMap(({ texts, everyday }) =>
      [texts, ...(everyday ? [everyday] : [])].flatMap(inJapanese),
    ),
    ...[...wages.groups.values(), ...offers.groups.values()].map(({ names }) => names['ja-easy']),
  ];
}

const inJapanese = (texts: Readonly<Record<'ja' | 'ja-easy', string>>): string[] => [
  texts.ja,
  texts['ja-easy'],
];

/** Sentences that share 20 characters in a row with some of the official prose. */
export function copiedFrom(prose: Iterable<string>, sentences: readonly string[]): string[] {
  const runs = new Set<string>();
  for (const text of prose) {
    for (let i = 0; i + COPIED <= text.length; i += 1) runs.add(text.slice(i, i + COPIED));
  }
  return sentences.filter((text) =>
    Array.from({ length: Math.max(0, text.length - COPIED + 1) }, (_, i) => text.slice(i, i + COPIED)).some(
      (run) => runs.has(run),
    ),
  );
}
