import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Counsellor, Incoming, Input } from '../../bot/port.ts';
import type { Locale } from '../../domain/locales.ts';
import { renderSpeech } from './render.ts';

export interface TerminalOptions {
  readonly person: string;
  readonly locale: Locale;
  readonly input: Readable;
  readonly output: Writable;
}

/** Talks with the counsellor in a terminal until the input ends. */
export async function talk(counsellor: Counsellor, options: TerminalOptions): Promise<void> {
  const { person, locale, input, output } = options;
  let events = 0;
  let heard = 0;
  const session = Date.now();

  const send = async (what: Input): Promise<void> => {
    const incoming: Incoming = {
      channel: 'console',
      person,
      eventId: `${session}-${events++}`,
      at: new Date().toISOString(),
      input: what,
      locale,
    };
    await counsellor.receive([incoming]);
    await counsellor.idle();
    for (const line of await counsellor.transcript('console', person, heard)) {
      heard = line.id;
      if ('spoken' in line) output.write(`\n${renderSpeech(line.spoken.speech)}\n`);
    }
    output.write('\n> ');
  };

  // What was said in an earlier session is not said again.
  for (const line of await counsellor.transcript('console', person, 0, 100_000)) heard = line.id;
  await send({ kind: 'hello' });
  for await (const text of createInterface({ input })) {
    // A payload such as `occupation:open:156` does the same as tapping.
    await send(
      /^[a-z]+:[\w:,?-]+$/u.test(text) ? { kind: 'payload', payload: text } : { kind: 'text', text },
    );
  }
  output.write('\n');
}
