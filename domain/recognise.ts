import type { Catalogue, ElementalTask } from './catalogue.ts';
import { LOCALES } from './locales.ts';
import { denied, isTrained, parts } from './telling.ts';
import { normaliseText, toHiragana } from './text.ts';
import { findJapanese, findLatin, japaneseTerm, latinTerm, roots, type Span, type Term } from './wording.ts';

/** Words that tell of tasks, made ready; prepare once per catalogue. */
export interface TellIndex {
  readonly japanese: readonly Told[];
  readonly latin: readonly Told[];
  readonly phrases: readonly TaskPhrase[];
  readonly tasks: ReadonlyMap<string, ElementalTask>;
}
interface Told {
  readonly term: Term;
  readonly source: 'situation' | 'word';
  readonly tasks: Readonly<Record<string, number>>;
}
/** What a task's own phrase is made of: kanji and katakana, or roots of English words. */
interface TaskPhrase {
  readonly task: string;
  readonly japanese: readonly string[];
  readonly latin: readonly string[];
  readonly strength: number;
}

/** A task found in what somebody told. */
export interface Recognised {
  readonly task: string;
  /** 0–1: how surely, and how much of it. */
  readonly score: number;
  /** The part of the text that led to it, normalised. */
  readonly said: string;
}

/** More than this is not told in one breath, and is no list to look over. */
export const MOST_RECOGNISED = 8;
const LEAST_SCORE = 0.4;
/** How much is believed: a situation, one of several words for a task, its own phrase, where it is done. */
const SITUATION = 1;
const ONE_WORD = 0.9;
const WORD = 0.7;
const PHRASE = 0.75;
const EVERYDAY = 0.6;
/** Of a task that takes training nobody is believed capable by a word alone. */
const UNTRAINED = 0.5;
const BONUS = 0.05;

export function indexTelling({ tasks, situations }: Pick<Catalogue, 'tasks' | 'situations'>): TellIndex {
  const japanese: Told[] = [];
  const latin: Told[] = [];
  const add = (pattern: string, told: Omit<Told, 'term'>) =>
    /^[\p{Script=Latin}\p{N}\s'./~-]+$/u.test(pattern)
      ? latin.push({ ...told, term: latinTerm(pattern) })
      : japanese.push({ ...told, term: japaneseTerm(pattern) });
  for (const { words, tasks: weights } of situations) {
    const patterns = new Set(LOCALES.flatMap((locale) => words[locale]));
    for (const pattern of patterns) add(pattern, { source: 'situation', tasks: weights });
  }
  for (const [word, ids] of wordsOf(tasks.values())) {
    // A word that stands for several tasks says less about each.
    const weights = Object.fromEntries(ids.map((id) => [id, 1 / Math.sqrt(ids.length)]));
    add(word, { source: 'word', tasks: weights });
  }
  return { japanese, latin, phrases: [...tasks.values()].flatMap(phrasesOf), tasks };
}

/** Words that people use for so many things that they tell of none. */
const VAGUE = new Set(
  '準備 連絡 確認 調整 説明 記録 検査 分析 測定 支援 教える 管理 道具 手順 設定 操作 調査 開発 法律 研修 資格 障害 審査 危険 作業 学習 席 勉強 会話 相談 図書館 研究 テーマ データ 会社 大学 テスト 評価 手伝い 電気 ガス 鉄 水 野菜 ネット 教室 直す 話し相手 声かけ 花 庭 服 海 土地 人数 フォロー 家族 保険 薬 先生 work study helping help feeding learning check checking support preparation community parents needs lab read research study public'.split(
    ' ',
  ),
);

function wordsOf(tasks: Iterable<ElementalTask>): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const { id, also } of tasks) {
    for (const word of also.map(normaliseText)) {
      if (word.length < 2 || VAGUE.has(word) || /[~/]/u.test(word)) continue;
      words.set(word, [...(words.get(word) ?? []), id]);
    }
  }
  return words;
}

const phrasesOf = ({ id, texts, everyday }: ElementalTask): TaskPhrase[] => [
  { task: id, japanese: signs(texts.ja), latin: roots(texts.en), strength: PHRASE },
  ...(everyday
    ? [{ task: id, japanese: signs(everyday.ja), latin: roots(everyday.en), strength: EVERYDAY }]
    : []),
];

/** Signs that are in every other phrase. */
const COMMON =
  /^(?:物|人|所|使|作|出|入|見|方|手|何|者|場|合|決|時|中|家|学校|部活|行事|文化祭|友|友達|自分|班|趣味|準備|好|会|役|係)$/u;
const signs = (text: string): string[] => [
  ...new Set(
    (text.match(/[\p{Script=Han}々]+|[ァ-ヶー]{2,}/gu) ?? [])
      .map(toHiragana)
      .filter((sign) => !COMMON.test(sign)),
  ),
];

interface Evidence {
  readonly spans: readonly Span[];
  readonly told: Told;
}

/**
 * Elemental tasks in what somebody tells of themselves, surest first: 「弟の宿題を見てた」, "I looked after my grandmother".
 * What they say they cannot do, would like to do, or had done for them is left out. All languages are understood at
 * once. At most eight; ties by task.
 *
 * @example
 * recognise(index, '文化祭で模擬店の会計をやった')[0]; // { task: 'take_payment', score: 0.9, said: '文化祭…会計' }
 */
export function recognise(index: TellIndex, text: string): Recognised[] {
  const found = new Map<string, { score: number; times: number; said: string }>();
  const take = (task: string, score: number, said: string) => {
    const before = found.get(task);
    if (!before) found.set(task, { score, times: 1, said });
    else {
      const better = score > before.score;
      found.set(task, {
        score: better ? score : before.score,
        times: before.times + (said === before.said ? 0 : 1),
        said: better ? said : before.said,
      });
    }
  };
  const trained = isTrained(normaliseText(text));
  const believed = (task: string) => (index.tasks.get(task)!.level < 3 || trained ? 1 : UNTRAINED);
  for (const part of text.split('\n').flatMap((line) => parts(normaliseText(line)))) {
    const heard = toHiragana(part);
    const all = [
      ...index.japanese.flatMap((told) => spansOf(findJapanese(told.term, part, heard), told)),
      ...index.latin.flatMap((told) => spansOf(findLatin(told.term, part), told)),
    ].filter(({ spans }) => !denied(part, spans));
    for (const { spans, told } of all.filter((one) => !all.some((other) => outweighs(other, one)))) {
      const said = spans.map(({ from, to }) => part.slice(from, to)).join('…');
      const strength = told.source === 'word' ? WORD : told.term.segments.length > 1 ? SITUATION : ONE_WORD;
      for (const [task, weight] of Object.entries(told.tasks)) {
        take(task, strength * weight * (told.source === 'word' ? believed(task) : 1), said);
      }
    }
    for (const { task, score, spans } of wholePhrases(index, part, heard)) {
      if (!denied(part, spans))
        take(task, score * believed(task), spans.map(({ from, to }) => part.slice(from, to)).join('…'));
    }
  }
  return [...found]
    .map(([task, { score, times, said }]) => ({
      task,
      score: Math.min(1, score + BONUS * (times - 1)),
      said,
    }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || (a.task < b.task ? -1 : 1))
    .slice(0, MOST_RECOGNISED);
}

const spansOf = (spans: readonly Span[] | null, told: Told): Evidence[] => (spans ? [{ spans, told }] : []);

/** Whether evidence is only a part of better evidence: 「宿題」 of 「弟の宿題」, a word of a situation. */
function outweighs(better: Evidence, one: Evidence): boolean {
  if (better === one) return false;
  const lies = one.spans.every((span) =>
    better.spans.some(({ from, to }) => from <= span.from && span.to <= to),
  );
  if (!lies) return false;
  if (better.told.source !== one.told.source) {
    const says = (task: string) => task in better.told.tasks;
    return better.told.source === 'situation' && !Object.keys(one.told.tasks).every(says);
  }
  const size = ({ spans }: Evidence) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
  return size(better) > size(one);
}

/** Tasks whose own phrase, or most of it, stands in a part of what was told. */
function wholePhrases(index: TellIndex, part: string, heard: string) {
  const said = new Map(roots(part).map((root) => [root, true]));
  return index.phrases.flatMap(({ task, japanese, latin, strength }) => {
    const inJapanese = covered(japanese, (sign) => heard.includes(sign), 1);
    const inLatin = said.size > 1 ? covered(latin, (root) => said.has(root), 2) : 0;
    const share = Math.max(inJapanese, inLatin);
    if (share === 0) return [];
    const sign = japanese.find((one) => heard.includes(one));
    const from = inJapanese > 0 && sign !== undefined ? heard.indexOf(sign) : 0;
    const to = inJapanese > 0 && sign !== undefined ? from + sign.length : part.length;
    return [{ task, score: strength * share, spans: [{ from, to }] }];
  });
}

/** The share of signs that are there, by length; 0 below three quarters, or where it is too little to mean anything. */
function covered(all: readonly string[], has: (one: string) => boolean, least: number): number {
  const weight = (sign: string) => (/^[a-z]/u.test(sign) ? 1 : Math.min(1.5, sign.length / 2));
  const sum = (some: readonly string[]) => some.reduce((total, sign) => total + weight(sign), 0);
  const there = all.filter(has);
  const isEnough = sum(there) >= least && (there.length > 1 || sum(there) >= 1.5);
  const share = sum(there) / Math.max(sum(all), 0.1);
  return isEnough && share >= 0.75 ? share : 0;
}
