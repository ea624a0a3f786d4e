import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where the bundle is kept. It is committed: hosts install without esbuild. */
export const WIDGET_FILE = path.join(ROOT, 'web/dist/widget.js');

/** The help bubble as one small script for the browsers of the last years. */
export async function bundleWidget(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['web/widget.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    target: ['es2022', 'safari16.4', 'chrome108', 'firefox115'],
    tsconfig: 'web/tsconfig.json',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
