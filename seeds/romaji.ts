import { toRomaji } from 'wanakana';

const LONG: Readonly<Record<string, string>> = { a: 'ā', i: 'ī', u: 'ū', e: 'ē', o: 'ō' };

/**
 * A reading in modified Hepburn romanisation, as English texts about Japan write it: long vowels with a macron
 * (おう, おお, うう, and ー behind any vowel), ん before a vowel with an apostrophe.
 *
 * @example
 * romanise('とうふせいぞう ぷろぐらまー'); // 'tōfuseizō puroguramā'
 */
export const romanise = (reading: string): string =>
  toRomaji(reading)
    .replace(/([aiueo])-/gu, (_, vowel: string) => LONG[vowel]!)
    .replace(/o[uo]/gu, 'ō')
    .replace(/uu/gu, 'ū');
