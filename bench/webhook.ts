/** Turns through the real webhook, with the store on disk, beside a bare route that only checks the signature. */
import { createHmac } from 'node:crypto';
import { startStandin } from '../test/line/standin/index.ts';
import { megabytes, rate, timings, type Row, type Timings } from './measure.ts';
import { startProgram } from './service.ts';

const SECRET = 'bench-channel-secret';
const PEOPLE = 50;

/** One webhook delivery with one event, signed as LINE signs. */
function delivery(person: string, index: number, event: object): { body: string; signature: string } {
  const body = JSON.stringify({
    destination: 'U0',
    events: [
      {
        mode: 'active',
        timestamp: Date.now(),
        source: { type: 'user', userId: person },
        webhookEventId: `${person}-${index}-${Math.random().toString(36).slice(2)}`,
        deliveryContext: { isRedelivery: false },
        replyToken: `${person}-${index}`,
        ...event,
      },
    ],
  });
  return { body, signature: createHmac('sha256', SECRET).update(body).digest('base64') };
}

const tap = (data: string) => ({ type: 'postback', postback: { data } });

/** Everybody sends one event after the other; all people at once. */
async function load(
  url: string,
  eventsEach: readonly object[],
  issue: (replyToken: string, person: string) => void = () => undefined,
): Promise<Timings> {
  const durations: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: PEOPLE }, async (_, number) => {
      const person = `U${String(number).padStart(32, '0')}`;
      for (const [index, event] of eventsEach.entries()) {
        const { body, signature } = delivery(person, index, event);
        issue(`${person}-${index}`, person);
        const before = performance.now();
        const answer = await fetch(`${url}/line/webhook`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-line-signature': signature },
          body,
        });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
        durations.push(performance.now() - before);
      }
    }),
  );
  return timings(durations, (performance.now() - started) / 1000);
}

/** Counts turns done, from the service's own meter. */
async function turnsDone(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^shirube_turns_total\{[^}]*\} (\d+)/gmu)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

async function turnSeconds(url: string): Promise<{ p50: number; p99: number }> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const buckets = [
    ...text.matchAll(/^shirube_turn_seconds_bucket\{le="([^"]+)",channel="line"\} (\d+)/gmu),
  ].map(([, le, count]) => ({ le: Number(le!.replace('+Inf', 'Infinity')), count: Number(count) }));
  const total = buckets.at(-1)?.count ?? 0;
  const at = (share: number) => (buckets.find(({ count }) => count >= total * share)?.le ?? 0) * 1000;
  return { p50: at(0.5), p99: at(0.99) };
}

export async function benchWebhook(items: readonly string[], port: number): Promise<Row[]> {
  const conversation = [
    { type: 'follow', follow: { isUnblocked: false } },
    tap('interests:open'),
    tap('interests:start'),
    ...items.slice(0, 37).map((id) => tap(`interests:answer:${id}:4`)),
  ];
  const bare = await startProgram('bench/bare.ts', port, { LINE_CHANNEL_SECRET: SECRET });
  await load(bare.url, conversation.slice(0, 5));
  const yardstick = await load(bare.url, conversation);
  await bare.stop();

  const line = await startStandin({ channelSecret: SECRET });
  const service = await startProgram('server.ts', port + 1, {
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: line.channelAccessToken,
    LINE_API_BASE_URL: line.url,
  });
  await load(service.url, conversation.slice(0, 1), line.issue);
  const before = await turnsDone(service.url);
  const started = performance.now();
  const webhook = await load(service.url, conversation, line.issue);
  const wanted = before + PEOPLE * conversation.length;
  while ((await turnsDone(service.url)) < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
  const seconds = (performance.now() - started) / 1000;
  const turn = await turnSeconds(service.url);
  const memory = await service.memory();
  await service.stop();
  await line.stop();

  return [
    { measure: `bare signature check, ${PEOPLE} people at once`, value: rate(yardstick, 'requests/s') },
    {
      measure: `real webhook to 200 (event stored on disk), ${PEOPLE} at once`,
      value: rate(webhook, 'requests/s'),
    },
    {
      measure: 'turns through the webhook (to state and reply saved)',
      value: `${Math.round((PEOPLE * conversation.length) / seconds).toLocaleString('en')} turns/s, p50 ≤ ${turn.p50} ms, p99 ≤ ${turn.p99} ms each`,
    },
    { measure: 'memory after that', value: megabytes(memory) },
  ];
}
