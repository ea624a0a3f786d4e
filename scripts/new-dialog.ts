/** `npm run new:dialog -- NAME`: makes the files of a new dialog (docs/add-a-dialog.md says what comes then). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dialogFiles, withDialog } from './scaffold/templates.ts';

const ROOT = path.join(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);
if (!/^[a-z]{2,20}$/u.test(name)) {
  console.error('Give the dialog a name of 2 to 20 small letters: npm run new:dialog -- support');
  process.exit(1);
}
const files = dialogFiles(name);
const taken = Object.keys(files).filter((file) => existsSync(path.join(ROOT, file)));
if (taken.length > 0) {
  console.error(`Nothing was written: ${taken.join(', ')} exists already.`);
  process.exit(1);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), text);
  console.log(`made ${file}`);
}
const index = path.join(ROOT, 'dialogs/index.ts');
writeFileSync(index, withDialog(readFileSync(index, 'utf8'), name));
console.log(
  `added ${name} to dialogs/index.ts\n\nTry it: npm run chat, then type ${name}:open. Next: docs/add-a-dialog.md, step 2.`,
);
