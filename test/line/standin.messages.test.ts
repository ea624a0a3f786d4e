/** What the stand-in makes of components that are newly used or may be next: each rule once broken, once kept. */
import { faultsOf } from './standin/messages.ts';

const flex = (contents: object) => ({ type: 'flex', altText: 'x', contents });
const inside = (part: object, layout = 'vertical') =>
  flex({ type: 'bubble', body: { type: 'box', layout, contents: [part] } });
const quick = (more: object, action: object = {}) => ({
  type: 'text',
  text: 'a',
  quickReply: {
    items: [{ type: 'action', action: { type: 'postback', label: 'a', data: 'a', ...action }, ...more }],
  },
});
const PICTURE = 'https://s.example/a.png';
const ITEM = 'messages[0].quickReply.items[0]';
const PART = 'messages[0].contents.body.contents[0]';
const gradient = (more: object = {}) => ({
  type: 'box',
  layout: 'vertical',
  contents: [],
  background: { type: 'linearGradient', angle: '90deg', startColor: '#ffffff', endColor: '#000000', ...more },
});

describe('the stand-in refuses', () => {
  test.each<[string, object, string]>([
    ['an icon without https', quick({ imageUrl: 'http://s.example/a.png' }), `${ITEM}.imageUrl`],
    ['an icon with a long address', quick({ imageUrl: PICTURE + 'a'.repeat(2000) }), `${ITEM}.imageUrl`],
    ['an empty icon address', quick({ imageUrl: '' }), `${ITEM}.imageUrl`],
    ['a quick reply with more', quick({ icon: PICTURE }), `${ITEM}.icon`],
    ['an input that there is not', quick({}, { inputOption: 'openDoor' }), `${ITEM}.action.inputOption`],
    ['filled-in text without a keyboard', quick({}, { fillInText: 'a' }), `${ITEM}.action.fillInText`],
    [
      'filled-in text of 301 letters',
      quick({}, { inputOption: 'openKeyboard', fillInText: 'a'.repeat(301) }),
      `${ITEM}.action.fillInText`,
    ],
    ['two texts of one tap', quick({}, { text: 'a', displayText: 'a' }), `${ITEM}.action`],
    ['an icon in a column', inside({ type: 'icon', url: PICTURE }), `${PART}.type`],
    [
      'a box on a baseline',
      inside({ type: 'box', layout: 'vertical', contents: [] }, 'baseline'),
      `${PART}.type`,
    ],
    ['an icon that grows', inside({ type: 'icon', url: PICTURE, flex: 1 }, 'baseline'), `${PART}.flex`],
    ['a picture without https', inside({ type: 'image', url: 'http://s.example/a.png' }), `${PART}.url`],
    ['a picture without an address', inside({ type: 'image' }), `${PART}.url`],
    [
      'a picture too high',
      inside({ type: 'image', url: PICTURE, aspectRatio: '1:4' }),
      `${PART}.aspectRatio`,
    ],
    ['no spans', inside({ type: 'text', contents: [] }), `${PART}.contents`],
    [
      'a span that wraps',
      inside({ type: 'text', contents: [{ type: 'span', text: 'a', wrap: true }] }),
      `${PART}.contents[0].wrap`,
    ],
    ['half a line', inside({ type: 'text', text: 'a', maxLines: 1.5 }), `${PART}.maxLines`],
    ['a place that there is not', inside({ type: 'text', text: 'a', position: 'fixed' }), `${PART}.position`],
    ['an offset in letters', inside({ type: 'text', text: 'a', offsetTop: '1em' }), `${PART}.offsetTop`],
    ['a background with one end', inside(gradient({ endColor: undefined })), `${PART}.background.endColor`],
    ['a background without an angle', inside(gradient({ angle: '90' })), `${PART}.background.angle`],
    [
      'a tall button',
      inside({ type: 'button', height: 'lg', action: { type: 'postback', label: 'a', data: 'a' } }),
      `${PART}.height`,
    ],
    [
      'a button that says nothing',
      inside({ type: 'button', action: { type: 'postback', data: 'a' } }),
      `${PART}.action.label`,
    ],
    [
      'a text as hero',
      flex({ type: 'bubble', hero: { type: 'text', text: 'a' } }),
      'messages[0].contents.hero.type',
    ],
    [
      'a style by name',
      flex({
        type: 'bubble',
        body: { type: 'box', layout: 'vertical', contents: [] },
        styles: { body: { backgroundColor: 'red' } },
      }),
      'messages[0].contents.styles.body.backgroundColor',
    ],
    [
      'a bubble that taps wrongly',
      flex({ type: 'bubble', action: { type: 'postback' } }),
      'messages[0].contents.action.data',
    ],
  ])('%s', (_, message, property) => {
    expect(faultsOf([message]).map((fault) => fault.property)).toContain(property);
  });
});

test.each<[string, object]>([
  ['icons', quick({ imageUrl: PICTURE })],
  ['the keyboard', quick({}, { inputOption: 'openKeyboard', fillInText: 'a\nb', displayText: 'a' })],
  ['an icon on a baseline', inside({ type: 'icon', url: PICTURE, size: 'sm', scaling: true }, 'baseline')],
  [
    'a picture',
    inside({ type: 'image', url: PICTURE, size: 'full', aspectRatio: '20:13', aspectMode: 'cover' }),
  ],
  ['spans', inside({ type: 'text', wrap: true, contents: [{ type: 'span', text: 'a', weight: 'bold' }] })],
  ['a background', inside(gradient({ centerColor: '#888888', centerPosition: '50%' }))],
  [
    'something laid over',
    inside({ type: 'text', text: 'a', position: 'absolute', offsetEnd: '-4px', maxLines: 2 }),
  ],
  ['a hero', flex({ type: 'bubble', hero: { type: 'image', url: PICTURE, size: 'full' } })],
])('the stand-in takes %s', (_, message) => {
  expect(faultsOf([message])).toEqual([]);
});
