import { entryCalled } from '../domain/glossary.ts';
import { LOCALES } from '../domain/locales.ts';
import { isCalled, isPlainFind, LIKELY, mentionedNames, MOST_FOUND, type Hit } from '../domain/search.ts';
import { hasWords, isOtherLanguage, normaliseText, withoutMarks } from '../domain/text.ts';
import type { Ear } from '../dialogs/dialog.ts';
import type { Choice, Speech } from '../replies/reply.ts';
import { choicesOf, say } from '../replies/words.ts';
import type { Conversation } from './conversation.ts';
import type { AnyEvent } from './frames.ts';
import { dialogNamed } from './house.ts';
import { askedAbout, earOf, isHeard, isHeardIn, meant, wishedFor } from './lookups.ts';
import type { Input } from './port.ts';
import { askedWhyNot, heardShifts } from './wishing.ts';

/** Commands that work everywhere; their payload is `go:<command>`. */
export const COMMANDS = ['menu', 'back', 'help', 'pause', 'language', 'restart'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a person meant, as typed events; no text goes further than this. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'hello' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'event'; readonly dialog: string; readonly event: AnyEvent }
  | { readonly kind: 'open'; readonly dialog: string; readonly request: unknown }
  /** A payload nobody understands (of an older version, or made up). */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'unread'; readonly what: 'sticker' | 'picture' | 'sound' | 'file' | 'place' | 'emoji' };

/** While a question is open, only a whole name does: 「はい」 is an answer, not the beginning of 配管工. */
const WHOLE_NAME_SCORE = 0.88;

/**
 * Understands one input: a payload first, then the words on the buttons in view, then need, then commands,
 * then a number of a button, then the dialog's own words, then occupation names, then sentences.
 */
export function interpret(conversation: Conversation, input: Input, inView: () => Speech): Meaning {
  switch (input.kind) {
    case 'hello':
      return { kind: 'hello' };
    case 'payload':
      return readPayload(conversation, input.payload);
    case 'text':
      return hear(conversation, withoutMarks(normaliseText(input.text)), inView);
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

/**
 * What is typed in need comes before everything else: nobody who writes that they want to die gets a list of commands.
 * Found anywhere in a text that is not the name of an occupation (「コールセンターオペレーター」 asks for no operator);
 * the lists are in `heard.json`.
 */
const NEEDS = [
  ['distress', 'support:heart'],
  ['rights', 'support:rights'],
  ['person', 'support:open'],
  ['unable', 'tasks:open'],
  ['uneasy', 'welcome:uneasy'],
] as const;

/** As many prefectures as are compared at a time. */
const MOST_PLACES = 3;

/** Words for places, understood as their buttons. */
const PLACES = [
  ['results', 'results:open'],
  ['continue', 'interests:open'],
  ['next', 'next:open'],
  ['list', 'list:open'],
  ['tasks', 'tasks:open'],
] as const;

function hear(conversation: Conversation, text: string, inView: () => Speech): Meaning {
  if (text === '') return { kind: 'unclear' };
  const { house, top } = conversation;
  const isIt = (list: string) => isHeard(house, list, text);

  const choices = choicesOf(inView());
  const labels = choices.map(({ label, payload }) => ({
    payload,
    label: withoutMarks(normaliseText(label)),
  }));
  const tapped =
    labels.find(({ label }) => label === text) ??
    // Nobody types how many there are: "outdoors" for "Outdoors (79)".
    labels.find(({ label }) => label.replace(/ ?\(?\d+\)?$/u, '') === text);
  if (tapped) return readPayload(conversation, tapped.payload);

  const ear = earOf(house);
  const dialog = top && dialogNamed(house, top.dialog);
  const own = dialog?.hear?.(text, top!, ear);
  const need = NEEDS.find(([list]) => isHeardIn(house, list, text));
  // Whoever is already being listened to is not sent back to the beginning.
  const isListening =
    own && (dialog?.name === 'support' || (dialog?.name === 'tasks' && need?.[0] === 'unable'));
  if (need && !isListening && !isCalled(ear.names(text))) {
    // 「何もできないけど、弟の世話はしてた」: what they can do was just told.
    if (need[0] === 'unable') return { kind: 'open', dialog: 'tasks', request: { told: ear.tells(text) } };
    // From anywhere but the welcome itself it is opened on top, so that back leads to where the person was.
    return need[0] === 'uneasy' && dialog?.name !== 'welcome'
      ? { kind: 'open', dialog: 'welcome', request: { uneasy: true } }
      : readPayload(conversation, need[1]);
  }

  const locale = LOCALES.find(
    (one) => normaliseText(house.words.phrase(one, say(`language:name.${one}`))) === text,
  );
  if (locale) return { kind: 'open', dialog: 'language', request: { locale } };
  if (isIt('hello')) return { kind: 'hello' };
  if (isIt('thanks')) return { kind: 'thanks' };
  const command = COMMANDS.find(isIt);
  if (command) return { kind: 'command', command };

  // 「有給って何?」 in the middle of a question is answered, and the question comes back.
  const asked = askedAbout(house, text);
  const explained = asked === null ? null : entryCalled(house.glossaryIndex, asked);
  if (explained !== null) return { kind: 'open', dialog: 'glossary', request: { entry: explained } };

  // 「なんで看護師は出ないの?」 asks how one fits, and what leaves it out.
  const missed = askedWhyNot(house, text);
  if (missed !== null) return { kind: 'open', dialog: 'occupation', request: { id: missed, part: 'fit' } };

  const ordinal = /^(\d{1,2})[.。番]?$/u.exec(text)?.[1];
  const numbered = ordinal === undefined ? undefined : choices[Number(ordinal) - 1];
  if (numbered) return readPayload(conversation, numbered.payload);

  if (dialog && own) return { kind: 'event', dialog: dialog.name, event: own };

  // 「お金はそんなに大事じゃない」 weighs the person's list anew; an answer to a question does not.
  const moves = dialog?.asks?.(top!) ? null : heardShifts(house, text);
  if (moves) return { kind: 'open', dialog: 'results', request: { moves } };

  const place = PLACES.find(([list]) => isIt(list));
  if (place) {
    // What is begun here is continued, or what was put aside last, whichever it is.
    const begun = dialog?.keeps?.(top!) ? top : conversation.state.paused.at(-1);
    const wanted = place[0] === 'continue' && begun ? `${begun.dialog}:open` : place[1];
    const here = choices.find(({ payload }) => payload.startsWith(wanted));
    return readPayload(conversation, here?.payload ?? wanted);
  }
  if (!hasWords(text)) return { kind: 'unread', what: 'emoji' };

  const least = dialog?.asks?.(top!) ? WHOLE_NAME_SCORE : LIKELY;
  const found = ear.names(text).filter(({ score }) => score >= least);
  const button = dialog?.asks?.(top!) ? null : meant(house, text);
  if (button && (button.framed || found.length === 0)) {
    const meaning = readPayload(conversation, button.payload);
    // Back leads to where it was typed, not to where the button would have been.
    return meaning.kind === 'open'
      ? { ...meaning, request: { ...(meaning.request as object), typed: true } }
      : meaning;
  }
  const finding = isCalled(found) || dialog?.asks?.(top!) ? null : wishIn(ear, text);
  if (finding && !finding.isAside && (finding.wish.unwanted.length > 0 || !ear.mentions(text)))
    return { kind: 'open', dialog: 'search', request: { finding } };
  if (found.length > 0) return openFound(found);
  if (dialog?.asks?.(top!)) return { kind: 'unclear' };
  const word = entryCalled(house.glossaryIndex, text);
  if (word !== null) return { kind: 'open', dialog: 'glossary', request: { entry: word } };
  const grasped = grasp(conversation, text, choices);
  // 「東京で事務」: the place is for later.
  return grasped.kind === 'unclear' && finding
    ? { kind: 'open', dialog: 'search', request: { finding } }
    : grasped;
}

/** A wish that is understood; `null` when the text holds none. */
function wishIn(ear: Ear, text: string): ReturnType<Ear['finds']> | null {
  const finding = ear.finds(text);
  return finding.sure && finding.wishes ? finding : null;
}

function openFound(found: readonly Hit[]): Meaning {
  const ids = found.slice(0, MOST_FOUND).map(({ id }) => id);
  return isPlainFind(found)
    ? { kind: 'open', dialog: 'occupation', request: { id: ids[0] } }
    : { kind: 'open', dialog: 'search', request: { ids } };
}

/**
 * A sentence that is no name and no command: "nurse in osaka", "how much does a programmer make", 「かんごしに なりたい」,
 * or 「いくら?」 and 「大阪」 beside an occupation.
 */
function grasp({ house }: Conversation, text: string, choices: readonly Choice<string>[]): Meaning {
  const ids = mentionedNames(house.searchIndex, text);
  if (ids.length > 1) return { kind: 'open', dialog: 'search', request: { ids: ids.slice(0, MOST_FOUND) } };
  const ear = earOf(house);
  const areas = ear.places(text).slice(0, MOST_PLACES);
  const asksPay = isHeardIn(house, 'pay', text);
  const beside = choices.flatMap(({ payload }) => /^(?:wages|next):open:(\d+)$/u.exec(payload)?.[1] ?? [])[0];
  const id = ids[0] ?? (beside === undefined ? undefined : Number(beside));
  if (id !== undefined && areas.length > 0) return { kind: 'open', dialog: 'wages', request: { id, areas } };
  // The card of an occupation begins with its pay.
  if (ids.length > 0) return { kind: 'open', dialog: 'occupation', request: { id } };
  const wish = wishedFor(house, text) ?? askedAbout(house, text);
  const wished = wish === null ? [] : ear.names(wish).filter(({ score }) => score >= LIKELY);
  if (wished.length > 0) return openFound(wished);
  if (asksPay) {
    return id === undefined
      ? { kind: 'open', dialog: 'search', request: undefined }
      : { kind: 'open', dialog: 'wages', request: { id, areas: [] } };
  }
  return isOtherLanguage(text) ? { kind: 'command', command: 'language' } : { kind: 'unclear' };
}
