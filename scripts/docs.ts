/** Writes the pages of docs/ that are made from the code; `--check` only says whether they are current. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '../bot/interpret.ts';
import { DIALOGS } from '../dialogs/index.ts';
import { SETTINGS } from '../settings.ts';

const COMMAND_MEANS: Readonly<Record<(typeof COMMANDS)[number], string>> = {
  menu: 'the menu; what was begun is put aside',
  back: 'one step back',
  help: 'how to talk with the counsellor',
  pause: 'enough for now; what was begun is kept',
  language: 'offers the languages',
  restart: 'begins with the greeting again',
};

const payloads = () => `# Payloads

<!-- Made by \`npm run docs\` from bot/interpret.ts and dialogs/*/events.ts. -->

Every choice in a conversation carries a payload; sending it does the same as tapping, in every language and channel.
It has the form \`dialog:verb:arguments\`. \`?\` marks an argument that may be left out. One that no longer makes sense
is answered kindly and changes nothing.

| payload | does | example |
|---|---|---|
${COMMANDS.map((command) => `| \`go:${command}\` | ${COMMAND_MEANS[command]} | \`go:${command}\` |`).join('\n')}
${DIALOGS.flatMap(({ name, payloads: specs }) =>
  specs.map(
    ({ verb, args, means, example }) =>
      `| \`${[name, verb, ...args.map((arg) => `{${arg}}`)].join(':')}\` | ${means} | \`${example}\` |`,
  ),
).join('\n')}
`;

const settings = () => `# Settings

<!-- Made by \`npm run docs\` from settings.ts. -->

Environment variables; a file called \`.env\` is read too. Every one may be left out. A wrong value stops the start
with one line that names it.

| setting | default | means |
|---|---|---|
${SETTINGS.map(({ name, means, default: value }) => `| \`${name}\` | ${value === null ? '' : `\`${String(value)}\``} | ${means} |`).join('\n')}
`;

const PAGES = { 'payloads.md': payloads, 'settings.md': settings } as const;
const check = process.argv.includes('--check');
for (const [name, make] of Object.entries(PAGES)) {
  const file = path.join(import.meta.dirname, '../docs', name);
  const text = make();
  if (!check) {
    writeFileSync(file, text);
  } else if (text !== readOrEmpty(file)) {
    console.log(`docs/${name} is not current: run npm run docs`);
    process.exitCode = 1;
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
