import type { Locale } from '../../domain/locales.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { QuestionnaireSheet } from '../information.ts';

/** A questionnaire by its name, in a language. */
export function questionnaireSheet(house: House, name: string, locale: Locale): QuestionnaireSheet | null {
  const { interestQuestionnaire, valueQuestionnaire } = house.catalogue;
  switch (name) {
    case 'interests': {
      const { id, version, scales, items } = interestQuestionnaire;
      return {
        id,
        version,
        scales,
        answers: answers(house, name, locale),
        items: items.map((entry) => ({ id: entry.id, scale: entry.scale, text: entry.text[locale] })),
      };
    }
    case 'values': {
      const { id, version, scales, items, tradeoffs } = valueQuestionnaire;
      return {
        id,
        version,
        scales,
        answers: answers(house, name, locale),
        items: items.map((entry) => ({
          id: entry.id,
          scale: entry.scale,
          text: entry.text[locale],
          short: entry.short,
        })),
        tradeoffs: Object.fromEntries(
          scales.map((value) => [value, tradeoffs[value].map((words) => words[locale])]),
        ),
      };
    }
    default:
      return null;
  }
}

const answers = ({ words }: House, name: string, locale: Locale) =>
  [1, 2, 3, 4, 5].map((value) => ({ value, label: words.phrase(locale, say(`${name}:scale.${value}`)) }));
