import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { conversationPath } from '../../adapters/web/widget.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where the bundles are kept. They are committed: hosts install without esbuild. */
export const DIST = path.join(ROOT, 'web/dist');

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  // Browsers of the last years.
  target: ['es2022', 'safari16.4', 'chrome108', 'firefox115'],
  tsconfig: 'web/tsconfig.json',
  legalComments: 'none',
  logLevel: 'silent',
};

/**
 * The help bubble by file name: the script that pages embed, and the conversation that it loads when it is opened,
 * under a name that holds the fingerprint of its content.
 */
export async function bundleBubble(): Promise<Readonly<Record<'widget.js' | 'conversation.js', string>>> {
  const make = async (options: BuildOptions) =>
    (await build({ ...COMMON, ...options })).outputFiles![0]!.text;
  const conversation = await make({ entryPoints: ['web/conversation.ts'], format: 'esm' });
  const widget = await make({
    entryPoints: ['web/widget.ts'],
    format: 'iife',
    define: { CONVERSATION: JSON.stringify(conversationPath(conversation)) },
  });
  return { 'widget.js': widget, 'conversation.js': conversation };
}
