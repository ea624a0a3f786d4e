import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type About, type Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';

/** "Forget me": everything kept of the person goes, once they have said so twice. */
export const forget: Dialog = {
  name: 'forget',
  version: VERSION,
  machine,
  passing: true,
  payloads,
  read,
  view: ({ value }, about) => (stateName(value) === 'gone' ? gone(about) : asking(about)),
};

/** What goes, and what of it is not ours to delete. */
const asking = ({ channel }: About): Sketch => ({
  replies: [
    { kind: 'text', text: say('forget:asking.what') },
    { kind: 'text', text: say(`forget:asking.${channel === 'line' ? 'line' : 'elsewhere'}`) },
    {
      kind: 'question',
      layout: 'buttons',
      text: say('forget:asking.text'),
      options: [
        { label: say('forget:asking.delete'), payload: 'forget:now' },
        { label: say('forget:asking.keep'), payload: 'go:back' },
      ],
    },
  ],
  choices: [WAYS.menu],
});

/** Nothing is kept, not even the language: the button remembers it. */
const gone = ({ locale }: About): Sketch => ({
  replies: [{ kind: 'text', text: say('forget:gone.text') }],
  choices: [{ label: say('forget:gone.anew'), payload: `language:set:${locale}` }],
});
