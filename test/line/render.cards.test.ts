import type { messagingApi } from '@line/bot-sdk';
import { withoutRepeats } from '../../adapters/line/flex/compare.ts';
import type { Card } from '../../replies/reply.ts';
import { FAMILY, card, cards, payloads, render, seen, ways } from './rendering.ts';
import { tappables, textsOf } from './standin/reading.ts';

describe('cards', () => {
  test('show everything they carry', () => {
    const facts = [{ label: '年収', value: '524.7万円', note: '全国' }];
    const messages = render([
      cards([card({ subtitle: '近い', lines: ['助ける', ''], facts, sources: ['出典'], choices: ways(2) })]),
    ]);
    expect(seen(messages)).toEqual([
      '看護師',
      '近い',
      '助ける',
      '年収',
      '524.7万円',
      '全国',
      '出典',
      '道0',
      '道1',
    ]);
  });
  test('fill one button only, the first of the main ones', () => {
    const choices = [...ways(1), ...ways(3, { weight: 'main' }).slice(1)];
    const json = JSON.stringify(render([cards([card({ choices })])]));
    const filled = [...json.matchAll(/"data":"([^"]+)"[^{}]*\}[^{}]*"backgroundColor":"#0f766e"/gu)];
    expect(filled.map(([, payload]) => payload)).toEqual(['x:1']);
  });
  test('several stand side by side, more than twelve in the next message', () => {
    const messages = render([cards(Array.from({ length: 30 }, (_, i) => card({ title: `仕事${i}` })))]);
    expect(messages.map((message) => textsOf(message).length)).toEqual([12, 12, 6]);
  });
  test('too heavy for one carousel go on in the next message', () => {
    const messages = render([cards(Array.from({ length: 10 }, () => card({ lines: ['あ'.repeat(3000)] })))]);
    expect(messages.length).toBeGreaterThan(1);
    expect(seen(messages).join('')).not.toContain('…');
  });
  test('too heavy for one bubble are shortened visibly', () => {
    const messages = render([cards([card({ lines: ['あ'.repeat(12_000), '短い'], choices: ways(3) })])]);
    expect(seen(messages)).toContain('短い');
    expect(seen(messages).some((text) => text.startsWith('あ') && text.endsWith('…'))).toBe(true);
    expect(payloads(messages)).toHaveLength(3);
  });
  test('with endlessly many small lines end in …', () => {
    const messages = render([
      cards([card({ lines: Array.from({ length: 2000 }, (_, i) => `行${i}`), choices: ways(1) })]),
    ]);
    expect(seen(messages).at(-2)).toBe('…');
    expect(payloads(messages)).toEqual(['x:0']);
  });
  test('with more buttons than fit go on in the next bubble', () => {
    const messages = render([cards([card({ choices: ways(30, { label: FAMILY.repeat(50) }) })])]);
    expect(payloads(messages)).toHaveLength(30);
  });
});

describe('lines of a card', () => {
  const lines = (...all: string[]) => seen(render([cards([card({ lines: all })])])).slice(1);

  test('say what they are about above, when they are long', () => {
    const long = '看護の専門学校や大学などを卒業し、国家試験に受かって免許を得ます。';
    expect(lines(`なるには:${long}`)).toEqual(['なるには', long]);
    expect(lines(`How people get in: ${'with a licence '.repeat(4)}`)[0]).toBe('How people get in');
  });
  test('stay whole when they are short, or the colon is none of a label', () => {
    const none = [
      '理由: 動物',
      `12:30から${'あ'.repeat(30)}`,
      `朝。昼:${'あ'.repeat(30)}`,
      `${'あ'.repeat(30)}:はい`,
    ];
    expect(lines(...none)).toEqual(none);
  });
  test('hang beside their mark', () => {
    expect(lines('・朝', '• noon', '1. はじめ', '→ ほか', '・')).toEqual([
      '朝',
      'noon',
      '1.',
      'はじめ',
      '→',
      'ほか',
      '・',
    ]);
  });
});

describe('cards to compare', () => {
  const pay = (value: string, fill: number, note: string) => ({ label: '年収', value, fill, note });
  const two: Card[] = [
    card({
      lines: ['助ける'],
      facts: [pay('533万円', 1, '看護師の平均')],
      sources: ['出典'],
      choices: ways(1),
    }),
    card({ title: '介護', facts: [pay('266万円', 0.5, '介護の平均')], sources: ['出典'] }),
  ];
  const messages = render([{ kind: 'cards', alt: 'くらべる', cards: two, compared: true }]);

  test('lay their figures under each other in one bubble, with bars, notes and sources once', () => {
    expect(textsOf(messages[0]!)).toEqual([
      'くらべる',
      '年収',
      '看護師',
      '533万円',
      '介護',
      '266万円',
      '看護師の平均',
      '介護の平均',
      '出典',
    ]);
    const widths = [...JSON.stringify(messages[0]).matchAll(/"width":"(\d+%)"/gu)].map(([, width]) => width);
    expect(widths).toEqual(['100%', '50%']);
  });
  test('say what ends all notes once', () => {
    expect(withoutRepeats(['看護師の平均。家賃は別。税も別', '介護の平均。家賃は別。税も別'])).toEqual([
      '看護師の平均。',
      '介護の平均。',
      '家賃は別。税も別',
    ]);
    expect(withoutRepeats(['Nurses. Before tax.', 'Care. Before tax.'])).toEqual([
      'Nurses.',
      'Care.',
      'Before tax.',
    ]);
    expect(withoutRepeats(['同じ。', '同じ。'])).toEqual(['同じ。']);
    expect(withoutRepeats([])).toEqual([]);
  });
  test('keep the rest on cards of their own', () => {
    expect(textsOf(messages[1]!)).toEqual(['看護師', '助ける', '道0', '介護']);
  });
  test('are cards when there is nothing to compare', () => {
    const one = render([{ kind: 'cards', alt: 'x', cards: two.slice(0, 1), compared: true }]);
    expect(one.flatMap(textsOf)).toContain('533万円');
    expect(one).toHaveLength(1);
  });
});

test('how like a card is shows in steps beside the words', () => {
  const steps = (level: Card['level']) =>
    JSON.stringify(render([cards([card({ subtitle: '似ている', ...(level && { level }) })])])).match(
      /"width":"14px","height":"6px","cornerRadius":"3px","backgroundColor":"#0f766e"/gu,
    )?.length ?? 0;
  expect([steps(undefined), steps({ reached: 1, of: 3 }), steps({ reached: 3, of: 3 })]).toEqual([0, 1, 3]);
});

describe('links', () => {
  const link = (url: string, outside?: string, base?: string) =>
    tappables(
      render([cards([card({ links: [{ label: '開く', url, ...(outside && { outside }) }] })])], [], base),
    ).map(({ action }) => (action as messagingApi.URIAction).uri);
  const base = 'https://shirube.example.jp';

  test('to pages of ours become absolute', () => {
    expect(link('/go/x?lang=ja', 'https://o.example/', `${base}/`)).toEqual([`${base}/go/x?lang=ja`]);
  });
  test.each([undefined, 'http://localhost:3978'])('lead outside while our address is %p', (ours) => {
    expect(link('/go/x', 'https://o.example/', ours)).toEqual(['https://o.example/']);
  });
  test('that lead nowhere are left out', () => {
    expect(link('/go/x')).toEqual([]);
    expect(link('javascript:alert(1)', undefined, base)).toEqual([]);
  });
  test('are percent-encoded, and taken outside when too long', () => {
    expect(link('https://o.example/仕事 1')).toEqual(['https://o.example/%E4%BB%95%E4%BA%8B%201']);
    expect(link(`/go/${'x'.repeat(1000)}`, 'https://o.example/', base)).toEqual(['https://o.example/']);
  });
});
