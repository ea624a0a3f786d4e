import type { StateValue } from 'xstate';
import { z } from 'zod';
import { WORK_VALUES } from '../domain/catalogue.ts';
import { INTERESTS } from '../domain/interests.ts';
import { LOCALES, type Locale } from '../domain/locales.ts';
import type { Profile } from '../domain/profile.ts';
import type { Reminder } from '../domain/reminders.ts';
import { PARTS } from '../domain/weighing.ts';

/** Version of the state's own shape. */
export const STATE_VERSION = 1;

/** One dialog a person is in: which, of which version, and where. */
export interface Frame {
  readonly dialog: string;
  readonly machineVersion: number;
  readonly value: StateValue;
  readonly context: unknown;
}

/** Everything kept of a conversation: JSON, language-free (ids and scores), versioned. */
export interface ConversationState {
  readonly version: typeof STATE_VERSION;
  readonly locale: Locale;
  readonly profile: Profile;
  /** Dialogs one upon the other; the last one is spoken with. */
  readonly stack: readonly Frame[];
  /** Dialogs put aside half-way, at most one of each name. */
  readonly paused: readonly Frame[];
  /** When the person wants to hear from us unasked. */
  readonly reminders?: readonly Reminder[];
  /** Catalogue version that figures inside the frames come from. */
  readonly catalogue: string;
  /** ISO time of the last turn. */
  readonly seenAt: string;
  /** ISO times at which wrong codes were sent lately (`bot/carry.ts`). */
  readonly guesses?: readonly string[];
}

const frame = z.object({
  dialog: z.string(),
  machineVersion: z.number(),
  value: z.any(),
  context: z.any(),
});
const schema = z.object({
  version: z.literal(STATE_VERSION),
  locale: z.enum(LOCALES),
  profile: z.object({
    prefecture: z
      .string()
      .regex(/^\d\d$/)
      .optional(),
    interests: z
      .object({
        questionnaire: z.number(),
        answers: z.record(z.string(), z.number()),
        scores: z.record(z.enum(INTERESTS), z.number()),
      })
      .optional(),
    kept: z.array(z.number()).optional(),
    tasks: z.array(z.string()).optional(),
    pairs: z
      .object({
        questionnaire: z.number(),
        choices: z.array(z.object({ a: z.string(), b: z.string(), chosen: z.string().nullable() })),
        scores: z.record(z.enum(INTERESTS), z.number()),
      })
      .optional(),
    values: z
      .object({
        questionnaire: z.number(),
        form: z.enum(['short', 'full']),
        answers: z.record(z.string(), z.number()),
        scores: z.record(z.enum(WORK_VALUES), z.number()),
      })
      .optional(),
    surprised: z.array(z.number()).optional(),
    shifts: z
      .object({ lean: z.enum(PARTS).optional(), values: z.partialRecord(z.enum(WORK_VALUES), z.number()) })
      .optional(),
    narrowed: z.string().optional(),
  }),
  stack: z.array(frame),
  paused: z.array(frame),
  reminders: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('once'), at: z.iso.datetime() }),
        z.object({ kind: z.literal('weekly'), at: z.iso.datetime(), shown: z.array(z.number()) }),
      ]),
    )
    .optional(),
  catalogue: z.string(),
  seenAt: z.string(),
  guesses: z.array(z.string()).optional(),
});

/** Saved JSON as a state, or `null` when it is of another shape or age: the caller starts politely anew. */
export function readState(saved: unknown): ConversationState | null {
  const read = schema.safeParse(saved);
  return read.success ? (read.data as ConversationState) : null;
}

export const newState = (locale: Locale, catalogue: string, now: string): ConversationState => ({
  version: STATE_VERSION,
  locale,
  profile: {},
  stack: [],
  paused: [],
  catalogue,
  seenAt: now,
});
