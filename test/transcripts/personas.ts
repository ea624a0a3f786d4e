import type { Locale } from '../../domain/locales.ts';
import type { Talk } from '../support/talk.ts';
import { bestFit, HOME, type Move } from './script.ts';

/** What somebody types, in each language. */
const words = (ja: string, jaEasy: string, en: string): Record<Locale, string> => ({
  ja,
  'ja-easy': jaEasy,
  en,
});

/** Somebody who likes being with people, then making beautiful things; order is not for them. */
const FONDNESS = 'saeric';
const fondOf = (payload: string): number => FONDNESS.indexOf(payload.split(':').at(-1)![0]!);
const likelier = (offered: readonly string[]): string =>
  offered.filter((payload) => !payload.endsWith(':none')).toSorted((a, b) => fondOf(a) - fondOf(b))[0]!;

/** A person who knows what they want of work: some things matter much, most do not. */
const decided = (offered: readonly string[]): string =>
  offered[Number(/\d+/u.exec(offered[0]!)![0]) % 3 === 0 ? offered.length - 1 : 1]!;

const SAID = {
  noNight: words('夜勤なし', '夜勤なし', 'no night work'),
  payMatters: words('給料をもっと重視して', 'お金が いちばん 大切', 'pay matters more'),
  payAtHome: words('埼玉で給料が高い順に並べて', 'さいたまで 給料が 高い順', 'sort by pay in saitama'),
  byPay: words('給料が高い順', '給料が 高い順', 'highest pay first'),
  whyNot: words('なんで看護師は出ないの?', 'どうして 看護師が 出ませんか', 'why not nurse?'),
  cannot: words('自分には何もできない', '私は 何も できません', "I can't do anything"),
  grandmother: words(
    'おばあちゃんの世話はしてた',
    'おばあさんの 世話を していました',
    'i looked after my grandmother',
  ),
  homework: words('弟の宿題を見てた', '弟の 宿題を 手伝いました', 'I helped my little brother with homework'),
  stall: words(
    '文化祭で焼きそばの屋台をやった',
    '学校の 祭りで 店を しました',
    'we ran a yakisoba stall at the school festival',
  ),
  someone: words('人と話したい', '人と 話したいです', 'can I talk to a real person?'),
  animals: words('動物と関わる仕事がしたい', '動物の 仕事が したい', 'I want to work with animals'),
  welfare: words('介護以外の福祉', '介護じゃない 福祉の 仕事', 'welfare but not elderly care'),
  quiet: words('静かに黙々とできる仕事', '静かな 仕事', 'quiet work'),
  unlicensed: words('資格なしで', '資格が いらない 仕事', 'without a licence'),
  misspelt: words('プログラマになりたいかも', 'ぷろぐらまあ', 'programer'),
  changed: words('やっぱりデザインとか', 'やっぱり 絵の 仕事が いい', 'actually maybe something with design'),
  nonsense: words('ぽよぽよぽよ', 'ほげほげ', 'asdf qwerty'),
  glossary: words('試用期間って何?', '試用期間は 何ですか', 'what is a probation period?'),
  wage: words(
    '福岡で保育士の給料',
    '保育士の 給料は 福岡で いくら',
    'how much does a nursery teacher earn in fukuoka',
  ),
  enough: words('今日はもういいや', 'もう いいです', 'enough for today'),
  menu: words('メニュー', 'メニュー', 'menu'),
  back: words('もどる', 'もどる', 'back'),
  hello: words('こんにちは', 'こんにちは', 'hello'),
} as const;

/** Five kinds of people who find out what work could suit them. */
export const personas: Record<string, (talk: Talk) => Move[]> = {
  /** On the train: sixty seconds, no night work, keeps what looks good, compares two. */
  quick: ({ locale }) => [
    { tap: 'welcome:unsure' },
    { tap: 'pairs:open' },
    { tap: 'pairs:start' },
    { each: 'pairs:choose:', choose: likelier },
    { say: SAID.noNight[locale] },
    { tap: bestFit },
    { tap: 'list:keep:' },
    { tap: 'go:back' },
    { tap: 'go:back' },
    { tap: bestFit, nth: 1 },
    { tap: 'list:keep:' },
    { tap: 'list:compare:' },
    { tap: 'go:menu' },
  ],
  /** Answers everything, wants to know how it is reckoned. */
  thorough: ({ locale }) => [
    { tap: 'welcome:unsure' },
    { tap: 'values:open' },
    { tap: 'values:begin:short' },
    { each: 'values:answer:', choose: decided },
    { tap: 'go:menu' },
    { tap: 'welcome:ways' },
    { tap: 'pairs:open' },
    { tap: 'pairs:start' },
    { each: 'pairs:choose:', choose: likelier },
    { tap: 'results:open' },
    { say: SAID.payMatters[locale] },
    { say: SAID.payAtHome[locale] },
    // Whatever was understood: by way of the menu one is back at the list.
    { say: SAID.menu[locale] },
    { tap: 'results:open' },
    { say: SAID.byPay[locale] },
    { tap: 'prefecture:open' },
    { say: HOME[locale] },
    { say: SAID.whyNot[locale] },
    { say: SAID.menu[locale] },
    { tap: 'results:open' },
    { tap: 'results:more' },
  ],
  /** Believes to be able to do nothing; tells, corrects, and talks to somebody in the end. */
  anxious: ({ locale }) => [
    { tap: 'welcome:uneasy' },
    { say: SAID.cannot[locale] },
    { tap: 'tasks:nothing' },
    { say: SAID.grandmother[locale] },
    { tap: 'tasks:pick:', nth: 1 },
    { tap: 'tasks:add' },
    { say: SAID.homework[locale] },
    { tap: 'tasks:add' },
    { say: SAID.stall[locale] },
    { tap: 'tasks:done' },
    { each: 'tasks:did:', choose: (offered) => offered[1]! },
    { tap: bestFit },
    { tap: 'go:back' },
    { say: SAID.someone[locale] },
    { tap: 'support:work' },
  ],
  /** Types wishes, negations, typing errors, nonsense, and questions in between. */
  wishing: ({ locale }) => [
    { tap: 'search:open' },
    { say: SAID.animals[locale] },
    { say: SAID.unlicensed[locale] },
    { say: SAID.welfare[locale] },
    { say: SAID.quiet[locale] },
    { say: SAID.glossary[locale] },
    { say: SAID.back[locale] },
    { say: SAID.misspelt[locale] },
    { say: SAID.changed[locale] },
    { say: SAID.nonsense[locale] },
    { say: SAID.wage[locale] },
    { say: SAID.back[locale] },
    { say: SAID.enough[locale] },
  ],
  /** Looks at the picture of the town, lets themselves be surprised, goes away for a week. */
  looking: ({ locale }) => [
    { tap: 'go:menu' },
    { tap: 'browse:open' },
    { tap: 'browse:map:all' },
    { tap: 'browse:list:' },
    { tap: 'browse:ways:' },
    { tap: 'browse:wishes:' },
    { tap: 'browse:wishes:' },
    { tap: 'browse:list:' },
    { tap: 'go:menu' },
    { tap: 'browse:open' },
    { tap: 'browse:surprise' },
    { tap: 'browse:surprise' },
    { tap: bestFit },
    { tap: 'occupation:story:' },
    { tap: 'go:back' },
    { tap: 'list:keep:' },
    { tap: 'go:back' },
    { tap: 'go:back' },
    { tap: 'go:menu' },
    { wait: 7 },
    { say: SAID.hello[locale] },
    { tap: 'list:open' },
  ],
};
