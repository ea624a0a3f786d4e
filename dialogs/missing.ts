import type { Phrase, Sketch } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import { WAYS } from './dialog.ts';

const text: Phrase = say('occupation:missing.text');

/** There is no occupation of that number (a made-up payload, or one that next year's data no longer have). */
export const missingOccupation: Sketch = {
  replies: [{ kind: 'text', text }],
  choices: [
    { label: say('occupation:missing.search'), payload: 'search:open', weight: 'main' },
    WAYS.back,
    WAYS.menu,
  ],
};
