import { renderSpeech } from '../../../adapters/line/render.ts';
import type { House } from '../../../bot/house.ts';
import type { messagingApi } from '@line/bot-sdk';
import type { Spoken } from '../../../bot/port.ts';
import type { TurnInput } from '../../../bot/signals.ts';
import { takeTurn } from '../../../bot/turn.ts';
import { DIALOGS } from '../../../dialogs/index.ts';
import type { Locale } from '../../../domain/locales.ts';
import { choicesOf } from '../../../replies/words.ts';

/** What somebody taps or (in quotes) types on the way through the main screens of every dialog; `~` answers the rest. */
const WAY = [
  'menu:open',
  'welcome:unsure',
  'interests:open',
  'interests:start',
  '~9',
  '~1',
  'go:back',
  '~60',
  'results:weights',
  'results:list:nolicence.bypay',
  'values:open',
  'values:begin:short',
  '~40',
  'results:open',
  'pairs:open',
  'pairs:start',
  'occupation:open:156',
  'occupation:story:156',
  'occupation:similar:156',
  'occupation:ladder:156',
  'occupation:fit:156',
  'wages:open:156',
  'prefecture:region:kyushu_okinawa',
  'prefecture:choose:11',
  'wages:compare:156:11,13,27',
  'next:open:156',
  'list:keep:156',
  'list:keep:134',
  'list:keep:313',
  'list:open',
  'list:compare:156,134,313',
  'search:open',
  'search:wish:animals',
  'browse:open',
  'browse:map:all',
  'browse:fields:all',
  'browse:wishes:all:day',
  'browse:list:nonight',
  'tasks:open',
  'tasks:families',
  'tasks:family:caring',
  'glossary:open:probation_period',
  'support:open',
  'support:work',
  'support:heart',
] as const;

/** First screens of dialogs that the way does not pass, so that a new one is seen without being named here. */
const doorsBeside = (): string[] =>
  DIALOGS.filter(({ name }) => !WAY.some((step) => step.startsWith(`${name}:`)))
    .filter(({ payloads }) => payloads.some(({ verb, args }) => verb === 'open' && args.length === 0))
    .map(({ name }) => `${name}:open`);

export interface Screen {
  readonly title: string;
  readonly messages: readonly messagingApi.Message[];
}

/** Real answers of the real counsellor to one person who goes that way, as LINE gets them. */
export function screensOf(house: House, locale: Locale, publicBaseUrl: string): Screen[] {
  const screens: Screen[] = [];
  let saved: unknown = null;
  let last: Spoken | null = null;
  let events = 0;
  const send = (input: TurnInput): void => {
    const turn = takeTurn(house, saved, {
      channel: 'line',
      person: 'preview',
      eventId: String(events++),
      at: new Date().toISOString(),
      input,
      locale,
    });
    saved = JSON.parse(JSON.stringify(turn.state));
    last = turn.spoken;
  };
  const keep = (title: string): void =>
    void screens.push({ title, messages: renderSpeech(last!, { publicBaseUrl }) });

  send({ kind: 'hello' });
  keep('hello');
  for (const step of [...WAY, ...doorsBeside()]) {
    const answers = step.startsWith('~') ? Number(step.slice(1)) : 0;
    for (let answered = 0; answered < answers; answered++) {
      const offered = choicesOf(last!.speech).filter(({ payload }) => /^\w+:answer:/u.test(payload));
      if (offered.length === 0) break;
      // Somebody with a profile: warm to some things, cool to others, the same at every run.
      send({ kind: 'payload', payload: offered[(answered * 7 + (answered >> 2)) % offered.length]!.payload });
    }
    if (answers === 0) send({ kind: 'payload', payload: step });
    keep(step);
  }
  return screens;
}
