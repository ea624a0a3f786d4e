import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type InterestsContext } from './machine.ts';
import { openCount, view } from './view.ts';

/** The interest questionnaire: 60 activities, five answers each; ends in `results`. */
export const interests: Dialog = {
  name: 'interests',
  version: VERSION,
  machine,
  /** Answers given, and no result yet. */
  keeps: ({ context }) => {
    const { answers, order } = context as InterestsContext;
    const count = Object.keys(answers).length;
    return count > 0 && count < order.length;
  },
  asks: () => true,
  payloads,
  read,
  hear,
  view: (position) => view(position as Position<InterestsContext>),
  left: ({ value, context }) => (value === 'asking' ? openCount(context as InterestsContext) : null),
  /** Answers are kept under their item's id, so any older context that has them can be continued. */
  replay: (old) => {
    const { answers, questionnaire } = (old ?? {}) as Partial<InterestsContext>;
    return answers && typeof questionnaire === 'number'
      ? { request: { paused: { answers, questionnaire } }, events: [{ type: 'CONTINUE' }] }
      : null;
  },
};
