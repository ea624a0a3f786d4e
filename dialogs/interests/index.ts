import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type InterestsContext } from './machine.ts';
import { left, view } from './view.ts';

/** The interest questionnaire: 60 activities, five answers each; ends in `results`. */
export const interests: Dialog = {
  name: 'interests',
  version: VERSION,
  machine,
  holdsData: true,
  /** Answers were given; the result, once there is one, takes the place of this dialog. */
  keeps: ({ context }) => Object.keys((context as InterestsContext).answers).length > 0,
  asks: () => true,
  payloads,
  read,
  hear,
  view: (position) => view(position as Position<InterestsContext>),
  left: ({ value, context }) => (value === 'asking' ? left(context as InterestsContext) : null),
  /** Answers are kept under their item's id, so any older context that has them can be continued. */
  replay: (old) => {
    const { answers, questionnaire } = (old ?? {}) as Partial<InterestsContext>;
    if (!answers || typeof questionnaire !== 'number') return null;
    const hasBegun = Object.keys(answers).length > 0;
    return {
      request: { paused: { answers, questionnaire } },
      events: hasBegun ? [{ type: 'CONTINUE' }] : [],
    };
  },
};
