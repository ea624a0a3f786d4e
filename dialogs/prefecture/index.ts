import type { Dialog, Position } from '../dialog.ts';
import { payloads, read, type PrefectureEvent } from './events.ts';
import { machine, VERSION, type PrefectureContext } from './machine.ts';
import { view } from './view.ts';

/** Where the person lives, or which prefecture to look at: by region, by button, by typing. */
export const prefecture: Dialog = {
  name: 'prefecture',
  version: VERSION,
  machine,
  payloads,
  read,
  hear: (text, _position, ear): PrefectureEvent | null => {
    const areas = ear.places(text);
    return areas.length > 0 ? { type: 'HEARD', areas: areas.slice(0, 8) } : null;
  },
  view: (position) => view(position as Position<PrefectureContext>),
  again: (context) => ({ keep: (context as PrefectureContext).keep }),
};
