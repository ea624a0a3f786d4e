import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { WAYS } from '../dialog.ts';

export function view(): Sketch {
  return {
    replies: [{ kind: 'text', text: say('support:showing.text') }],
    choices: [WAYS.back, WAYS.menu],
  };
}
