import { entriesIn } from '../domain/glossary.ts';
import type { Locale } from '../domain/locales.ts';
import type { Choice, Sketch, Speech } from '../replies/reply.ts';
import { say, textsOf } from '../replies/words.ts';
import type { House } from './house.ts';

/** So many words are offered to be explained; more would push the ways on out of sight. */
const MOST_OFFERED = 2;
/** A longer label does not fit the smallest button of a channel (LINE's quick replies). */
const LONGEST_LABEL = 20;

/** A sketch in words; where it asks for it, with an offer to explain hard words that stand in them. */
export function inWords(house: House, locale: Locale, sketch: Sketch): Speech {
  const speech = house.words.speak(locale, sketch);
  if (sketch.explains !== true) return speech;
  const offers = entriesIn(house.glossaryIndex, locale, textsOf(speech).join('\n'))
    .map((entry) => offer(house, locale, entry))
    .filter(({ label }) => label.length <= LONGEST_LABEL)
    .slice(0, MOST_OFFERED);
  const waysOut = speech.choices.findIndex(({ weight }) => weight === 'quiet');
  const at = waysOut < 0 ? speech.choices.length : waysOut;
  return { ...speech, choices: speech.choices.toSpliced(at, 0, ...offers) };
}

const offer = (house: House, locale: Locale, entry: string): Choice => ({
  label: house.words.phrase(locale, say('glossary:ask', { term: { entry, form: 'short' } })),
  payload: `glossary:open:${entry}`,
});
