/**
 * Builds `web/dist/`; run it after a change in `web/` or `locales/<lng>/widget.json` and commit the result.
 * With `--check` it writes nothing and fails when the committed files are not current.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleBubble, DIST } from './bundle.ts';

const isCheck = process.argv.includes('--check');
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

await mkdir(DIST, { recursive: true });
for (const [name, script] of Object.entries(await bundleBubble())) {
  const file = path.join(DIST, name);
  if (!isCheck) await writeFile(file, script);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== script) {
    console.error(`web/dist/${name} is not current: run node scripts/web/build.ts`);
    process.exitCode = 1;
  }
  const sizes = [Buffer.byteLength(script), gzipSync(script).length].map(kilobytes);
  console.log(`web/dist/${name}: ${sizes[0]}, ${sizes[1]} gzipped`);
}
