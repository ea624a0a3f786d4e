import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RichMenuWords } from '../../adapters/line/richmenu/menus.ts';
import type { Locale } from '../../domain/locales.ts';

/** Where this program's own files are. */
export const ROOT = path.join(import.meta.dirname, '../..');

/** `locales/<lng>/richmenu.json`; `npm run check` proves that every language has every word. */
export const readWords = (locale: Locale): RichMenuWords =>
  JSON.parse(readFileSync(path.join(ROOT, 'locales', locale, 'richmenu.json'), 'utf8')) as RichMenuWords;
