import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = '@expo-google-fonts/biz-udpgothic';
const require = createRequire(import.meta.url);

/** BIZ UDPGothic, drawn to be told apart at small sizes; Open Font License, only in the pictures. */
export const FONT = { family: 'BIZ UDPGothic' } as const;

/** The bold cut as a file, and which version of it: pictures made with another one are not the same. */
export function fontFile(): { file: string; version: string } {
  const manifest = require.resolve(`${PACKAGE}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return {
    file: path.join(path.dirname(manifest), '700Bold/BIZUDPGothic_700Bold.ttf'),
    version: `${PACKAGE}@${version}`,
  };
}
