/** Limits of docs/voice.md on our own sentences, as far as a machine can see them. */

/** Kanji of the first three school years (学年別漢字配当表, 440): what やさしい日本語 may leave without a reading. */
const KANJI = [
  '一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六',
  '引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話',
  '悪安暗医委意育員院飲運泳駅央横屋温化荷界開階寒感漢館岸起期客究急級宮球去橋業曲局銀区苦具君係軽血決研県庫湖向幸港号根祭皿仕死使始指歯詩次事持式実写者主守取酒受州拾終習集住重宿所暑助昭消商章勝乗植申身神真深進世整昔全相送想息速族他打対待代第題炭短談着注柱丁帳調追定庭笛鉄転都度投豆島湯登等動童農波配倍箱畑発反坂板皮悲美鼻筆氷表秒病品負部服福物平返勉放味命面問役薬由油有遊予羊洋葉陽様落流旅両緑礼列練路和',
].join('');

/** Runs of kanji beyond the third school year that no reading in brackets follows. */
export function unreadKanji(text: string): string[] {
  return (text.match(/[\p{Script=Han}々]+(?![\p{Script=Han}々(（])/gu) ?? []).filter((run) =>
    [...run].some((kanji) => kanji !== '々' && !KANJI.includes(kanji)),
  );
}

/** Sentences of a Japanese text, without their 「。」. */
const sentences = (text: string): string[] => text.split('。').filter((sentence) => sentence !== '');

/** What is wrong with an occupation's summary in Japanese. */
export function checkJapanese(summary: string, name: string): string[] {
  const problems = lengthProblem(summary, 25, 60);
  if (!summary.endsWith('ます。')) problems.push('does not end with 「ます。」');
  if (sentences(summary).length !== 1) problems.push('is not one sentence');
  if (name.length > 2 && summary.includes(name)) problems.push('repeats the name');
  return problems;
}

/** What is wrong with a text in やさしい日本語; a sentence may have 40 characters, readings in brackets not counted. */
export function checkEasy(summary: string): string[] {
  const problems: string[] = [];
  if (!/(です|ます)。$/u.test(summary)) problems.push('does not end with 「です。」 or 「ます。」');
  if (sentences(summary).length > 2) problems.push('has more than two sentences');
  problems.push(...easySentences(summary), ...doubleNegatives(summary));
  return [...problems, ...unreadKanji(summary).map((run) => `needs a reading behind ${run}`)];
}

/** Sentences of やさしい日本語 that are too long; readings in brackets are not counted. */
export const easySentences = (text: string): string[] =>
  sentences(text).flatMap((sentence) => {
    const length = lengthOf(sentence) + 1;
    return length > 40 ? [`has a sentence of ${length} characters (at most 40): ${sentence}`] : [];
  });

/** Length in characters; readings in brackets are not counted. */
export const lengthOf = (text: string): number => [...text.replace(/[(（][ぁ-ゖー]+[)）]/gu, '')].length;

/** Double negatives; 「〜なければなりません」 is one too, to somebody who learns Japanese. */
const DOUBLE_NEGATIVE =
  /ない(こと|わけ|もの)(は|では|も)(ない|ありません)|なくは(ない|ありません)|ないとは(言え|かぎり)|なけれ?ば(なら|なり|いけ)|なくては(なら|なり|いけ)/u;
export const doubleNegatives = (text: string): string[] =>
  DOUBLE_NEGATIVE.test(text) ? [`has a double negative: ${text}`] : [];

export function checkEnglish(summary: string): string[] {
  const problems = lengthProblem(summary, 40, 110);
  if (!/^[A-Z].*[^.]\.$/u.test(summary))
    problems.push('does not start with a capital and end with one full stop');
  if (/[.!?] /u.test(summary)) problems.push('is not one sentence');
  if (/[^\p{Script=Latin}\p{N}\p{P}\p{S} ]/u.test(summary)) problems.push('holds letters that are not Latin');
  return problems;
}

function lengthProblem(text: string, least: number, most: number): string[] {
  const length = [...text].length;
  return length < least || length > most ? [`has ${length} characters instead of ${least}–${most}`] : [];
}
