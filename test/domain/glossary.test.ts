import type { Catalogue } from '../../domain/catalogue.ts';
import { entriesIn, entryCalled, indexGlossary, type GlossaryIndex } from '../../domain/glossary.ts';
import { realCatalogue } from './real.ts';

let catalogue: Catalogue;
let index: GlossaryIndex;
beforeAll(async () => {
  catalogue = await realCatalogue();
  index = indexGlossary(catalogue.glossary.values());
});
const meant = (text: string) => {
  const id = entryCalled(index, text);
  return id === null ? null : catalogue.glossary.get(id)!.term;
};

test.each([
  ['正社員', '正社員'],
  ['せいしゃいん', '正社員'],
  ['セイシャイン', '正社員'],
  ['せい しゃいん', '正社員'],
  ['有給', '有給休暇'],
  ['ﾊﾛｰﾜｰｸ', 'ハローワーク'],
  ['Hello Work', 'ハローワーク'],
  ['a probation period', '試用期間'],
  ['Probation periods', '試用期間'],
  ['サポステ', '地域若者サポートステーション'],
  ['ボーナス', '賞与'],
])('%s means %s', (text, term) => expect(meant(text)).toBe(term));

test.each(['', 'x', 'そんなことば', '正社', 'periods of probation'])('"%s" means nothing', (text) =>
  expect(meant(text)).toBeNull(),
);

test('every entry is found by everything it is called', () => {
  for (const entry of catalogue.glossary.values()) {
    for (const word of [entry.term, entry.names.en, ...entry.also, ...entry.alsoEn]) {
      expect({ word, id: entryCalled(index, word) }).toEqual({ word, id: entry.id });
    }
  }
});

test('of words that lie in each other the longer one is found in a text', () => {
  expect(entriesIn(index, 'ja', '雇用保険に入ります。')).toEqual(['employment_insurance']);
});

test('English words are found whole, in the plural too', () => {
  const found = (text: string) =>
    entriesIn(index, 'en', text).map((id) => catalogue.glossary.get(id)!.names.en);
  const [freelancer] = [...catalogue.glossary.values()].filter(({ term }) => term === '面接');
  const word = freelancer!.names.en;
  expect(found(`They hold two ${word}s.`)).toContain(word);
  expect(found(`They ${word}ed her.`)).not.toContain(word);
});
