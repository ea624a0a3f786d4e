import type { Dialog, Position } from '../dialog.ts';
import { payloads, read, type SupportEvent } from './events.ts';
import { machine, VERSION, type SupportContext } from './machine.ts';
import { view } from './view.ts';

/** A name must be at least this alike to be a job that somebody looks for, as in `bot/interpret.ts`. */
const JOB_SCORE = 0.4;

/** People to talk to: about work, about how one feels, about rights at work. */
export const support: Dialog = {
  name: 'support',
  version: VERSION,
  machine,
  payloads,
  read,
  /** Whoever writes on about how they feel is not told that we did not understand. */
  hear: (text, { value }, ear): SupportEvent | null => {
    if (value !== 'heart' && value !== 'listening') return null;
    if (/^\d{1,2}[.。番]?$/u.test(text)) return null; // the number of a button
    return ear.names(text).some(({ score }) => score >= JOB_SCORE) ? null : { type: 'SAID' };
  },
  view: (position) => view(position as Position<SupportContext>),
};
