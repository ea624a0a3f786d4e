import { bubble as en } from '../locales/en/widget.json';
import { bubble as ja } from '../locales/ja/widget.json';
import { bubble as jaEasy } from '../locales/ja-easy/widget.json';
import type { Locale } from './locales.ts';

export type Words = typeof ja;

/** The bubble's own words, put into the script when it is built. */
const WORDS: Readonly<Record<Locale, Words>> = { ja, 'ja-easy': jaEasy, en };

export const wordsOf = (locale: Locale): Words => WORDS[locale];
