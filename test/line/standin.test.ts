import { faultsOf } from './standin/messages.ts';

const text = { type: 'text', text: 'はい' };
const bubble = (contents: unknown[], more: object = {}) => ({
  type: 'flex',
  altText: 'x',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents }, ...more },
});
const imagemap = (more: object = {}, action: object = {}) => ({
  type: 'imagemap',
  baseUrl: 'https://s.example/map',
  altText: 'x',
  baseSize: { width: 1040, height: 700 },
  actions: [{ type: 'message', text: 'a', area: { x: 0, y: 0, width: 10, height: 10 }, ...action }],
  ...more,
});
const quick = (items: unknown[]) => ({ ...text, quickReply: { items } });
const item = (action: object) => ({
  type: 'action',
  action: { type: 'postback', label: 'a', data: 'a', ...action },
});

describe('the stand-in refuses', () => {
  test.each<[string, unknown[], string]>([
    ['no messages', [], 'messages'],
    ['six', Array.from({ length: 6 }, () => text), 'messages'],
    ['empty text', [{ type: 'text', text: '' }], 'messages[0].text'],
    ['5,001 letters', [{ type: 'text', text: 'a'.repeat(5001) }], 'messages[0].text'],
    ['half a character', [{ type: 'text', text: 'a\ud83d' }], 'messages[0].text'],
    ['a kind it does not know', [{ type: 'hologram' }], 'messages[0].type'],
    ['14 quick replies', [quick(Array.from({ length: 14 }, () => item({})))], 'messages[0].quickReply.items'],
    [
      'a quick reply of 21 letters',
      [quick([item({ label: 'a'.repeat(21) })])],
      'messages[0].quickReply.items[0].action.label',
    ],
    [
      '301 letters of data',
      [quick([item({ data: 'a'.repeat(301) })])],
      'messages[0].quickReply.items[0].action.data',
    ],
    ['a long alternative text', [{ ...bubble([]), altText: 'a'.repeat(401) }], 'messages[0].altText'],
    ['a bubble of 30 KB', [bubble([{ type: 'text', text: 'a'.repeat(30_000) }])], 'messages[0].contents'],
    [
      'an empty text in a bubble',
      [bubble([{ type: 'text', text: '' }])],
      'messages[0].contents.body.contents[0].text',
    ],
    [
      'a colour by name',
      [bubble([{ type: 'text', text: 'a', color: 'red' }])],
      'messages[0].contents.body.contents[0].color',
    ],
    [
      'an unknown property',
      [bubble([{ type: 'text', text: 'a', bold: true }])],
      'messages[0].contents.body.contents[0].bold',
    ],
    [
      'a script as an address',
      [quick([item({ type: 'uri', uri: 'javascript:x', data: undefined })])],
      'messages[0].quickReply.items[0].action.data',
    ],
    [
      'an empty bubble',
      [{ type: 'flex', altText: 'x', contents: { type: 'bubble' } }],
      'messages[0].contents',
    ],
    [
      '13 bubbles',
      [
        {
          type: 'flex',
          altText: 'x',
          contents: { type: 'carousel', contents: Array.from({ length: 13 }, () => bubble([]).contents) },
        },
      ],
      'messages[0].contents.contents',
    ],
    ['an imagemap without https', [imagemap({ baseUrl: 'http://s.example/map' })], 'messages[0].baseUrl'],
    [
      'an imagemap of another width',
      [imagemap({ baseSize: { width: 700, height: 700 } })],
      'messages[0].baseSize.width',
    ],
    ['an imagemap that does nothing', [imagemap({ actions: [] })], 'messages[0].actions'],
    [
      'an area outside the picture',
      [imagemap({}, { area: { x: 1000, y: 0, width: 41, height: 10 } })],
      'messages[0].actions[0].area',
    ],
    [
      'an area between pixels',
      [imagemap({}, { area: { x: 0, y: 0.5, width: 41, height: 10 } })],
      'messages[0].actions[0].area',
    ],
    [
      'a postback on a picture',
      [imagemap({}, { type: 'postback', data: 'a', text: undefined })],
      'messages[0].actions[0].type',
    ],
    [
      'bubbles of two widths',
      [
        {
          type: 'flex',
          altText: 'x',
          contents: {
            type: 'carousel',
            contents: [bubble([]).contents, bubble([], { size: 'kilo' }).contents],
          },
        },
      ],
      'messages[0].contents',
    ],
  ])('%s', (_, messages, property) => {
    expect(faultsOf(messages).map((fault) => fault.property)).toContain(property);
  });

  test('and takes the rest', () => {
    expect(
      faultsOf([text, bubble([{ type: 'text', text: 'a', color: '#0f766e' }]), quick([item({})])]),
    ).toEqual([]);
  });
});
