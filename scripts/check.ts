/** `npm run check`: everything that can be known without running the service. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const STEPS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format', 'prettier', '--check', '.'],
  ['lint', 'eslint', '.'],
  ['types', 'tsc', '--noEmit'],
  ['types (web)', 'tsc', '--noEmit', '-p', 'web'],
  ['locales', 'node', 'scripts/locales/check.ts'],
  ['seeds', 'node', 'scripts/seeds/check.ts'],
  ['search index', 'node', 'scripts/search/build.ts', '--check'],
  ['docs', 'node', 'scripts/docs.ts', '--check'],
  ['links', 'node', 'scripts/links.ts'],
  ['rich menu', 'node', 'scripts/line/pictures.ts', '--check'],
  ['furigana', 'node', 'scripts/furigana/build.ts', '--check'],
  ['widget', 'node', 'scripts/web/build.ts', '--check'],
];

const failed = STEPS.filter(([name, command, ...args]) => {
  process.stdout.write(`${name} … `);
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', shell: false });
  console.log(status === 0 ? 'ok' : `failed\n${stdout}${stderr}`);
  return status !== 0;
});
if (failed.length > 0) {
  console.log(
    `\n${failed.length} of ${STEPS.length} checks failed: ${failed.map(([name]) => name).join(', ')}`,
  );
  process.exitCode = 1;
}
