/**
 * What every dialog is: a machine that routes, payloads it understands, and a view that sketches what to say.
 * A dialog knows nothing of channels, languages, storage or the catalogue; what it must look up it asks for
 * as an effect, and the answer comes back as an event in the same turn.
 */
import type { AnyStateMachine, StateValue } from 'xstate';
import type { AreaCode } from '../domain/catalogue.ts';
import type { Finding, Hit, Wish } from '../domain/search.ts';
import type { Profile } from '../domain/profile.ts';
import type { Change, Reminder } from '../domain/reminders.ts';
import type { Choice, Sketch } from '../replies/reply.ts';
import type { Locale } from '../domain/locales.ts';
import type { Query } from './queries.ts';

/** Where a dialog stands: language-free JSON, kept between turns. */
export interface Position<C = unknown> {
  readonly value: StateValue;
  readonly context: C;
}

/** Where else this service can be spoken with, beside the channel somebody is in. */
export interface Reach {
  /** There is a page of ours with the bubble, and its address is known. */
  readonly page: boolean;
  /** The account on LINE, if there is one; its id as `@name` (basic id), while that is known. */
  readonly line: { readonly id: string | null } | null;
}

/** A service that is spoken with in one place only, as far as it knows. */
export const NOWHERE_ELSE: Reach = { page: false, line: null };

/** What a view may know besides its own position. */
export interface About {
  readonly profile: Profile;
  readonly locale: Locale;
  /** Where the person is spoken with: not every channel can do everything (`line` can write first). */
  readonly channel: 'line' | 'web' | 'console';
  /** Whether people can be written to first here, and the operator allows it. */
  readonly reminds: boolean;
  readonly reminders: readonly Reminder[];
  /** What is left of the questionnaire begun last; `null` where none is. */
  readonly left: { readonly dialog: string; readonly count: number; readonly minutes: number } | null;
  readonly reach: Reach;
  /** Dialogs put aside half-way, by name. */
  readonly paused: readonly string[];
}

/** Parameters of the actions a machine may take; the turn carries them out. */
export interface EffectParams {
  /** Starts another dialog on top; it returns here when it closes. */
  readonly open: { readonly dialog: string; readonly request?: unknown };
  /** Ends this dialog and starts another in its place. */
  readonly become: { readonly dialog: string; readonly request?: unknown };
  /** Ends this dialog; the one below receives `RETURNED` with the result. */
  readonly close: { readonly result?: unknown };
  /** Keeps facts about the person. */
  readonly remember: Partial<Profile>;
  readonly speak: { readonly locale: Locale };
  /** Changes when the person wants to hear from us; nothing where we cannot write first. */
  readonly remind: Change;
  /** Makes a one-time code for this conversation; it arrives as `CODE`. */
  readonly offer: object;
  /** Goes on with the conversation of another channel that was asked about, in place of this one. */
  readonly adopt: object;
  /** Everything kept of the person goes, this conversation with it. */
  readonly erase: object;
  /** Looks something up; the answer arrives as an event. */
  readonly look: Query;
}
export type Effect = {
  [K in keyof EffectParams]: { readonly type: K; readonly params: EffectParams[K] };
}[keyof EffectParams];

type Action<K extends keyof EffectParams> = (_: unknown, params: EffectParams[K]) => void;

/**
 * The effects as XState actions, for `setup({ actions: effects })`. They do nothing when executed:
 * the pure `transition` hands them over as a list and the turn carries them out.
 */
export const effects: { [K in keyof EffectParams]: Action<K> } = {
  open: () => undefined,
  become: () => undefined,
  close: () => undefined,
  remember: () => undefined,
  speak: () => undefined,
  remind: () => undefined,
  offer: () => undefined,
  adopt: () => undefined,
  erase: () => undefined,
  look: () => undefined,
};

/** Events any machine may receive; what it does not handle, the turn handles. */
export type CommonEvent =
  | { readonly type: 'BACK' }
  /** The person says hello, or opens the bubble again. */
  | { readonly type: 'HELLO' }
  /** A dialog opened on top has closed. */
  | { readonly type: 'RETURNED'; readonly from: string; readonly result?: unknown };

/** One payload a dialog understands: `${dialog}:${verb}:${args…}`. Listed in docs/payloads.md. */
export interface PayloadSpec {
  readonly verb: string;
  /** Names of the arguments, in order; a trailing `?` marks one that may be left out. */
  readonly args: readonly string[];
  /** One line for the documentation. */
  readonly means: string;
  /** A payload of this verb as it is really sent. */
  readonly example: string;
}

/** What a payload asks of its dialog: an event for where it stands, or a start from anywhere. */
export type Reading = { readonly event: { readonly type: string } } | { readonly open: unknown };

export interface Dialog {
  readonly name: string;
  /** Raise it when saved positions of the old machine no longer fit; see `replay`. */
  readonly version: number;
  readonly machine: AnyStateMachine;
  /** Whether leaving now puts it aside to be continued (there is something to lose), instead of dropping it. */
  keeps?(position: Position): boolean;
  /** Whether it waits for an answer, so that only the whole name of an occupation counts as a search. */
  asks?(position: Position): boolean;
  /** Whether it only asks something in passing: whatever else is opened takes its place. */
  readonly passing?: boolean;
  /** True when its context holds data of the catalogue, so that new data mean a fresh start with the same request. */
  readonly holdsData?: boolean;
  readonly payloads: readonly PayloadSpec[];
  /** Reads a payload's arguments (already split at `:`); `null` when they make no sense. */
  read(verb: string, args: readonly string[]): Reading | null;
  /** Typed text (normalised) as one of this dialog's own events, or `null` when it is not for this dialog. */
  hear?(text: string, position: Position, ear: Ear): { readonly type: string } | null;
  view(position: Position, about: About): Sketch;
  /** What an old position of another version amounts to: how to start anew and what to answer again. */
  replay?(
    context: unknown,
  ): { readonly request: unknown; readonly events: readonly { type: string }[] } | null;
  /** How many questions are left, and about how many minutes, for saying so to somebody who comes back. */
  left?(position: Position): { readonly count: number; readonly minutes: number } | null;
  /** The request that would start this dialog again where it stands now; for new data and new machines. */
  again?(context: unknown): unknown;
}

/** What helps a dialog understand typed text, so that its machine never sees any. */
export interface Ear {
  places(text: string): AreaCode[];
  /** Occupation ids by name, best first, with a score of 0–1. */
  names(text: string): Hit[];
  /**
   * Occupations for a wish in somebody's own words, or for one that narrows the wish before it. `isAside`: a place or
   * pay is asked about too, which others may answer better.
   */
  finds(text: string, before?: Wish | null): Finding & { readonly isAside: boolean };
  /** Elemental tasks in what somebody tells of themselves, surest first. */
  tells(text: string): string[];
  /** Whether the text is one of the words listed under a name in `locales/<any>/heard.json`. */
  hears(list: string, text: string): boolean;
  /** What is typed for a button, as the button's payload: lists of `heard.json` that are named by one. */
  means(text: string): string | null;
  /** Licences by name, best first: ids. */
  licences(text: string): readonly string[];
  /** What a sentence looks for, and how sure that is. */
  search(text: string): Found;
  /** What the person says they can do or have done, and how sure that is. */
  tasks(text: string): Told;
  /** Whether the name of an occupation is said in a sentence. */
  mentions(text: string): boolean;
  /** Whether a sentence says something that any dialog would take up: an occupation, a question about pay. */
  grasps(text: string): boolean;
}

/** Where a sentence leads; `open` is `null` while there is nothing to show for it. */
interface Heard {
  /** 0–1; the levels are in bot/hearing/reading.ts. */
  readonly confidence: number;
  readonly open: { readonly dialog: string; readonly request: unknown } | null;
}
/** Occupations looked for; no ids where a list of the browser is meant. */
export interface Found extends Heard {
  readonly ids: readonly number[];
}
/** Elementary tasks told of. */
export interface Told extends Heard {
  readonly ids: readonly string[];
}

/** Ways out that every turn offers; their words are in `common`. */
export const WAYS = {
  menu: { label: { key: 'common:menu' }, payload: 'go:menu', weight: 'quiet' },
  back: { label: { key: 'common:back' }, payload: 'go:back', weight: 'quiet' },
  pause: { label: { key: 'common:pause' }, payload: 'go:pause', weight: 'quiet' },
  language: { label: { key: 'common:language' }, payload: 'go:language', weight: 'quiet' },
} as const satisfies Record<string, Choice<{ key: string }>>;

/** A position's state as a string (`asking`, `asking.again`), for views and tests. */
export function stateName(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([key, inner]) => (inner === undefined ? key : `${key}.${stateName(inner)}`))
    .join('+');
}
