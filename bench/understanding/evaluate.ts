/** How well typed sentences are understood, on the sentences of `sentences.jsonl` (docs/understanding.md). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Conversation } from '../../bot/conversation.ts';
import { inWords } from '../../bot/explain.ts';
import { japaneseDay } from '../../bot/formats.ts';
import { hear, KINDS, type Kind } from '../../bot/hearing/index.ts';
import { dialogNamed, type House } from '../../bot/house.ts';
import type { Locale } from '../../domain/locales.ts';
import { handy, Talk, TODAY } from '../../test/support/talk.ts';

export const STATES = ['menu', 'welcome', 'interests', 'prefecture', 'occupation', 'results'] as const;
type State = (typeof STATES)[number];

export interface Sentence {
  readonly text: string;
  readonly lang: Locale;
  readonly state: State;
  readonly kind: Kind;
  readonly also?: readonly Kind[];
  readonly set: 'dev' | 'test';
  readonly means: string;
}

export interface Judged extends Sentence {
  /** What it was taken for; `asked` where the conversation asks between two, `none` where it was not understood. */
  readonly taken: Kind | 'asked' | 'none';
  readonly between: readonly Kind[];
}

export const sentences = (): Sentence[] =>
  readFileSync(path.join(import.meta.dirname, 'sentences.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);

/** Brings a conversation to where a sentence is said. */
export function talkIn(house: House, locale: Locale, state: State): Talk {
  const talk = new Talk(house, locale);
  talk.hello();
  switch (state) {
    case 'welcome':
      break;
    case 'menu':
      talk.tap('go:menu');
      break;
    case 'interests':
      talk.begin();
      talk.answer(handy, 3);
      break;
    case 'prefecture':
      talk.tap('go:menu');
      talk.tap('prefecture:open');
      break;
    case 'occupation':
      talk.tap('go:menu');
      talk.tap('occupation:open:156');
      break;
    case 'results':
      talk.begin();
      talk.answer(handy);
  }
  return talk;
}

export function evaluate(house: House, all: readonly Sentence[]): Judged[] {
  const talks = new Map<string, Talk>();
  return all.map((sentence) => {
    const where = `${sentence.lang}/${sentence.state}`;
    const talk = talks.get(where) ?? talkIn(house, sentence.lang, sentence.state);
    talks.set(where, talk);
    const conversation = new Conversation(house, talk.state, {
      day: japaneseDay(TODAY),
      at: TODAY,
      channel: 'web',
    });
    const { kind, between } = hear(conversation, sentence.text, () => inView(conversation));
    return { ...sentence, taken: kind ?? (between.length > 0 ? 'asked' : 'none'), between };
  });
}

function inView({ house, state, top }: Conversation) {
  const sketch = dialogNamed(house, top!.dialog).view(top!, {
    profile: state.profile,
    locale: state.locale,
    channel: 'web',
    reach: house.reach,
    paused: state.paused.map(({ dialog }) => dialog),
  });
  return inWords(house, state.locale, sketch);
}

export const isHit = ({ taken, kind }: Judged): boolean => taken === kind;
export const isFine = (one: Judged): boolean =>
  isHit(one) || (one.also ?? []).some((kind) => kind === one.taken);
/** Asked, and the right one was among the two. */
export const isAmong = ({ between, kind, also }: Judged): boolean =>
  between.some((one) => one === kind || also?.includes(one));

export interface Share {
  readonly count: number;
  /** Share that hits the kind meant. */
  readonly hit: number;
  /** Share that hits it or another that is fine. */
  readonly fine: number;
}
export function share(all: readonly Judged[]): Share {
  const of = (test: (one: Judged) => boolean) => all.filter(test).length / Math.max(1, all.length);
  return { count: all.length, hit: of(isHit), fine: of(isFine) };
}

/** How often each kind was taken for each, as lines of a table. */
export function confusion(all: readonly Judged[]): string[] {
  const columns = [...KINDS, 'asked', 'none'] as const;
  return [
    `meant \\ taken`.padEnd(14) + columns.map((kind) => kind.slice(0, 8).padStart(9)).join(''),
    ...KINDS.map(
      (kind) =>
        kind.padEnd(14) +
        columns
          .map((column) => all.filter((one) => one.kind === kind && one.taken === column).length)
          .map((count) => (count === 0 ? '·' : String(count)).padStart(9))
          .join(''),
    ),
  ];
}
