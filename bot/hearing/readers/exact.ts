import { LOCALES } from '../../../domain/locales.ts';
import { normaliseText, withoutMarks } from '../../../domain/text.ts';
import { say } from '../../../replies/words.ts';
import { COMMANDS } from '../../meaning.ts';
import { readPayload } from '../../payloads.ts';
import { CERTAIN, type Kind, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** The words on a button in view. */
export function tapped({ house, choices, text, focus }: Scene): Reading | null {
  const labels = choices.map((choice) => ({ choice, label: withoutMarks(normaliseText(choice.label)) }));
  const { choice } =
    labels.find(({ label }) => label === text) ??
    // Nobody types how many there are: "outdoors" for "Outdoors (79)".
    labels.find(({ label }) => label.replace(/ ?\(?\d+\)?$/u, '') === text) ??
    {};
  return choice ? tap({ house, focus }, choice.payload) : null;
}

/** What somebody does who taps a payload: an answer, or what it opens. */
export function tap(
  { house }: Pick<Scene, 'house' | 'focus'>,
  payload: string,
  confidence = CERTAIN,
): Reading {
  return { kind: kindOf(payload), confidence, meaning: readPayload(house, payload) };
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  go: 'command',
  language: 'command',
  list: 'command',
  next: 'command',
  occupation: 'search',
  search: 'search',
  browse: 'search',
  wages: 'wage',
  glossary: 'glossary',
};
const kindOf = (payload: string): Kind => KIND_OF[payload.split(':')[0]!] ?? 'answer';

/** 「やさしい日本語で」 is not 「日本語で」. */
export const SPOKEN = ['ja-easy', 'en', 'ja'] as const;

/** Whole texts that mean the same everywhere: names of languages, hello, thanks, commands. */
export function exact({ house, text, isOne, says }: Scene): Reading | null {
  const locale = LOCALES.find(
    (one) => normaliseText(house.words.phrase(one, say(`language:name.${one}`))) === text,
  );
  if (locale) return certain('command', { kind: 'open', dialog: 'language', request: { locale } });
  if (isOne('hello')) return certain('smalltalk', { kind: 'hello' });
  if (isOne('thanks')) return certain('smalltalk', { kind: 'thanks' });
  const named = SPOKEN.find((one) => says(`said.speak-${one}`));
  if (named && isOne('language')) {
    return certain('command', { kind: 'open', dialog: 'language', request: { locale: named } });
  }
  const command = COMMANDS.find(isOne);
  return command ? certain('command', { kind: 'command', command }) : null;
}

const certain = (kind: Kind, meaning: Reading['meaning']): Reading => ({
  kind,
  confidence: CERTAIN,
  meaning,
});
