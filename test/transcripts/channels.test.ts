/**
 * The main job over every channel, in every language, through the whole service: what a channel shows must be what
 * the counsellor said (`Talk` holds the same conversation without any channel).
 */
import { PassThrough } from 'node:stream';
import { talk as talkInTerminal } from '../../adapters/console/terminal.ts';
import { renderSpeech } from '../../adapters/console/render.ts';
import { createCounsellor } from '../../bot/counsellor.ts';
import type { House } from '../../bot/house.ts';
import { LOCALES, type Locale } from '../../domain/locales.ts';
import type { Speech } from '../../replies/reply.ts';
import { choicesOf } from '../../replies/words.ts';
import type { Service } from '../../server.ts';
import { openMemoryStore } from '../../store/memory/store.ts';
import {
  followed,
  newPerson,
  said,
  startStandin,
  tapped,
  textsOf,
  type Standin,
} from '../line/standin/index.ts';
import { realHouse } from '../support/house.ts';
import { startWhole } from '../support/service.ts';
import { Talk } from '../support/talk.ts';
import { Client, type Body } from '../web/client.ts';
import { mainScript, payloadOf } from './script.ts';

let house: House;
let standin: Standin;
let service: Service;
beforeAll(async () => {
  house = await realHouse();
  standin = await startStandin();
  service = await startWhole({
    LINE_CHANNEL_SECRET: standin.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: standin.channelAccessToken,
    LINE_API_BASE_URL: standin.url,
    PUBLIC_BASE_URL: 'https://shirube.example.jp',
  });
  standin.webhook = `${service.url}/line/webhook`;
});
afterAll(async () => {
  await service.stop();
  await standin.stop();
});

/** One step of the conversation: what is sent, and what must be heard. */
interface Step {
  readonly send: { readonly say: string } | { readonly payload: string };
  readonly speech: Speech;
  /** Number of the choice tapped, as the terminal counts. */
  readonly number: number;
}

function steps(locale: Locale, before: { readonly payload: string }[] = []): Step[] {
  const talk = new Talk(
    house,
    locale === 'ja' || before.length === 0 ? locale : 'ja',
    new Date().toISOString(),
  );
  talk.hello();
  for (const { payload } of before) talk.tap(payload);
  return mainScript(house, locale).map((move) => {
    if ('say' in move) return { send: move, speech: talk.say(move.say).speech, number: 0 };
    const payload = payloadOf(move, talk.payloads);
    const number = talk.payloads.indexOf(payload) + 1;
    return { send: { payload }, speech: talk.tap(payload).speech, number };
  });
}

/** Every word and figure of a speech that a channel has to show. */
const wordsOf = ({ replies }: Speech): string[] =>
  replies.flatMap((reply) => {
    switch (reply.kind) {
      case 'text':
        return [reply.text];
      case 'question':
        return [reply.text, ...reply.options.map(({ label }) => label)];
      case 'bars':
        return [
          reply.title,
          ...reply.bars.flatMap(({ label, value, note }) => [label, value, ...(note ? [note] : [])]),
        ];
      case 'picture':
        // What can be tapped on it is offered in words as well.
        return [];
      case 'cards':
        return reply.cards.flatMap((card) => [
          card.title,
          ...(card.lines ?? []),
          ...(card.facts ?? []).flatMap(({ label, value, note }) => [label, value, ...(note ? [note] : [])]),
          ...(card.sources ?? []),
        ]);
    }
  });

const missing = (speech: Speech, shown: string, as = (word: string) => word): string[] =>
  wordsOf(speech).filter((word) => !shown.includes(as(word)));

/** LINE's bubbles set a label above its text and a dot beside it, in place of colons and bullets. */
const bare = (text: string): string => text.replace(/[\s・•::]/gu, '');

test.each(LOCALES)('Direct Line, in %s', async (locale) => {
  const client = new Client(service.url);
  const conversation: Body = await client.start({ locale });
  const send = (activity: object) =>
    client.post(conversation, { from: { id: 'somebody' }, locale, ...activity });
  let watermark = '';
  const hear = async (): Promise<string> => {
    for (;;) {
      const body = await client.read(conversation, watermark);
      if (body.activities.some(({ from }) => from?.id === 'shirube')) {
        watermark = body.watermark;
        return stringsIn(body.activities).join('\n');
      }
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };
  await send({ type: 'event', name: 'hello' });
  await hear();
  for (const { send: what, speech } of steps(locale)) {
    await send(
      'say' in what
        ? { type: 'message', text: what.say }
        : { type: 'message', value: { payload: what.payload } },
    );
    expect(missing(speech, await hear())).toEqual([]);
  }
});

test.each(LOCALES)('LINE, in %s', async (locale) => {
  const person = newPerson();
  let sends = 0;
  const send = async (event: Parameters<Standin['deliver']>[0][number]): Promise<string> => {
    await standin.deliver([event]);
    sends += 1;
    await standin.waitFor(person, sends);
    return standin.sends(person).at(-1)!.flatMap(textsOf).join('\n');
  };
  await send(followed(person));
  // LINE does not say which language a phone is in: the person chooses.
  const chosen = { payload: `language:set:${locale}` };
  await send(tapped(person, chosen.payload));
  for (const { send: what, speech } of steps(locale, [chosen])) {
    const shown = await send('say' in what ? said(person, what.say) : tapped(person, what.payload));
    expect(missing(speech, bare(shown), bare)).toEqual([]);
  }
});

test.each(LOCALES)('the terminal, in %s', async (locale) => {
  const store = openMemoryStore();
  const silent = { info() {}, warn() {}, error() {} };
  const counsellor = createCounsellor(house, store, silent);
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString('utf8')));
  const conversation = talkInTerminal(counsellor, { person: 'somebody', locale, input, output });
  const all = steps(locale);
  for (const { send: what, number } of all) input.write(`${'say' in what ? what.say : number}\n`);
  input.end();
  await conversation;
  const text = shown.join('');
  for (const { speech } of all) expect(text).toContain(renderSpeech(speech));
  expect(choicesOf(all.at(-1)!.speech).length).toBeGreaterThan(0);
  await store.close();
});

/** Every string anywhere in JSON. */
function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return node && typeof node === 'object' ? Object.values(node).flatMap(stringsIn) : [];
}
