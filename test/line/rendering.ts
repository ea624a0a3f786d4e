import type { messagingApi } from '@line/bot-sdk';
import { renderSpeech } from '../../adapters/line/render.ts';
import type { Card, Choice, Reply, Speech } from '../../replies/reply.ts';
import { faultsOf } from './standin/messages.ts';
import { payloadOf, tappables, textsOf } from './standin/reading.ts';

export const FAMILY = '👩‍👩‍👧‍👦';
export const render = (
  replies: Reply[],
  choices: Choice[] = [],
  publicBaseUrl?: string,
): messagingApi.Message[] => {
  const speech: Speech = { replies, choices };
  const messages = renderSpeech(
    { locale: 'ja', speech },
    publicBaseUrl === undefined ? {} : { publicBaseUrl },
  );
  expect(messages.length > 0 ? faultsOf(messages) : []).toEqual([]);
  return messages;
};
export const ways = (count: number, more: Partial<Choice> = {}): Choice[] =>
  Array.from({ length: count }, (_, index) => ({ label: `道${index}`, payload: `x:${index}`, ...more }));
export const card = (more: Partial<Card> = {}): Card => ({ title: '看護師', ...more });
export const cards = (list: Card[]): Reply => ({ kind: 'cards', alt: '仕事', cards: list });
export const payloads = (messages: messagingApi.Message[], where?: 'button' | 'quickReply') =>
  tappables(messages).flatMap((tap) => (where === undefined || tap.where === where ? [payloadOf(tap)] : []));
export const quickLabels = (messages: messagingApi.Message[]) =>
  tappables(messages).flatMap(({ where, label }) => (where === 'quickReply' ? [label] : []));
export const seen = (messages: messagingApi.Message[]) => messages.flatMap(textsOf);
