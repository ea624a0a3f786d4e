import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type PairsContext } from './machine.ts';
import { view } from './view.ts';

/** Sixty seconds: which of two activities, up to eighteen times; ends in `results` with a first sketch. */
export const pairs: Dialog = {
  name: 'pairs',
  version: VERSION,
  machine,
  holdsData: true,
  keeps: ({ context }) => (context as PairsContext).choices.length > 0,
  asks: () => true,
  payloads,
  read,
  hear,
  view: (position) => view(position as Position<PairsContext>),
  /** Choices are kept with the items they were between, so any older context that has them can be continued. */
  replay: (old) => {
    const { choices, questionnaire } = (old ?? {}) as Partial<PairsContext>;
    if (!Array.isArray(choices) || typeof questionnaire !== 'number') return null;
    return {
      request: { paused: { choices, questionnaire } },
      events: choices.length > 0 ? [{ type: 'CONTINUE' }] : [],
    };
  },
};
