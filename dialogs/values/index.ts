import type { ValueForm } from '../../domain/values.ts';
import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type ValuesContext } from './machine.ts';
import { left, view } from './view.ts';

const FORMS: readonly unknown[] = ['short', 'full'] satisfies ValueForm[];

/** What matters in a job: 22 statements, or 55 and five trade-offs; ends in `results`. */
export const values: Dialog = {
  name: 'values',
  version: VERSION,
  machine,
  holdsData: true,
  /** Answers were given; the result, once there is one, takes the place of this dialog. */
  keeps: ({ context }) => Object.keys((context as ValuesContext).answers).length > 0,
  asks: () => true,
  payloads,
  read,
  hear,
  view: (position) => view(position as Position<ValuesContext>),
  left: ({ value, context }) => (value === 'asking' ? left(context as ValuesContext) : null),
  /** Answers are kept under their item's id, so any older context that has them can be continued. */
  replay: (old) => {
    const { answers, questionnaire, form } = (old ?? {}) as Partial<ValuesContext>;
    if (!answers || typeof questionnaire !== 'number') return null;
    const hasBegun = FORMS.includes(form) && Object.keys(answers).length > 0;
    return {
      request: hasBegun ? { paused: { answers, questionnaire, form } } : {},
      events: hasBegun ? [{ type: 'CONTINUE' }] : [],
    };
  },
};
