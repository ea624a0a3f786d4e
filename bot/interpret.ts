import type { Speech } from '../replies/reply.ts';
import type { Conversation } from './conversation.ts';
import { hear } from './hearing/index.ts';
import type { Meaning } from './meaning.ts';
import { readPayload } from './payloads.ts';
import type { TurnInput } from './signals.ts';

export { COMMANDS, type Command, type Meaning } from './meaning.ts';

/** Understands one input. Payloads say themselves what they mean; what is typed is heard in `bot/hearing/`. */
export function interpret(conversation: Conversation, input: TurnInput, inView: () => Speech): Meaning {
  switch (input.kind) {
    case 'hello':
      return { kind: 'hello' };
    case 'payload':
      return readPayload(conversation.house, input.payload);
    case 'text':
      return hear(conversation, input.text, inView).meaning;
    case 'place':
      return input.prefecture
        ? { kind: 'placed', area: input.prefecture }
        : { kind: 'unread', what: 'place' };
    case 'sticker':
    case 'picture':
    case 'sound':
    case 'file':
      return { kind: 'unread', what: input.kind };
  }
}
