import { say } from '../../replies/words.ts';
import { WAYS, type Dialog, type Position } from '../dialog.ts';
import { payloads, read, type WhichEvent } from './events.ts';
import { machine, VERSION, type WhichContext } from './machine.ts';

/** What somebody typed can mean one thing or another: they are asked, and nothing is lost. */
export const which: Dialog = {
  name: 'which',
  version: VERSION,
  machine,
  passing: true,
  payloads,
  read,
  hear: (text, _position, ear): WhichEvent | null => {
    if (ear.hears('first', text)) return { type: 'TAKE', index: 0 };
    if (ear.hears('second', text)) return { type: 'TAKE', index: 1 };
    return ear.hears('neither', text) ? { type: 'NEITHER' } : null;
  },
  view: (position) => {
    const { options, guess } = (position as Position<WhichContext>).context;
    return {
      replies: [
        {
          kind: 'question',
          layout: 'buttons',
          text: say(`hearing:${guess ? 'guess' : 'which'}.text`),
          options: [
            ...options.map(({ label }, index) => ({ label, payload: `which:take:${index}` })),
            { label: say('hearing:which.neither'), payload: 'which:neither' },
          ],
        },
      ],
      choices: [WAYS.back, WAYS.menu],
      typing: true,
    };
  },
};
