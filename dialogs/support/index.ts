import { LIKELY } from '../../domain/search.ts';
import type { Dialog, Position } from '../dialog.ts';
import { payloads, read, type SupportEvent } from './events.ts';
import { machine, VERSION, type SupportContext } from './machine.ts';
import { view } from './view.ts';

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
    if (ear.hears('better', text)) return { type: 'DONE' };
    return ear.names(text).some(({ score }) => score >= LIKELY) ? null : { type: 'SAID' };
  },
  view: (position) => view(position as Position<SupportContext>),
};
