/** How people tell of themselves: what belongs together, and what they deny, wish for, or had done for them. */
import { toHiragana } from './text.ts';
import type { Span } from './wording.ts';

/** Where one statement ends and the next begins, also in a contrast: 「料理はできないけど」, "but". */
const ENDS = /[。.!?;]+|けれども|けれど|けど|のに(?=[、 ])|が、|\bbut\b|\bthough\b|\bhowever\b/gu;
const DISLIKED = /(?:苦手|にがて|嫌い|きらい|好きじゃない)(?:だ|です|なん?だ|なん?です)?$/u;

/** A normalised text in statements. 「掃除は嫌いだけど毎日やってた」 is one: the dislike denies nothing. */
export function parts(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const end of text.matchAll(ENDS)) {
    const before = text.slice(from, end.index);
    const after = text.slice(end.index + end[0].length);
    if (/^(?:けれ|けど)/u.test(end[0]) && DISLIKED.test(before) && !/は|なら/u.test(after)) continue;
    found.push(before);
    from = end.index + end[0].length;
  }
  return [...found, text.slice(from)].filter((part) => part.trim() !== '');
}

/** 「しかできない」 can, 「かもしれない」 may, 「つまらない」 is no denial. */
const NO_DENIAL = new RegExp(
  [
    'しか[^、]{0,8}(?:ない|なかった|ません)',
    'なく(?:は|も)な',
    'ないわけ(?:では|じゃ)な',
    'ない(?:こと|もの)(?:は|も)な',
    'なけれ?ば',
    'なきゃ',
    'ないと(?:いけ|だめ|なら|怒)',
    'かもしれ(?:ない|ません|ない)',
    'じゃない(?:です)?か',
    '(?:つまら|くだら|もったい|少|すく|汚|きた|危|あぶ|足り|たり|問題|もんだい|違い|ちが|間違い|まちがい|仕方|しかた|大した|たいした|欠かさ|忘れ|わすれ|負け|休ま|やすま|遅刻し|遅刻は|嫌いじゃ|きらいじゃ|苦手じゃ|にがてじゃ|下手じゃ)(?:ない|なかった|ません|たことがない|ず)',
    'ない(?:よう|とき|時|人|子|日)',
    '(?:ない|なかった|ません)(?:んです|のです|の|ん|です)?(?:で|から)(?=.*(?:私|わたし|僕|ぼく|俺|おれ|自分|代わり|かわり|手伝|てつだ))',
    '(?:苦手|にがて|嫌い|きらい)(?:だ|です)?(?:けど|けれど)',
  ].join('|'),
  'gu',
);
const DENIAL =
  /ない|なかった|ません|なくて|ず(?=に|、|$)|無理|むり|だめ|苦手|にがて|下手|へた|嫌い|きらい|(?:経験|けいけん)[はが]?(?:ゼロ|ぜろ|なし)|なし(?:です)?$/u;
const FOR_ME = /(?<!させ)て(?:もら(?!いながら)|いただ|頂|くれ|くださ)/u;
const WISH =
  /て(?:みたい|みたく)|(?<![冷重固硬眠みめも])たい(?:です|と|な|し|ん|の|から|$)|(?<![冷重固硬眠みめも])たくて/u;
/** Nouns told in a row share what is said of the last: 「料理、掃除、洗濯ができない」. A verb ends the row. */
const VERB = /[たるいすてしくうぐむぶつぬんだ]$/u;

/** Whether what stands at these places of a statement is denied, wished for, or was done by others. */
export const denied = (part: string, spans: readonly Span[]): boolean =>
  deniedAfter(part, spans.at(-1)!.to) || deniedBefore(part, spans[0]!.from, spans.at(-1)!.to);

function deniedAfter(part: string, end: number): boolean {
  const pieces = toHiragana(part.slice(end)).split(/[、,]/u);
  const until = pieces.findIndex((piece) => VERB.test(piece.trim()));
  const rest = (until < 0 ? pieces : pieces.slice(0, until + 1)).join('、').replaceAll(NO_DENIAL, '');
  return DENIAL.test(rest) || FOR_ME.test(rest) || WISH.test(rest);
}

const ENGLISH_DENIAL =
  /\b(?:can't|cant|cannot|can not|never|not|don't|dont|didn't|didnt|doesn't|haven't|havent|isn't|wasn't|couldn't|couldnt|bad at|terrible at|no good at|hopeless at|unable|hate|no experience|without|no)\b/u;
const ENGLISH_NO_DENIAL =
  /\bnot (?:only|just|bad at)\b|\bcan't (?:help|stop)\b|\bdon't (?:mind|know (?:if|whether))\b|\bnothing\b[^,]*\bexcept\b|\bno problem\b/gu;
const ENGLISH_WISH = /\b(?:want to|wanna|would like to|'d like to|wish|hope to|dream of)\b/u;
const ENGLISH_FOR_ME =
  /^[^,]{0,30}\bfor me\b|^ (?:is|are|was|were)(?:n't| not| hard| scary| too)\b|^[^,]{0,12}\bnot for me\b/u;

function deniedBefore(part: string, from: number, to: number): boolean {
  const own = part
    .slice(0, from)
    .split(/, (?:and |then )?(?:i|i've|i'm) | and (?:i|i've|i'm) /u)
    .at(-1)!;
  // "I" was cut off together with what it does; a denial stands right behind it.
  const rest = own.replaceAll(ENGLISH_NO_DENIAL, '');
  return ENGLISH_DENIAL.test(rest) || ENGLISH_WISH.test(rest) || ENGLISH_FOR_ME.test(part.slice(to));
}

const TRAINED =
  /資格|免許|検定|仕事|しごと|働|はたら|勤|職|専門|習っ|習い|学ん|学校で|でき(?!な|ま?せ)|得意|とくい|経験|年間|licen[cs]e|certif|work(?:ed|ing)? (?:as|in|at|for)|\bjob\b|trained|studied|\bcan\b|years|professional|experience/u;

/** Whether somebody tells of a licence, training or a job: without, nobody is believed to treat teeth. */
export const isTrained = (text: string): boolean => TRAINED.test(text);
