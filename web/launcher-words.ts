import { launcher as en } from '../locales/en/widget.json';
import { launcher as ja } from '../locales/ja/widget.json';
import { launcher as jaEasy } from '../locales/ja-easy/widget.json';
import type { Locale } from './locales.ts';

const WORDS: Readonly<Record<Locale, typeof ja>> = { ja, 'ja-easy': jaEasy, en };

/** The few words that the page's own script has to know. */
export const launcherWords = (locale: Locale): typeof ja => WORDS[locale];
