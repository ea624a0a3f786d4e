/**
 * Whole conversations as a person in the terminal sees them, kept as text in this folder.
 * After a change that is meant: UPDATE_TRANSCRIPTS=1 npm test -- test/transcripts, then read the difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderSpeech } from '../../adapters/console/render.ts';
import type { House } from '../../bot/house.ts';
import { LOCALES } from '../../domain/locales.ts';
import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';
import { mainScript, payloadOf, type Move } from './script.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

const script: Record<string, (talk: Talk) => Move[]> = {
  main: ({ locale }) => mainScript(house, locale),
  /** Starts, gives up, comes back after a week, changes an answer and the language, types nonsense. */
  wavering: () => [
    { tap: 'welcome:uneasy' },
    { tap: 'interests:open' },
    { tap: 'interests:start' },
    ...house.catalogue.interestQuestionnaire.items
      .slice(0, 3)
      .map(({ id }) => ({ tap: `interests:answer:${id}:4` })),
    { say: '？？？' },
    { tap: 'go:back' },
    { tap: `interests:answer:${house.catalogue.interestQuestionnaire.items[2]!.id}:1` },
    { tap: 'go:pause' },
    { say: 'a week passes' },
    { say: 'hi' },
    { tap: 'interests:open' },
    { tap: 'interests:continue' },
    { say: 'パン' },
    { tap: 'go:back' },
    { say: 'やさしい日本語' },
    { say: 'language' },
    { tap: 'language:set:en' },
    { tap: 'go:pause' },
  ],
};

describe.each(Object.keys(script))('%s', (name) => {
  test.each(LOCALES)('in %s reads as it should', (locale) => {
    const talk = new Talk(house, locale);
    const said: string[] = [];
    const hear = () => said.push(renderSpeech(talk.last.speech), '');
    talk.hello();
    hear();
    for (const move of script[name]!(talk)) {
      if ('say' in move && move.say === 'a week passes') {
        talk.wait(7);
        continue;
      }
      said.push(`> ${'say' in move ? move.say : labelOf(talk, payloadOf(move, talk.payloads))}`, '');
      if ('say' in move) talk.say(move.say);
      else talk.tap(payloadOf(move, talk.payloads));
      hear();
    }
    const file = path.join(__dirname, `${name}.${locale}.txt`);
    const text = `${said.join('\n').trimEnd()}\n`;
    if (process.env.UPDATE_TRANSCRIPTS || !existsSync(file)) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

function labelOf(talk: Talk, payload: string): string {
  const { replies, choices } = talk.last.speech;
  const all = [
    ...choices,
    ...replies.flatMap((reply) =>
      reply.kind === 'question'
        ? [...reply.options]
        : reply.kind === 'cards'
          ? reply.cards.flatMap((card) => [...(card.choices ?? [])])
          : [],
    ),
  ];
  return all.find((choice) => choice.payload === payload)!.label;
}
