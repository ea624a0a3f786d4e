import { megabytes, type Row } from './measure.ts';
import type { Running } from './service.ts';

const CONVERSATIONS = 1000;
const AT_ONCE = 20;

/** Holds 1,000 whole conversations (66 turns each) over Direct Line and reports speed and memory. */
export async function benchConversations(
  service: Running,
  items: readonly string[],
  add: (measure: string, value: string) => void,
): Promise<Row[]> {
  const moves = [
    'interests:open',
    'interests:start',
    ...items.map((id) => `interests:answer:${id}:${(id.charCodeAt(0) % 5) + 1}`),
    'occupation:open:156',
    'wages:compare:156:13,27',
    'next:open:156',
  ];
  let begun = 0;
  const worker = async () => {
    while (begun++ < CONVERSATIONS) await converse(service.url, moves);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - started) / 1000;
  const turns = CONVERSATIONS * (moves.length + 1);
  add(
    `${CONVERSATIONS.toLocaleString('en')} conversations over Direct Line, ${AT_ONCE} at once`,
    `${Math.round(turns / seconds).toLocaleString('en')} turns/s (${turns.toLocaleString('en')} turns in ${seconds.toFixed(0)} s)`,
  );
  add(`memory after ${CONVERSATIONS.toLocaleString('en')} conversations`, megabytes(await service.memory()));
  return [];
}

async function converse(url: string, moves: readonly string[]): Promise<void> {
  const { conversationId, token } = (await post(`${url}/v3/directline/conversations`, {})) as {
    conversationId: string;
    token: string;
  };
  const activities = `${url}/v3/directline/conversations/${conversationId}/activities`;
  await post(activities, { type: 'event', name: 'hello', from: { id: 'bench' } }, token);
  for (const payload of moves) {
    await post(activities, { type: 'message', from: { id: 'bench' }, value: { payload } }, token);
  }
  // The conversation is over when every turn has been answered.
  for (;;) {
    const { activities: lines } = (await get(`${activities}?watermark=0`, token)) as {
      activities: { channelData?: { choices?: unknown } }[];
    };
    if (lines.length >= 2 * moves.length) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function get(url: string, token?: string): Promise<unknown> {
  const answer = await fetch(url, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
