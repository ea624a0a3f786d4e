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
import { choicesOf } from '../../replies/words.ts';
import { Talk } from '../support/talk.ts';
import { personas } from './personas.ts';
import { mainScript, payloadOf, type Move } from './script.ts';

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

const script: Record<string, (talk: Talk) => Move[]> = {
  ...personas,
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
    { wait: 7 },
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
  /** Comes from LINE with a code, wants to go on elsewhere, brings another one, and has all of it deleted. */
  moving: ({ locale }) => [
    { bring: ['interests:open', 'interests:start', 'list:keep:156', 'go:back'] },
    { tap: 'go:pause' },
    { tap: 'go:menu' },
    { tap: 'carry:open' },
    { bring: ['list:keep:134'] },
    { tap: 'carry:keep' },
    { bring: ['list:keep:134'] },
    { tap: 'carry:replace' },
    {
      say: { ja: 'データを消して', 'ja-easy': 'わたしの ことを わすれて ください', en: 'forget me' }[locale],
    },
    { tap: 'go:back' },
    { tap: 'go:menu' },
    { tap: 'forget:open' },
    { tap: 'forget:now' },
    { tap: `language:set:${locale}` },
  ],
};

describe.each(Object.keys(script))('%s', (name) => {
  test.each(LOCALES)('in %s reads as it should', (locale) => {
    const talk = new Talk(house, locale);
    const said: string[] = [];
    const hear = () => said.push(renderSpeech(talk.last.speech), '');
    const type = (words: string) => {
      said.push(`> ${words}`, '');
      talk.say(words);
      hear();
    };
    const tap = (payload: string) => {
      said.push(`> ${labelOf(talk, payload)}`, '');
      talk.tap(payload);
      hear();
    };
    talk.hello();
    hear();
    for (const move of script[name]!(talk)) {
      if ('say' in move) type(move.say);
      else if ('tap' in move) tap(payloadOf(move, talk.payloads));
      else if ('wait' in move) {
        said.push(`(${move.wait} days later)`, '');
        talk.wait(move.wait);
      } else if ('bring' in move) {
        const other = new Talk(house, locale);
        other.hello();
        for (const payload of move.bring) other.tap(payload);
        const taken = { channel: 'line', person: 'somebody', state: other.saved } as const;
        const arrival = { hash: '', event: 1, taken };
        talk.given = { ...talk.given, arrival };
        type('7K3M-Q2XB');
        talk.given = { ...talk.given, arrival: undefined, held: arrival };
      } else {
        const offered = () => talk.payloads.filter((payload) => payload.startsWith(move.each));
        while (offered().length > 0) tap(move.choose(offered()));
      }
    }
    const file = path.join(__dirname, `${name}.${locale}.txt`);
    const text = `${said.join('\n').trimEnd()}\n`;
    if (process.env.UPDATE_TRANSCRIPTS || !existsSync(file)) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

const labelOf = (talk: Talk, payload: string): string =>
  choicesOf(talk.last.speech).find((choice) => choice.payload === payload)!.label;
