import { HOURS } from '../../domain/reminders.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** What the dialog is opened for; `once` and `weekly`: a reminder rings. */
export type Purpose =
  | { readonly to: 'show' | 'ask' | 'weekly' | 'stop' }
  | { readonly to: 'set'; readonly hour: number }
  | { readonly to: 'ring'; readonly kind: 'once' | 'weekly'; readonly shown: readonly number[] };

export type RemindersEvent = CommonEvent | Extract<Answer, { type: 'OCCUPATION' }>;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'shows the reminders the person asked for', example: 'reminders:open' },
  {
    verb: 'tomorrow',
    args: [],
    means: 'asks at what hour to write tomorrow (LINE only)',
    example: 'reminders:tomorrow',
  },
  {
    verb: 'at',
    args: ['hour'],
    means: `writes tomorrow at that hour of Japan: ${HOURS.map((hour) => `\`${hour}\``).join(', ')}`,
    example: 'reminders:at:19',
  },
  { verb: 'weekly', args: [], means: 'tells of an occupation every week', example: 'reminders:weekly' },
  { verb: 'stop', args: [], means: 'ends all reminders', example: 'reminders:stop' },
];

const PURPOSE: Readonly<Record<string, Purpose>> = {
  open: { to: 'show' },
  tomorrow: { to: 'ask' },
  weekly: { to: 'weekly' },
  stop: { to: 'stop' },
};

export function read(verb: string, [arg = '']: readonly string[]): Reading | null {
  if (verb !== 'at') return Object.hasOwn(PURPOSE, verb) ? { open: PURPOSE[verb] } : null;
  const hour = HOURS.find((known) => String(known) === arg);
  return hour === undefined ? null : { open: { to: 'set', hour } satisfies Purpose };
}
