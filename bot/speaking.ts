import type { About } from '../dialogs/dialog.ts';
import type { Phrase, Sketch } from '../replies/reply.ts';
import type { Conversation } from './conversation.ts';
import { inWords } from './explain.ts';
import { dialogNamed, type House } from './house.ts';
import type { Spoken } from './port.ts';
import type { Frame } from './state.ts';

/** LINE takes at most five messages at a time; the other channels keep to it too. */
const MOST_REPLIES = 5;

/** What the dialog on top has to say where it stands. */
export function view(conversation: Conversation): Sketch {
  const { house, top } = conversation;
  return dialogNamed(house, top!.dialog).view(top!, aboutOf(conversation));
}

function aboutOf({ house, state, channel, reminds }: Conversation): About {
  return {
    profile: state.profile,
    locale: state.locale,
    channel,
    reach: house.reach,
    reminds,
    reminders: state.reminders ?? [],
    paused: state.paused.map(({ dialog }) => dialog),
    left: leftIn(house, [...state.stack.toReversed(), ...state.paused.toReversed()]),
  };
}

/** What is left of the first questionnaire among frames. */
function leftIn(house: House, frames: readonly Frame[]): About['left'] {
  for (const frame of frames) {
    const left = dialogNamed(house, frame.dialog).left?.(frame);
    if (left) return { dialog: frame.dialog, ...left };
  }
  return null;
}

/** What is said in the language of the conversation; `briefly`: only what still waits for an answer. */
export function speak(conversation: Conversation, briefly: boolean): Spoken {
  const { house, state, notes } = conversation;
  const whole = view(conversation);
  const sketch = briefly ? brief(whole) : whole;
  const room = MOST_REPLIES - sketch.replies.length;
  const noted: Sketch = {
    ...sketch,
    replies: [...grouped(notes, room).map((text) => ({ kind: 'text' as const, text })), ...sketch.replies],
  };
  return { locale: state.locale, speech: inWords(house, state.locale, noted) };
}

/** Only the question, and what can be tapped; of a single card its buttons, so that the way on stays in view. */
function brief(whole: Sketch): Sketch {
  const cards = whole.replies.flatMap((reply) => (reply.kind === 'cards' ? reply.cards : []));
  return {
    ...whole,
    explains: false,
    replies: whole.replies.filter(({ kind }) => kind === 'question'),
    choices: [...(cards.length === 1 ? (cards[0]!.choices ?? []) : []), ...whole.choices],
  };
}

/** The last notes that there is room for; the newest is the one that answers what was just done. */
const grouped = (notes: readonly Phrase[], room: number): readonly Phrase[] =>
  room > 0 ? notes.slice(-room) : [];
