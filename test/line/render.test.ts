import type { messagingApi } from '@line/bot-sdk';
import { renderSpeech } from '../../adapters/line/render.ts';
import type { Card, Choice, Reply, Speech } from '../../replies/reply.ts';
import { faultsOf } from './standin/messages.ts';
import { payloadOf, tappables, textsOf } from './standin/reading.ts';

const FAMILY = '👩‍👩‍👧‍👦';
const render = (replies: Reply[], choices: Choice[] = [], publicBaseUrl?: string): messagingApi.Message[] => {
  const speech: Speech = { replies, choices };
  const messages = renderSpeech(
    { locale: 'ja', speech },
    publicBaseUrl === undefined ? {} : { publicBaseUrl },
  );
  expect(messages.length > 0 ? faultsOf(messages) : []).toEqual([]);
  return messages;
};
const ways = (count: number, more: Partial<Choice> = {}): Choice[] =>
  Array.from({ length: count }, (_, index) => ({ label: `道${index}`, payload: `x:${index}`, ...more }));
const card = (more: Partial<Card> = {}): Card => ({ title: '看護師', ...more });
const cards = (list: Card[]): Reply => ({ kind: 'cards', alt: '仕事', cards: list });
const payloads = (messages: messagingApi.Message[], where?: 'button' | 'quickReply') =>
  tappables(messages).flatMap((tap) => (where === undefined || tap.where === where ? [payloadOf(tap)] : []));
const quickLabels = (messages: messagingApi.Message[]) =>
  tappables(messages).flatMap(({ where, label }) => (where === 'quickReply' ? [label] : []));
const seen = (messages: messagingApi.Message[]) => messages.flatMap(textsOf);

describe('texts', () => {
  test('stay texts', () => {
    expect(render([{ kind: 'text', text: 'こんにちは' }])).toEqual([{ type: 'text', text: 'こんにちは' }]);
  });
  test('that are blank are not sent', () => {
    expect(render([{ kind: 'text', text: ' \n' }])).toEqual([]);
  });
  test('that are too long end in …, never inside a character', () => {
    const [message] = render([{ kind: 'text', text: FAMILY.repeat(600) }]);
    const { text } = message as messagingApi.TextMessage;
    expect(text.length).toBeLessThanOrEqual(5000);
    expect(text).toBe(`${FAMILY.repeat((text.length - 1) / FAMILY.length)}…`);
  });
  test('with half a character are mended', () => {
    expect(seen(render([{ kind: 'text', text: 'a\ud83d' }]))).toEqual(['a\ufffd']);
  });
});

describe('questions', () => {
  const options = ways(5);
  const question = (more: object = {}): Reply => ({
    kind: 'question',
    layout: 'scale',
    text: 'パンを焼く',
    options,
    ...more,
  });

  test('show progress, the question and every answer', () => {
    const messages = render([question({ progress: { done: 3, total: 60, label: '4 / 60' } })]);
    expect(seen(messages)).toEqual(['4 / 60', 'パンを焼く', '道0', '道1', '道2', '道3', '道4']);
    expect(payloads(messages)).toEqual(options.map(({ payload }) => payload));
  });
  test('mark what was chosen before, and nothing else', () => {
    const messages = render([
      question({ options: options.map((each, i) => ({ ...each, weight: 'main', chosen: i === 2 })) }),
    ]);
    expect(seen(messages).filter((text) => text.startsWith('✓'))).toEqual(['✓ 道2']);
    expect(JSON.stringify(messages).match(/"backgroundColor":"#0f766e"/gu)).toHaveLength(1);
  });
  test('are told in the notification', () => {
    expect((render([question()])[0] as messagingApi.FlexMessage).altText).toBe(
      'パンを焼く\n・道0\n・道1\n・道2\n・道3\n・道4',
    );
  });
  test('with many short answers stand in two columns', () => {
    const [message] = render([question({ layout: 'buttons', options: ways(9) })]);
    expect(JSON.stringify(message)).toContain('"layout":"horizontal"');
    expect(payloads([message!])).toHaveLength(9);
  });
  test('with very many answers go on in the next bubble', () => {
    const messages = render([question({ layout: 'buttons', options: ways(60) })]);
    expect((messages[0] as messagingApi.FlexMessage).contents.type).toBe('carousel');
    expect(payloads(messages)).toHaveLength(60);
  });
  test('keep long answers whole in the button', () => {
    const label = 'ながい答え'.repeat(12);
    expect(seen(render([question({ options: ways(5, { label }) })]))).toContain(label);
  });
  test('without answers or words still are a question', () => {
    render([question({ options: [], text: ' ' })]);
  });
});

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

describe('pictures', () => {
  const base = 'https://shirube.example.jp';
  const choice = (label: string): Choice => ({ label, payload: `browse:list:${label}` });
  const picture: Reply = {
    kind: 'picture',
    url: '/pictures/map.svg',
    width: 1040,
    height: 780,
    alt: '町の絵',
    areas: [
      { x: 0, y: 0, width: 1 / 3, height: 1 / 2, choice: choice('海・港') },
      { x: 1 / 3, y: 1 / 2, width: 2 / 3, height: 1 / 2, choice: choice('駅') },
    ],
  };

  test('are imagemaps that LINE fetches from us; a tap says the label', () => {
    expect(render([picture], [], `${base}/`)).toEqual([
      {
        type: 'imagemap',
        baseUrl: `${base}/pictures/map`,
        altText: '町の絵',
        baseSize: { width: 1040, height: 780 },
        actions: [
          { type: 'message', label: '海・港', text: '海・港', area: { x: 0, y: 0, width: 347, height: 390 } },
          { type: 'message', label: '駅', text: '駅', area: { x: 347, y: 390, width: 693, height: 390 } },
        ],
      },
    ]);
  });
  test.each([undefined, 'http://localhost:3978'])('are left out while our address is %p', (ours) => {
    expect(render([picture], [], ours)).toEqual([]);
  });
  test('make way when there is too much to say, and nothing else does', () => {
    const texts = Array.from({ length: 5 }, (_, i): Reply => ({ kind: 'text', text: `t${i}` }));
    const messages = render([picture, ...texts], ways(1, { weight: 'main' }), base);
    expect(messages.some(({ type }) => type === 'imagemap')).toBe(false);
    expect(payloads(messages, 'button')).toEqual(['x:0']);
  });
});

describe('bars', () => {
  test('carry their figures in words, in the bubble and in the notification', () => {
    const bars = [
      { label: 'つくる', fill: 0, value: '1.0', note: '手を動かす' },
      { label: 'しらべる', fill: 0.75, value: '4.0' },
      { label: 'ふしぎ', fill: Number.NaN, value: '?' },
      { label: 'おおい', fill: 7, value: '!' },
    ];
    const messages = render([{ kind: 'bars', title: '形', bars, notes: ['平均'] }]);
    expect(seen(messages)).toEqual([
      '形',
      'つくる',
      '1.0',
      '手を動かす',
      'しらべる',
      '4.0',
      'ふしぎ',
      '?',
      'おおい',
      '!',
      '平均',
    ]);
    expect((messages[0] as messagingApi.FlexMessage).altText).toBe(
      '形\nつくる 1.0\nしらべる 4.0\nふしぎ ?\nおおい !',
    );
    const widths = [...JSON.stringify(messages).matchAll(/"width":"(\d+%)"/gu)].map(([, width]) => width);
    expect(widths).toEqual(['2%', '75%', '2%', '100%']);
  });
});

describe('ways on', () => {
  const text: Reply = { kind: 'text', text: 'はい' };

  test('are quick replies of the last message', () => {
    const messages = render([text, text], ways(3));
    expect(messages[0]).not.toHaveProperty('quickReply');
    expect(payloads(messages, 'quickReply')).toEqual(['x:0', 'x:1', 'x:2']);
    expect(payloads(messages, 'button')).toEqual([]);
  });
  test('the main one is a button instead: in a bubble of its own after a text', () => {
    const messages = render([text], ways(1, { weight: 'main' }));
    expect(messages.map(({ type }) => type)).toEqual(['text', 'flex']);
    expect(payloads(messages, 'button')).toEqual(['x:0']);
    expect(payloads(messages, 'quickReply')).toEqual([]);
  });
  test('at the foot of the last bubble after a card, unless it is there already', () => {
    const main = ways(1, { weight: 'main' });
    expect(payloads(render([cards([card()])], main), 'button')).toEqual(['x:0']);
    expect(render([cards([card()])], main)).toHaveLength(1);
    expect(payloads(render([cards([card({ choices: main })])], main), 'button')).toEqual(['x:0']);
  });
  test('after five messages it still finds room', () => {
    for (const replies of [
      [text, text, text, text, text],
      [text, text, text, text, cards([card(), card()])],
    ]) {
      const messages = render(replies, ways(1, { weight: 'main' }));
      expect(messages).toHaveLength(5);
      expect(payloads(messages, 'button')).toEqual(['x:0']);
    }
  });
  test('a label that a quick reply would cut is a button instead', () => {
    const label = 'Compare with Tokyo and Osaka';
    const messages = render(
      [text],
      [
        { label, payload: 'a' },
        { label: 'Compare with Tokyo', payload: 'b' },
      ],
    );
    expect(quickLabels(messages)).toEqual(['Compare with Tokyo']);
    expect(seen(messages)).toContain(label);
  });
  test('labels count as people count', () => {
    expect(quickLabels(render([text], ways(1, { label: FAMILY.repeat(3) })))).toEqual([FAMILY.repeat(3)]);
    expect(quickLabels(render([text], ways(1, { label: '𠮷'.repeat(20) })))).toEqual(['𠮷'.repeat(20)]);
    expect(quickLabels(render([text], ways(1, { label: '𠮷'.repeat(21) })))).toEqual([]);
    expect(quickLabels(render([text], ways(1, { label: '\n' })))).toEqual(['…']);
  });
  test('what thirteen quick replies do not hold becomes buttons', () => {
    const messages = render([text], ways(20));
    expect(payloads(messages, 'quickReply')).toHaveLength(13);
    expect(new Set(payloads(messages)).size).toBe(20);
  });
  test('without a reply are buttons', () => {
    expect(payloads(render([], ways(2)), 'button')).toEqual(['x:0', 'x:1']);
  });
  test('a payload over LINE’s limit is sent as text', () => {
    const [tap] = tappables(render([text], ways(1, { payload: 'x'.repeat(301) })));
    expect(tap!.action).toEqual({ type: 'message', label: '道0', text: '道0' });
  });
});

test('more than five replies are joined, with nothing left out', () => {
  const replies = Array.from({ length: 12 }, (_, i): Reply =>
    i % 3 === 0 ? cards([card({ title: `t${i}` })]) : { kind: 'text', text: `t${i}` },
  );
  const messages = render(replies, ways(2));
  expect(messages.length).toBeLessThanOrEqual(5);
  const all = seen(messages).join(' ');
  for (let i = 0; i < 12; i++) expect(all).toContain(`t${i}`);
});
