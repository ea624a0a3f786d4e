/** Which taps open the keyboard, against what the real counsellor then asks for. */
import { opensKeyboard } from '../../adapters/line/keyboard.ts';
import { COMMANDS } from '../../bot/interpret.ts';
import { DIALOGS } from '../../dialogs/index.ts';
import { realHouse } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';

const PAYLOADS = [
  ...COMMANDS.map((command) => `go:${command}`),
  ...DIALOGS.flatMap((dialog) => dialog.payloads.map(({ example }) => example)),
];

/** Typing helps after these too, but what most people want next is a button that the keyboard would cover. */
const BUTTONS_FIRST = /^(prefecture|browse|tasks|wages|which|carry|search:(?!open)|go)/u;

/** People at different places, before each tap. */
async function starts(): Promise<Talk[]> {
  const house = await realHouse();
  const begin = (go: (talk: Talk) => void): Talk => {
    const talk = new Talk(house);
    talk.hello();
    go(talk);
    return talk;
  };
  return [
    begin(() => {}),
    begin((talk) => {
      talk.begin();
      talk.answer(handy);
    }),
    begin((talk) => {
      talk.tap('tasks:open');
      talk.tap('tasks:families');
      talk.tap('tasks:family:caring');
      talk.tap(talk.payloads.find((payload) => payload.startsWith('tasks:pick'))!);
      talk.tap('tasks:done');
    }),
    begin((talk) => talk.tap('prefecture:choose:11')),
  ];
}

const leadsToTyping = (start: Talk, payload: string): boolean => {
  const talk = new Talk(start.house, start.locale, start.now);
  talk.saved = structuredClone(start.saved);
  return talk.tap(payload).speech.typing === true;
};

test('where the keyboard opens, typing is wanted, wherever one comes from', async () => {
  const opening = PAYLOADS.filter(opensKeyboard);
  expect(opening).not.toEqual([]);
  for (const start of await starts()) {
    for (const payload of opening) expect([payload, leadsToTyping(start, payload)]).toEqual([payload, true]);
  }
});

test('where typing is wanted, the keyboard opens, or buttons come first', async () => {
  for (const start of await starts()) {
    const missed = PAYLOADS.filter(
      (payload) => leadsToTyping(start, payload) && !opensKeyboard(payload) && !BUTTONS_FIRST.test(payload),
    );
    expect(missed).toEqual([]);
  }
});
