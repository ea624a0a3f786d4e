import type { Speech } from '../replies/reply.ts';
import type { Conversation } from './conversation.ts';
import { hear } from './hearing/index.ts';
import type { Meaning } from './meaning.ts';
import { readPayload } from './payloads.ts';
import type { Input } from './port.ts';

export { COMMANDS, type Command, type Meaning } from './meaning.ts';

/** Understands one input. Payloads say themselves what they mean; what is typed is heard in `bot/hearing/`. */
export function interpret(conversation: Conversation, input: Input, inView: () => Speech): Meaning {
  switch (input.kind) {
    case 'hello':
      return { kind: 'hello' };
    case 'payload':
      return readPayload(conversation.house, input.payload);
    case 'text':
      return hear(conversation, input.text, inView).meaning;
    default:
      return { kind: 'unread', what: input.kind };
  }
}
