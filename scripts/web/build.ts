/**
 * Builds `web/dist/widget.js`; run it after a change in `web/` or `locales/<lng>/widget.json` and commit the result.
 * With `--check` it writes nothing and fails when the committed one is not current.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWidget, WIDGET_FILE } from './bundle.ts';

const script = await bundleWidget();
if (process.argv.includes('--check')) {
  const committed = await readFile(WIDGET_FILE, 'utf8').catch(() => '');
  if (committed !== script) {
    console.error('web/dist/widget.js is not current: run node scripts/web/build.ts');
    process.exitCode = 1;
  }
} else {
  await mkdir(path.dirname(WIDGET_FILE), { recursive: true });
  await writeFile(WIDGET_FILE, script);
}
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(
  `web/dist/widget.js: ${kilobytes(Buffer.byteLength(script))}, ${kilobytes(gzipSync(script).length)} gzipped`,
);
