/** Builds `web/dist/widget.js`. Run after every change in `web/` or `locales/<lng>/widget.json`, and commit the result. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWidget, WIDGET_FILE } from './bundle.ts';

const script = await bundleWidget();
await mkdir(path.dirname(WIDGET_FILE), { recursive: true });
await writeFile(WIDGET_FILE, script);
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(
  `web/dist/widget.js: ${kilobytes(Buffer.byteLength(script))}, ${kilobytes(gzipSync(script).length)} gzipped`,
);
