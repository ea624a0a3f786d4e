import type { House } from './house.ts';
import { COMMANDS, type Meaning } from './meaning.ts';

/** `go:menu`, `interests:answer:r01:4`, `wages:open:12` … */
export function readPayload(house: House, payload: string): Meaning {
  const [name = '', verb = '', ...args] = payload.slice(0, 300).split(':');
  if (name === 'go') {
    const command = COMMANDS.find((known) => known === verb);
    return command ? { kind: 'command', command } : { kind: 'stale' };
  }
  const reading = house.dialogs.get(name)?.read(verb, args) ?? null;
  if (!reading) return { kind: 'stale' };
  return 'event' in reading
    ? { kind: 'event', dialog: name, event: reading.event }
    : { kind: 'open', dialog: name, request: reading.open };
}
