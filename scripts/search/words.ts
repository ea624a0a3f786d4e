import type { IpadicFeatures, Tokenizer } from 'kuromoji';
import { toHiragana } from '../../domain/text.ts';
import { normal, plain } from '../../domain/search/normal.ts';
import type { Inflection } from '../../domain/search/stored.ts';

/** A word of a text in its basic form. */
export interface Word {
  readonly word: string;
  readonly reading: string | null;
  readonly inflection: Inflection;
}

const CONTENT = new Set(['名詞', '動詞', '形容詞', '副詞']);
const EMPTY = new Set(['非自立', '代名詞', '数', '接尾', '助動詞語幹', '特殊']);
/** Words that say nothing about any work. */
const STOP = new Set(
  'する なる ある いる できる 人 仕事 こと とき 場合 必要 よう ほか それ これ の いう くる いく みる よい 多い 方 a an the and or of to in on for with at by from as is are be it you your into that this their them they who what when where how can may have has do does not no people job work'.split(
    ' ',
  ),
);

/** Japanese words by kuromoji, without readings in brackets; Latin ones stemmed. */
export function wordsOf(tokenizer: Tokenizer<IpadicFeatures>, text: string): Word[] {
  const clean = text.replace(/[（(][ぁ-ゖー]+[）)]/gu, '').normalize('NFKC');
  const words: Word[] = [];
  for (const token of tokenizer.tokenize(clean)) {
    if (/[a-z]/iu.test(token.surface_form)) {
      for (const latin of normal(token.surface_form).split(/[^a-z0-9]+/u))
        push({ word: latin, reading: null, inflection: '' });
      continue;
    }
    const suffix =
      token.pos === '名詞' && token.pos_detail_1 === '接尾' && /\p{Script=Han}/u.test(token.surface_form);
    if (!suffix && (!CONTENT.has(token.pos) || EMPTY.has(token.pos_detail_1))) continue;
    const known = token.basic_form !== '*' && token.basic_form !== undefined;
    const base = known ? token.basic_form : token.surface_form;
    const inflection = inflectionOf(token);
    // The reading is of the form in the text; that of the basic form ends as it does.
    const reading = readingOf(token, base);
    push({ word: normal(base), reading: suffix ? null : reading, inflection });
  }
  return words;

  function push(word: Word) {
    if (
      word.word.length > (/[ぁ-ゖa-z0-9]/u.test(word.word) ? 1 : 0) &&
      !STOP.has(word.word) &&
      /[\p{L}\p{N}]/u.test(word.word)
    )
      words.push(word);
  }
}

/** English text: words only. */
export const englishWords = (text: string): Word[] =>
  plain(text)
    .replace(/[^a-z0-9' -]/gu, ' ')
    .split(/[ -]+/u)
    .filter((word) => !STOP.has(word))
    .map((word) => normal(word))
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map((word) => ({ word, reading: null, inflection: '' }));

function inflectionOf({ conjugated_type: type }: IpadicFeatures): Inflection {
  if (type?.startsWith('五段')) return 'g';
  if (type?.startsWith('一段')) return 'i';
  return type?.startsWith('形容詞') ? 'a' : '';
}

function readingOf({ reading, surface_form: surface }: IpadicFeatures, base: string): string | null {
  if (!reading || reading === '*') return null;
  const said = toHiragana(reading);
  if (surface === base) return said;
  // 「作り」 つくり → 「作る」: the kana behind the kanji are replaced.
  let same = 0;
  while (same < surface.length && same < base.length && surface[same] === base[same]) same += 1;
  const ending = toHiragana(surface.slice(same));
  return said.endsWith(ending)
    ? said.slice(0, said.length - ending.length) + toHiragana(base.slice(same))
    : null;
}
