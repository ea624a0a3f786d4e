import type { messagingApi } from '@line/bot-sdk';
import type { Choice, Reply } from '../../replies/reply.ts';
import { FAMILY, card, cards, payloads, quickLabels, render, seen, ways } from './rendering.ts';
import { tappables } from './standin/reading.ts';

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
  test('share very many answers evenly among bubbles', () => {
    const [message] = render([question({ options: ways(15) })]);
    const { contents } = (message as messagingApi.FlexMessage).contents as messagingApi.FlexCarousel;
    expect(contents.map((bubble) => JSON.stringify(bubble).match(/"postback"/gu)!.length)).toEqual([8, 7]);
  });
  test('that are long ask in their first sentence, the rest is text', () => {
    const first = '今住んでいるのは、日本のどのあたりの県ですか。';
    const rest = '「さいたま。」のように名前でも大丈夫です。ここにない時も、名前でどうぞ。';
    expect(seen(render([question({ text: first + rest, options: [] })]))).toEqual([first, rest]);
    expect(seen(render([question({ text: 'はい。いいえ。', options: [] })]))).toEqual(['はい。いいえ。']);
    const english = 'Where in Japan do you live at the moment? It costs 2.5 seconds.';
    expect(seen(render([question({ text: english, options: [] })]))).toEqual([
      'Where in Japan do you live at the moment?',
      'It costs 2.5 seconds.',
    ]);
  });
  test('without answers or words still are a question', () => {
    render([question({ options: [], text: ' ' })]);
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
  test('the main one is a button instead: under the text, which becomes a bubble with it', () => {
    const messages = render([text], ways(1, { weight: 'main' }));
    expect(messages).toHaveLength(1);
    expect(seen(messages)).toEqual(['はい', '道0']);
    expect((messages[0] as messagingApi.FlexMessage).altText).toBe('はい');
    expect(payloads(messages, 'button')).toEqual(['x:0']);
    expect(payloads(messages, 'quickReply')).toEqual([]);
  });
  test('after a long text, which is better read as a message, in a bubble of its own', () => {
    const messages = render([{ kind: 'text', text: 'あ'.repeat(300) }], ways(1, { weight: 'main' }));
    expect(messages.map(({ type }) => type)).toEqual(['text', 'flex']);
    expect(payloads(messages, 'button')).toEqual(['x:0']);
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
  test('carry icons from our own address, and only from there', () => {
    const back: Choice = { label: 'もどる', payload: 'go:back' };
    const language: Choice = { label: '🌐 Language', payload: 'go:language' };
    const items = (base?: string) =>
      render([text], [back, language, ...ways(1)], base)[0]!.quickReply!.items!.map(
        ({ imageUrl, action }) => [imageUrl?.replace(/[0-9a-f]{8}/u, '…'), action!.label],
      );
    const icons = 'https://s.example/line/icons/…';
    expect(items('https://s.example/')).toEqual([
      [`${icons}/back.png`, 'もどる'],
      [`${icons}/language.png`, 'Language'],
      [undefined, '道0'],
    ]);
    for (const none of [undefined, 'http://s.example']) {
      expect(items(none)).toEqual([
        [undefined, 'もどる'],
        [undefined, '🌐 Language'],
        [undefined, '道0'],
      ]);
    }
  });
  test('open the keyboard where a word is wanted next', () => {
    const search: Choice = { label: 'さがす', payload: 'search:open' };
    for (const weight of ['main', 'quiet'] as const) {
      const [tap] = tappables(render([text], [{ ...search, weight }]));
      expect(tap!.action).toMatchObject({ inputOption: 'openKeyboard', displayText: 'さがす' });
    }
    expect(tappables(render([text], ways(1)))[0]!.action).not.toHaveProperty('inputOption');
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
