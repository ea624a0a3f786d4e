/** The webhook, told things that LINE did not say, or said before, or says slowly, or all at once. */
import fc from 'fast-check';
import { signatureOf } from '../../adapters/line/signature.ts';
import { startChannel, type TestChannel } from '../line/service.ts';
import { again, newPerson, said, startStandin, type Standin } from '../line/standin/index.ts';
import { dial, parsed, readAll, sayRaw } from './raw.ts';

let standin: Standin;
let channel: TestChannel;
beforeAll(async () => {
  standin = await startStandin();
  channel = await startChannel(standin);
});
afterAll(async () => {
  await channel.stop();
  await standin.stop();
});

const origin = () => new URL(standin.webhook).origin;
const heard = async (person: string) =>
  (await channel.counsellor.transcript('line', person, 0)).filter((line) => 'incoming' in line);
const post = (body: string, head: string) =>
  sayRaw(
    origin(),
    `POST /line/webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${head}\r\n${Buffer.from(body).toString('latin1')}`,
  );
const sign = (body: string) =>
  `x-line-signature: ${signatureOf(Buffer.from(body), standin.channelSecret)}\r\n`;

describe('forged', () => {
  const body = (person: string) => JSON.stringify({ destination: 'x', events: [said(person, 'forged')] });

  test.each([
    [
      'with another secret',
      (text: string) => `x-line-signature: ${signatureOf(Buffer.from(text), 'another')}\r\n`,
    ],
    ['with an empty secret', (text: string) => `x-line-signature: ${signatureOf(Buffer.from(text), '')}\r\n`],
    ['of another body', () => sign('{"events":[]}')],
    ['in other letters', (text: string) => sign(text).toUpperCase()],
    ['with a word before it', (text: string) => sign(text).replace(': ', ': sha256=')],
    ['twice', (text: string) => sign(text) + sign(text)],
    ['empty', () => 'x-line-signature: \r\n'],
    ['very long', () => `x-line-signature: ${'A'.repeat(8_000)}\r\n`],
    ['in another header', (text: string) => sign(text).replace('x-line-signature', 'x-signature')],
  ])('a signature %s: 401, and nothing happens', async (_, signature) => {
    const person = newPerson();
    const text = body(person);
    expect((await post(text, signature(text))).status).toBe(401);
    expect(await heard(person)).toEqual([]);
  });

  test('one byte more, fewer or other than was signed: 401', async () => {
    const person = newPerson();
    const text = body(person);
    for (const changed of [`${text} `, text.slice(0, -1), text.replace('forged', 'Forged')]) {
      expect((await post(changed, sign(text))).status).toBe(401);
    }
    expect(await heard(person)).toEqual([]);
  });
});

describe('signed, and yet odd', () => {
  test('escapes are part of the bytes: the same words written otherwise need another signature', async () => {
    const person = newPerson();
    const plain = JSON.stringify({ events: [said(person, 'あ😀')] });
    const escaped = plain.replace(/[^\x20-\x7e]/gu, (sign) =>
      [...Array(sign.length).keys()]
        .map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join(''),
    );
    expect((await post(escaped, sign(plain))).status).toBe(401);
    expect((await post(escaped, sign(escaped))).status).toBe(200);
    expect(await heard(person)).toMatchObject([{ incoming: { input: { kind: 'text', text: 'あ😀' } } }]);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    '',
  ])('the content type %p is not looked at: the bytes are what LINE signed', async (type) => {
    const person = newPerson();
    const text = JSON.stringify({ events: [said(person, 'hi')] });
    expect((await post(text, `${type && `Content-Type: ${type}\r\n`}${sign(text)}`)).status).toBe(200);
    expect(await heard(person)).toHaveLength(1);
  });

  test('prototypes stay as they are', async () => {
    const text =
      '{"__proto__":{"events":[]},"constructor":{"prototype":{"polluted":1}},"events":[{"__proto__":{"type":"follow"}}]}';
    expect((await post(text, sign(text))).status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a deep body is no fault', async () => {
    for (const text of ['['.repeat(200_000), `{"events":${'['.repeat(50_000)}${']'.repeat(50_000)}}`]) {
      expect([200, 400]).toContain((await post(text, sign(text))).status);
    }
  });

  test('any events at all are taken', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 5 }), async (events) => {
        expect((await standin.post(JSON.stringify({ events }))).status).toBe(200);
      }),
      { numRuns: 60 },
    ));
});

describe('again', () => {
  test('the very same bytes, at once, later and a day later, have one effect', async () => {
    const person = newPerson();
    const event = said(person, 'menu');
    await standin.deliver([event]);
    const text = JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: [event] });
    await Promise.all(Array.from({ length: 10 }, () => standin.post(text)));
    await channel.settled();
    // A replay that keeps the id but changes what is said can only be LINE's; it changes nothing either.
    await standin.post(
      JSON.stringify({ events: [{ ...again(event), message: { type: 'text', id: '1', text: 'changed' } }] }),
    );
    await standin.post(JSON.stringify({ events: [{ ...event, timestamp: Date.now() - 86_400_000 }] }));
    await channel.settled();
    expect(await heard(person)).toHaveLength(1);
    expect(standin.sends(person)).toHaveLength(1);
  });
});

describe('large and slow', () => {
  test.each([
    ['no signature', ''],
    ['what cannot be one', 'x-line-signature: AAAA\r\n'],
  ])('a body with %s is refused before it comes', async (_, head) => {
    const socket = await dial(origin());
    const answer = readAll(socket, 3_000);
    socket.write(
      `POST /line/webhook HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${head}Content-Length: 1000\r\n\r\nx`,
    );
    await new Promise<void>((resolve) => socket.once('data', () => resolve()).once('close', resolve));
    socket.end();
    expect(parsed(await answer)).toMatchObject({
      status: 401,
      body: expect.stringContaining('line_signature'),
    });
  });

  test('a body that never ends is refused at a megabyte, whatever its length was said to be', async () => {
    const socket = await dial(origin());
    const answer = readAll(socket);
    socket.write(`POST /line/webhook HTTP/1.1\r\nHost: x\r\n${sign('')}Transfer-Encoding: chunked\r\n\r\n`);
    const part = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    for (let i = 0; i < 20; i++) socket.write(part);
    socket.end('0\r\n\r\n');
    const { status, body } = parsed(await answer);
    expect([status, body]).toEqual([413, expect.stringContaining('too_large')]);
  });

  test('slow deliveries keep nobody waiting, and one that is cut off leaves nothing', async () => {
    const person = newPerson();
    const text = JSON.stringify({ events: [said(person, 'slow')] });
    const head = `POST /line/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: ${text.length}\r\n${sign(text)}\r\n`;
    const slow = await Promise.all(Array.from({ length: 50 }, () => dial(origin())));
    for (const socket of slow) socket.write(head + text.slice(0, 20));
    const quick = newPerson();
    await standin.deliver([said(quick, 'menu')]);
    await standin.waitFor(quick, 1);
    for (const socket of slow.slice(1)) socket.destroy();
    expect(await heard(person)).toEqual([]);
    const answer = readAll(slow[0]!, 1_000);
    slow[0]!.write(text.slice(20));
    expect((await answer).slice(0, 12)).toBe('HTTP/1.1 200');
    expect(await heard(person)).toHaveLength(1);
  });
});

test('two hundred deliveries at once: each of forty people is heard in order, each event once', async () => {
  const people = Array.from({ length: 40 }, () => newPerson());
  const events = people.map((person) => Array.from({ length: 5 }, (_, i) => said(person, `word ${i}`)));
  const sent = people.flatMap((_, i) => [0, 1, 2, 3, 4].map((k) => [events[i]![k]!]));
  // LINE may deliver one again while it still waits for our answer.
  const statuses = await Promise.all(
    [...sent, ...sent.slice(0, 50)].map(async (one) => (await standin.deliver(one)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  await channel.settled();
  for (const person of people) {
    const words = (await heard(person)).map((line) => 'incoming' in line && line.incoming.input);
    expect(words).toHaveLength(5);
    expect(new Set(words.map((word) => JSON.stringify(word))).size).toBe(5);
    expect(standin.sends(person)).toHaveLength(5);
  }
}, 60_000);
