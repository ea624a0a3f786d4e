import { toHiragana } from '../domain/text.ts';

const PIECES =
  /(?<kanji>[\p{Script=Han}ヶ]+)|(?<latin>[A-Za-z0-9]+)|(?<kana>[ぁ-ゖァ-ヺー]+)|(?<gap>[、/（）・]+)|(?<and>&)/gu;

const LETTERS =
  'A:えー B:びー C:しー D:でぃー E:いー F:えふ G:じー H:えいち I:あい J:じぇー K:けー L:える M:えむ N:えぬ O:おー P:ぴー Q:きゅー R:あーる S:えす T:てぃー U:ゆー V:ぶい W:だぶりゅー X:えっくす Y:わい Z:ぜっと';
const LETTER = new Map(LETTERS.split(' ').map((pair) => pair.split(':') as [string, string]));

/** Latin words of the names that are not spelled letter by letter. */
const WORDS = new Map([
  ['Web', 'うぇぶ'],
  ['CAD', 'きゃど'],
  ['IoT', 'あいおーてぃー'],
  ['3D', 'すりーでぃー'],
]);

/** A piece of a name and what it sounds like. */
interface Piece {
  readonly text: string;
  readonly kind: 'kanji' | 'latin' | 'kana' | 'gap' | 'and';
}

/**
 * A name with its kanji read out, kana and Latin letters kept: what stands behind the name in やさしい日本語.
 * The reading is in hiragana, with a space where the name has 、 / （ or ・. `null` when it is not one of this name.
 *
 * @example
 * spellOut('洋菓子製造、パティシエ', 'ようがしせいぞう ぱてぃしえ'); // 'ようがしせいぞう、パティシエ'
 */
export function spellOut(name: string, reading: string): string | null {
  const pieces = [...name.matchAll(PIECES)].map(toPiece);
  if (pieces.map(({ text }) => text).join('') !== name) return null;
  const patterns = pieces.map((piece, i) => pattern(piece, i === pieces.length - 1));
  const heard = new RegExp(`^${patterns.join('')}$`, 'u').exec(reading);
  return (
    heard &&
    pieces
      .map(({ text, kind }, i) => {
        if (kind === 'kanji') return heard[i + 1]!;
        return kind === 'gap' ? text.replace(/[（）/]+/gu, '、') : text;
      })
      .join('')
      .replace(/、$/u, '')
  );
}

function toPiece(match: RegExpExecArray): Piece {
  const [kind] = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
  return { text: match[0], kind: kind as Piece['kind'] };
}

function pattern({ text, kind }: Piece, last: boolean): string {
  switch (kind) {
    case 'gap':
      return last ? '()' : '( )';
    case 'kana':
      return `(${toHiragana(text)})`;
    case 'and':
      return '(あんど)';
    case 'latin':
      return `(${WORDS.get(text) ?? [...text].map((letter) => LETTER.get(letter)).join('')})`;
    case 'kanji':
      return '([ぁ-ゖー]+?)';
  }
}
