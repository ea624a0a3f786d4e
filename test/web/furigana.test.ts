import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { annotate, withoutReadings, type Part } from '../../web/furigana.ts';

const folder = path.resolve(__dirname, '../../locales/ja-easy');

test.each<[string, Part[]]>([
  ['面接(めんせつ)に行く', [{ text: '面接', reading: 'めんせつ' }, { text: 'に行く' }]],
  [
    '続(つづ)きは、看護師(かんごし)へ',
    [
      { text: '続', reading: 'つづ' },
      { text: 'きは、' },
      { text: '看護師', reading: 'かんごし' },
      { text: 'へ' },
    ],
  ],
  // Brackets that explain stay what they are.
  ['ハローワーク(仕事をさがす所)', [{ text: 'ハローワーク(仕事をさがす所)' }]],
  ['人(フリーランス)が', [{ text: '人(フリーランス)が' }]],
  ['すきなこと(だいたい)', [{ text: 'すきなこと(だいたい)' }]],
  // Fewer kana than kanji: they are for the last one.
  ['一番低(ひく)い', [{ text: '一番' }, { text: '低', reading: 'ひく' }, { text: 'い' }]],
  ['人々(ひとびと)', [{ text: '人々', reading: 'ひとびと' }]],
  ['', []],
])('%s', (text, parts) => expect(annotate(text)).toEqual(parts));

test('a lexicon finds the readings of what is between', () => {
  const lexicon = (plain: string): Part[] =>
    plain.split(/(仕事)/u).map((text) => (text === '仕事' ? { text, reading: 'しごと' } : { text }));
  expect(annotate('仕事の面接(めんせつ)', lexicon).filter(({ reading }) => reading)).toEqual([
    { text: '仕事', reading: 'しごと' },
    { text: '面接', reading: 'めんせつ' },
  ]);
});

test('no word of やさしい日本語 is lost or changed, and every reading can be one', () => {
  const texts: string[] = [];
  const collect = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node);
    else for (const child of Object.values(node as object)) collect(child);
  };
  for (const file of readdirSync(folder)) collect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  let readings = 0;
  for (const text of texts) {
    const parts = annotate(text);
    expect(parts.map((part) => part.text).join('')).toBe(withoutReadings(text));
    expect(
      parts.map((part) => part.text + (part.reading === undefined ? '' : `(${part.reading})`)).join(''),
    ).toBe(text);
    for (const { text: kanji, reading } of parts) {
      if (reading === undefined) continue;
      readings += 1;
      expect([kanji, kanji.length <= reading.length && reading.length <= kanji.length * 5]).toEqual([
        kanji,
        true,
      ]);
    }
  }
  expect(readings).toBeGreaterThan(500);
});
