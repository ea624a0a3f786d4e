import { readFileSync } from 'node:fs';
import path from 'node:path';
import { textOf } from '../support/talk.ts';
import { realHouse, ROOT } from '../support/house.ts';
import { handy, Talk } from '../support/talk.ts';
import { openTokenizer } from '../../scripts/seeds/kana.ts';
import { readExceptions } from '../../scripts/furigana/exceptions.ts';
import { buildLexicon, misread } from '../../scripts/furigana/lexicon.ts';
import { readTexts } from '../../scripts/furigana/read.ts';
import { align, readWords } from '../../web/lexicon.ts';

const lexicon = new Map(
  Object.entries(
    JSON.parse(readFileSync(path.join(ROOT, 'web/dist/furigana.json'), 'utf8')) as Record<string, string>,
  ),
);
const HAN = /[\p{Script=Han}々]/gu;
/** A text with its readings in brackets. */
const read = (text: string) =>
  readWords(text, lexicon)
    .map((part) => part.text + (part.reading === undefined ? '' : `[${part.reading}]`))
    .join('');

describe('the readings of a word', () => {
  test.each([
    ['食べ物', 'たべもの', '食[た]べ物[もの]'],
    ['聞き手', 'ききて', '聞[き]き手[て]'],
    ['物の数', 'もののかず', '物[もの]の数[かず]'],
    ['1人', 'ひとり', '1人[ひとり]'],
    ['10分', '10ぷん', '10分[ぷん]'],
  ])('%s is read %s', (word, reading, parts) => {
    const shown = align(word, reading).map(({ text, reading: share }) => text + (share ? `[${share}]` : ''));
    expect(shown.join('')).toBe(parts);
  });

  test('the longest word is taken, and what is not known stays bare', () => {
    const small = new Map([
      ['一', 'いち'],
      ['一日', 'いちにち'],
    ]);
    expect(readWords('一日、一頁', small)).toEqual([
      { text: '一日', reading: 'いちにち' },
      { text: '、' },
      { text: '一', reading: 'いち' },
      { text: '頁' },
    ]);
  });
});

/** Words that are read one way here and another way there; written by hand. */
test.each([
  ['どんな一日ですか', 'どんな一日[いちにち]ですか'],
  ['一日中立ちます', '一日中[いちにちじゅう]立[た]ちます'],
  ['一人でする仕事', '一人[ひとり]でする仕事[しごと]'],
  ['働く人', '働[はたら]く人[ひと]'],
  ['何を作るか決める', '何[なに]を作[つく]るか決[き]める'],
  ['何でもいいです', '何[なん]でもいいです'],
  ['ほかの仕事へ行ってみる', 'ほかの仕事[しごと]へ行[い]ってみる'],
  ['長い間、勉強します', '長[なが]い間[あいだ]、勉強[べんきょう]します'],
  ['人の間に立ちます', '人[ひと]の間[あいだ]に立[た]ちます'],
  ['間に合う', '間[ま]に合[あ]う'],
  ['その後、店長になります', 'その後[ご]、店長[てんちょう]になります'],
  ['休んだ後、車の後ろを見ます', '休[やす]んだ後[あと]、車[くるま]の後[うし]ろを見[み]ます'],
  ['手で上手に作る', '手[て]で上手[じょうず]に作[つく]る'],
  ['会社に入る人', '会社[かいしゃ]に入[はい]る人[ひと]'],
  ['箱に入れる', '箱[はこ]に入[い]れる'],
  ['日本の市場', '日本[にほん]の市場[いちば]'],
])('%s', (text, expected) => expect(read(text)).toBe(expected));

test('reads every text as its brackets, the exceptions and the dictionary say', async () => {
  const exceptions = await readExceptions();
  const texts = readTexts(
    ['獣医師（じゅういし）は動物を見ます', '獣医師になる', '一日中、数える'],
    await openTokenizer(path.join(ROOT, 'node_modules')),
    exceptions,
  );
  const built = buildLexicon(texts, new Map());
  expect(texts.map((text) => misread(text, built))).toEqual([null, null, null]);
  expect(built.get('獣医師')).toBe('じゅういし');
});

test('what is really said in やさしい日本語 has a reading on every kanji, and the right one', async () => {
  const house = await realHouse();
  const talk = new Talk(house, 'ja-easy');
  const said = new Set<string>();
  const tap = (payload: string) => {
    talk.tap(payload);
    for (const reply of talk.last.speech.replies)
      textOf(reply)
        .split('\n')
        .forEach((line) => said.add(line));
  };
  talk.hello();
  talk.begin();
  talk.answer(handy);
  ['results:open', 'tasks:open', 'pairs:open', 'values:open', 'browse:open'].forEach(tap);
  for (const id of house.catalogue.occupations.keys())
    [`occupation:open:${id}`, `wages:open:${id}`].forEach(tap);
  for (const id of house.catalogue.glossary.keys()) tap(`glossary:open:${id}`);
  const tokenizer = await openTokenizer(path.join(ROOT, 'node_modules'));
  const texts = readTexts([...said], tokenizer, await readExceptions());
  expect(texts.length).toBeGreaterThan(2_000);
  const bare = texts.flatMap(({ text }) =>
    readWords(text, lexicon).flatMap((part) =>
      part.reading === undefined ? (part.text.match(HAN) ?? []) : [],
    ),
  );
  expect(bare).toEqual([]);
  const wrong = texts.flatMap((one) => {
    const run = misread(one, lexicon);
    return run ? [`${one.text.slice(run.start - 5, run.end + 5)}: ${run.reading}`] : [];
  });
  expect(wrong).toEqual([]);
});
