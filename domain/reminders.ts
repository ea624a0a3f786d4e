/**
 * Reminders people asked for: once, or an occupation a week. Times are instants in milliseconds; hours and days are
 * Japan's, which has no summer time.
 */

/** Somebody asked to hear from us. */
export type Reminder =
  /** Once, and then no more. */
  | { readonly kind: 'once'; readonly at: string }
  /** Every seven days; `shown`: the occupations it has told of, the latest last. */
  | { readonly kind: 'weekly'; readonly at: string; readonly shown: readonly number[] };

/** Hours in which nobody is woken: from `from` o'clock until `until` o'clock; none when both are the same. */
export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** What the operator allows. */
export interface Reminding {
  /** How many may be sent in a month, to all people together; 0 switches reminders off. */
  readonly perMonth: number;
  readonly quiet: QuietHours;
}

export const REMINDING: Reminding = { perMonth: 100, quiet: { from: 21, until: 8 } };

/** Hours offered for a reminder: before the day, at noon, after it. */
export const HOURS = [8, 12, 19] as const;
const WEEKLY_HOUR = 19;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const JAPAN_MS = 9 * HOUR_MS;
/** Up to this hour "tomorrow" is the day that begins when one has slept. */
const NIGHT_ENDS = 4;
/** A reminder later than this is not sent any more: it would puzzle more than help. */
const LATEST_MS = { once: 3 * DAY_MS, weekly: 12 * HOUR_MS };
/** How long a reminder may wait for a LINE that does not answer. */
const PATIENCE_MS = 3 * HOUR_MS;
/** How many occupations are remembered as told. */
const REMEMBERED = 52;

/** Milliseconds since the day began in Japan. */
const timeOfDay = (at: number): number => (at + JAPAN_MS) % DAY_MS;
const hourOf = (at: number): number => Math.floor(timeOfDay(at) / HOUR_MS);
const hourBegins = (at: number): number => at - (at % HOUR_MS);
const dayBegins = (at: number): number => at - timeOfDay(at);
const iso = (at: number): string => new Date(at).toISOString();

/** The month in Japan, as `2026-11`: what a budget is counted for. */
export const monthOf = (at: number): string => iso(at + JAPAN_MS).slice(0, 7);

export function isQuiet(at: number, { from, until }: QuietHours): boolean {
  const hour = hourOf(at);
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** The same instant, or the end of the quiet hours it lies in. */
export function afterQuiet(at: number, quiet: QuietHours): number {
  if (!isQuiet(at, quiet)) return at;
  const end = dayBegins(at) + quiet.until * HOUR_MS;
  return end > at ? end : end + DAY_MS;
}

/** A reminder that could not be sent by this time is not sent any more: hours later, or when quiet begins. */
export function lastMoment(now: number, quiet: QuietHours): number {
  let last = now;
  while (last < now + PATIENCE_MS && !isQuiet(last, quiet)) last += 10 * MINUTE_MS;
  return last;
}

/** Tomorrow at an hour, as somebody means it who says so at `now`. */
export function tomorrowAt(now: number, hour: number, quiet: QuietHours): number {
  const today = dayBegins(now) - (hourOf(now) < NIGHT_ENDS ? DAY_MS : 0);
  return afterQuiet(today + DAY_MS + hour * HOUR_MS, quiet);
}

/** In the evening of this weekday next week. */
export const inAWeek = (now: number, quiet: QuietHours): number =>
  afterQuiet(dayBegins(now) + 7 * DAY_MS + WEEKLY_HOUR * HOUR_MS, quiet);

/** What a person may change about their reminders. */
export type Change =
  | { readonly set: 'once'; readonly hour: number }
  | { readonly set: 'weekly' }
  | { readonly stop: true }
  /** The weekly one has told of an occupation. */
  | { readonly shown: number };

/** Reminders after a change; at most one of each kind. */
export function changed(
  reminders: readonly Reminder[],
  change: Change,
  now: number,
  quiet: QuietHours,
): readonly Reminder[] {
  if ('stop' in change) return [];
  if ('shown' in change) {
    return reminders.map((each) =>
      each.kind === 'weekly' ? { ...each, shown: [...each.shown, change.shown].slice(-REMEMBERED) } : each,
    );
  }
  const others = reminders.filter(({ kind }) => kind !== change.set);
  if (change.set === 'once') {
    return [...others, { kind: 'once', at: iso(tomorrowAt(now, change.hour, quiet)) }];
  }
  const before = reminders.find((each) => each.kind === 'weekly');
  return [...others, { kind: 'weekly', at: iso(inAWeek(now, quiet)), shown: before?.shown ?? [] }];
}

/**
 * The reminders due at `now`, and what is left of all of them afterwards: the weekly one keeps its weekday and hour
 * however much was missed. One that comes much too late is passed over in silence.
 */
export function ring(
  reminders: readonly Reminder[],
  now: number,
): { readonly due: Reminder | null; readonly left: readonly Reminder[] } {
  const past = reminders.filter(({ at }) => Date.parse(at) <= now);
  const heard = past.filter(({ kind, at }) => now - Date.parse(at) <= LATEST_MS[kind]);
  // Of two at the same hour, what was asked for once comes first, and the other a minute later.
  const due = heard.find(({ kind }) => kind === 'once') ?? heard[0] ?? null;
  const left = reminders.flatMap((each): Reminder[] => {
    const at = Date.parse(each.at);
    if (at > now) return [each];
    if (each.kind === 'once') return [];
    if (due && due !== each && heard.includes(each)) return [{ ...each, at: iso(at + MINUTE_MS) }];
    const weeks = Math.floor((now - at) / (7 * DAY_MS)) + 1;
    return [{ ...each, at: iso(hourBegins(at) + weeks * 7 * DAY_MS) }];
  });
  return { due, left };
}

/** When the next one rings. */
export const nextRing = (reminders: readonly Reminder[]): string | null =>
  reminders.map(({ at }) => at).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
