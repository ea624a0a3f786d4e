import type { Locale } from '../../domain/locales.ts';
import { normal } from '../../domain/search/normal.ts';
import { rank, searchNames, type Why } from '../../domain/search.ts';
import type { House } from '../house.ts';

export interface Find {
  readonly id: number;
  readonly score: number | null;
  readonly why: readonly Why[];
}

/** From here on a name is a whole one (domain/search/names.ts). */
const WHOLE = 0.9;
/** What is found otherwise stays below. */
const BELOW = 0.89;

export const allOf = ({ catalogue }: House): Find[] =>
  [...catalogue.occupations.keys()].map((id) => ({ id, score: null, why: [] }));

/** Whole names first, then what the words mean; where those are not understood, parts of names. */
export function findAll(house: House, text: string, locale: Locale): Find[] {
  const names = searchNames(house.searchIndex, text);
  const { hits, sure } = rank(house.finder, text, { limit: house.catalogue.occupations.size });
  const byName = ({ id, score }: { id: number; score: number }): Find => ({
    ...{ id, score },
    why: [{ kind: 'name', text: house.catalogue.occupations.get(id)!.texts[locale].name }],
  });
  if (!sure) return names.map(byName);
  const whole = names.filter(({ score }) => score >= WHOLE).map(byName);
  const known = new Set(whole.map(({ id }) => id));
  const inWords = (id: number, why: Why): Why => ({ ...why, text: said(house, id, why, locale) });
  return [
    ...whole,
    ...hits
      .filter(({ id }) => !known.has(id))
      .map(({ id, score, why }) => ({ id, score: BELOW * score, why: why.map((one) => inWords(id, one)) })),
  ];
}

/** A reason in the words of the catalogue: the concept's name, the alias that fits, the word of a text. */
function said({ catalogue }: House, id: number, { kind, text }: Why, locale: Locale): string {
  if (kind === 'concept')
    return catalogue.search.concepts.find((one) => one.id === text)?.label[locale] ?? text;
  // English words of texts are kept as stems, which nobody reads.
  if (kind === 'text') return /[a-z]/u.test(text) ? '' : text;
  const { name, reading, aliases, aliasesEn, licences, texts } = catalogue.occupations.get(id)!;
  const known = [name, texts.en.name, ...aliases, ...aliasesEn, ...licences, ...reading.split(' ')];
  return kind === 'near' ? '' : (known.find((one) => normal(one) === text) ?? texts[locale].name);
}
