/** The files of a new dialog: one state, one button, words in three languages, one test. */
export function dialogFiles(name: string): Readonly<Record<string, string>> {
  const Type = name[0]!.toUpperCase() + name.slice(1);
  return {
    [`dialogs/${name}/events.ts`]: `import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type ${Type}Event = CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'what it does, for docs/payloads.md', example: '${name}:open' },
];

export const read = (verb: string): Reading | null => (verb === 'open' ? { open: {} } : null);
`,
    [`dialogs/${name}/machine.ts`]: `import { setup } from 'xstate';
import { effects } from '../dialog.ts';
import type { ${Type}Event } from './events.ts';

/** Raise when a state or the context changes so that saved positions no longer fit. */
export const VERSION = 1;

export const machine = setup({
  types: { context: {} as object, events: {} as ${Type}Event },
  actions: effects,
}).createMachine({
  id: '${name}',
  context: {},
  initial: 'showing',
  states: {
    showing: {},
  },
});
`,
    [`dialogs/${name}/view.ts`]: `import type { Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { WAYS } from '../dialog.ts';

export function view(): Sketch {
  return {
    replies: [{ kind: 'text', text: say('${name}:showing.text') }],
    choices: [WAYS.back, WAYS.menu],
  };
}
`,
    [`dialogs/${name}/index.ts`]: `import type { Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';
import { view } from './view.ts';

/** What this dialog is for, in one sentence. */
export const ${name}: Dialog = {
  name: '${name}',
  version: VERSION,
  machine,
  payloads,
  read,
  view: () => view(),
};
`,
    [`locales/ja/${name}.json`]: words('ここに、ことばを書きます。'),
    [`locales/ja-easy/${name}.json`]: words('ここに、言葉を書きます。'),
    [`locales/en/${name}.json`]: words('Words go here.'),
    [`test/dialogs/${name}.test.ts`]: `import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

test('${name} opens from anywhere, and back returns', async () => {
  const talk = new Talk(await realHouse(), 'en');
  talk.hello();
  const before = talk.at;
  talk.tap('${name}:open');
  expect(talk.at).toBe('${name}/showing');
  talk.tap('go:back');
  expect(talk.at).toBe(before);
});
`,
  };
}

const words = (text: string): string => `${JSON.stringify({ showing: { text } }, null, 2)}\n`;

/** `dialogs/index.ts` with one more dialog. */
export function withDialog(index: string, name: string): string {
  const imported = index.replace(
    /(import type \{ Dialog \}[^\n]*\n)/u,
    `$1import { ${name} } from './${name}/index.ts';\n`,
  );
  return imported.replace(/\n\];\n/u, `\n  ${name},\n];\n`);
}
