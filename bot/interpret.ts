import { LOCALES } from '../domain/locales.ts';
import { isPlainFind, MOST_FOUND } from '../domain/search.ts';
import { normaliseText } from '../domain/text.ts';
import type { Speech } from '../replies/reply.ts';
import { choicesOf, say } from '../replies/words.ts';
import type { Conversation } from './conversation.ts';
import type { AnyEvent } from './frames.ts';
import { dialogNamed } from './house.ts';
import { earOf } from './lookups.ts';
import type { Input } from './port.ts';

/** Commands that work everywhere; their payload is `go:<command>`. */
export const COMMANDS = ['menu', 'back', 'help', 'pause', 'language', 'restart'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a person meant, as typed events; no text goes further than this. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'hello' }
  | { readonly kind: 'event'; readonly dialog: string; readonly event: AnyEvent }
  | { readonly kind: 'open'; readonly dialog: string; readonly request: unknown }
  /** A payload nobody understands (of an older version, or made up). */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'unread'; readonly what: 'sticker' | 'picture' | 'sound' | 'file' | 'place' };

/** A name must be at least this alike for a sentence to count as a search. */
const SEARCH_SCORE = 0.4;

/**
 * Understands one input: a payload first, then the words on the buttons in view, then commands,
 * then the dialog's own words, then a number of a button, then occupation names.
 */
export function interpret(conversation: Conversation, input: Input, inView: () => Speech): Meaning {
  switch (input.kind) {
    case 'hello':
      return { kind: 'hello' };
    case 'payload':
      return readPayload(conversation, input.payload);
    case 'text':
      return hear(conversation, normaliseText(input.text), inView);
    default:
      return { kind: 'unread', what: input.kind };
  }
}

/** `go:menu`, `interests:answer:r01:4`, `wages:open:12` … */
function readPayload({ house }: Conversation, payload: string): Meaning {
  const [name = '', verb = '', ...args] = payload.slice(0, 300).split(':');
  if (name === 'go') {
    const command = COMMANDS.find((known) => known === verb);
    return command ? { kind: 'command', command } : { kind: 'stale' };
  }
  const reading = house.dialogs.get(name)?.read(verb, args) ?? null;
  if (!reading) return { kind: 'stale' };
  return 'event' in reading
    ? { kind: 'event', dialog: name, event: reading.event }
    : { kind: 'open', dialog: name, request: reading.open };
}

function hear(conversation: Conversation, text: string, inView: () => Speech): Meaning {
  if (text === '') return { kind: 'unclear' };
  const { house, top } = conversation;

  const choices = choicesOf(inView());
  const tapped = choices.find(({ label }) => normaliseText(label) === text);
  if (tapped) return readPayload(conversation, tapped.payload);

  const locale = LOCALES.find((one) => normaliseText(house.words.phrase(one, say(`language:name.${one}`))) === text);
  if (locale) return { kind: 'open', dialog: 'language', request: { locale } };

  const isHeard = (name: string) =>
    LOCALES.some((locale) => house.words.heard[locale][name]?.some((word) => normaliseText(word) === text));
  if (isHeard('hello')) return { kind: 'hello' };
  const command = COMMANDS.find(isHeard);
  if (command) return { kind: 'command', command };

  const ear = earOf(house);
  const own = top && dialogNamed(house, top.dialog).hear?.(text, top, ear);
  if (top && own) return { kind: 'event', dialog: top.dialog, event: own };

  const ordinal = /^(\d{1,2})[.。番]?$/u.exec(text)?.[1];
  const numbered = ordinal === undefined ? undefined : choices[Number(ordinal) - 1];
  if (numbered) return readPayload(conversation, numbered.payload);

  const found = ear.names(text).filter(({ score }) => score >= SEARCH_SCORE);
  if (found.length === 0) return { kind: 'unclear' };
  const ids = found.slice(0, MOST_FOUND).map(({ id }) => id);
  return isPlainFind(found)
    ? { kind: 'open', dialog: 'occupation', request: { id: ids[0] } }
    : { kind: 'open', dialog: 'search', request: { ids } };
}
