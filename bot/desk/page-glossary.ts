import type { GlossaryEntry } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { toHiragana } from '../../domain/text.ts';
import type { House } from '../house.ts';
import { GLOSSARY_WORDS, type GlossaryPage } from '../pages.ts';
import { fixedWords, pageFrame, teller } from './page.ts';

/** The words of the glossary in the order of the language, by the sound or letter they begin with. */
export function glossaryPage(house: House, locale: Locale): GlossaryPage {
  const tell = teller(house, locale);
  const { glossary } = house.catalogue;
  const name = (id: string) => tell('it', { it: { entry: id, form: 'name' } });
  const key = (entry: GlossaryEntry) => (locale === 'en' ? entry.names.en : toHiragana(entry.reading));
  const sorted = [...glossary.values()].sort((a, b) => collators[locale].compare(key(a), key(b)));
  const groups = Map.groupBy(sorted, (entry) => (locale === 'en' ? letterOf(key(entry)) : rowOf(key(entry))));
  return {
    ...pageFrame(house, locale),
    words: fixedWords(tell, 'glossary', GLOSSARY_WORDS),
    groups: [...groups].map(([letter, entries]) => ({
      letter,
      entries: entries.map((entry) => ({
        id: entry.id,
        name: name(entry.id),
        otherNames: otherNames(entry, locale),
        text: entry.texts[locale],
        see: entry.see.map((other) => ({ id: other, name: name(other) })),
      })),
    })),
  };
}

const collators: Readonly<Record<Locale, Intl.Collator>> = {
  ja: new Intl.Collator('ja'),
  'ja-easy': new Intl.Collator('ja'),
  en: new Intl.Collator('en'),
};

/** The Japanese word in another language; its reading in Japanese, where the name has none yet. */
function otherNames({ term, reading, names }: GlossaryEntry, locale: Locale) {
  if (locale === 'en') {
    const more = reading === term ? [] : [{ text: reading, lang: 'ja' }];
    return [{ text: term, lang: 'ja' }, ...more];
  }
  return locale === 'ja'
    ? reading === term || names.ja.includes(reading)
      ? []
      : [{ text: reading, lang: 'ja' }]
    : [{ text: names.en, lang: 'en' }];
}

const letterOf = (name: string): string => name[0]!.normalize('NFD')[0]!.toUpperCase();

const ROWS = [
  'あいうえおぁぃぅぇぉゔ',
  'かきくけこがぎぐげご',
  'さしすせそざじずぜぞ',
  'たちつてとだぢづでどっ',
  'なにぬねの',
  'はひふへほばびぶべぼぱぴぷぺぽ',
  'まみむめも',
  'やゆよゃゅょ',
  'らりるれろ',
  'わをん',
];

/** 「げっきゅう」 → 「か」: the row of the kana table. */
const rowOf = (reading: string): string => (ROWS.find((row) => row.includes(reading[0]!)) ?? reading)[0]!;
