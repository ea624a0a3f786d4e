import { checkAction } from './actions.ts';
import { isObject, type Check, type Loose } from './check.ts';

const COLOUR = /^#([0-9a-f]{6}|[0-9a-f]{8})$/iu;
const PIXELS = '\\d+(\\.\\d+)?px';
const GAP = new RegExp(`^(none|xs|sm|md|lg|xl|xxl|${PIXELS})$`, 'u');
const PADDING = new RegExp(`^(none|xs|sm|md|lg|xl|xxl|${PIXELS}|\\d+(\\.\\d+)?%)$`, 'u');
const LENGTH = new RegExp(`^(${PIXELS}|\\d+(\\.\\d+)?%)$`, 'u');
const TEXT_SIZE = new RegExp(`^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|${PIXELS})$`, 'u');
const BORDER = new RegExp(`^(none|light|normal|medium|semi-bold|bold|${PIXELS})$`, 'u');

const PLACED = ['position', 'offsetTop', 'offsetBottom', 'offsetStart', 'offsetEnd', 'margin', 'flex'];

/** ref#flex-message: a bubble of at most 30 KB, or a carousel of at most 12 of one width and 50 KB. */
export function checkContainer(container: unknown, check: Check): void {
  if (!isObject(container)) return check.fault('Must be an object');
  if (container.type !== 'carousel') return checkBubble(container, check);
  check.only(container, ['type', 'contents']);
  const { contents } = container;
  if (!Array.isArray(contents) || contents.length < 1 || contents.length > 12) {
    return check.at('contents').fault('Size must be between 1 and 12');
  }
  check.ok(Buffer.byteLength(JSON.stringify(container)) <= 50_000, 'carousel is larger than 50 KB');
  check.ok(
    new Set(contents.map((bubble: Loose) => bubble.size ?? 'mega')).size === 1,
    'bubbles differ in size',
  );
  contents.forEach((bubble: unknown, index) => checkBubble(bubble, check.at('contents').at(index)));
}

function checkBubble(bubble: unknown, check: Check): void {
  if (!isObject(bubble) || bubble.type !== 'bubble')
    return check.at('type').fault('Must be bubble or carousel');
  check.only(bubble, ['type', 'size', 'direction', 'header', 'hero', 'body', 'footer', 'styles', 'action']);
  check.at('size').oneOf(bubble.size, ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']);
  check.ok(Buffer.byteLength(JSON.stringify(bubble)) <= 30_000, 'bubble is larger than 30 KB');
  check.ok(
    ['header', 'hero', 'body', 'footer'].some((block) => bubble[block] !== undefined),
    'At least one block must be specified',
  );
  for (const block of ['header', 'body', 'footer']) {
    if (bubble[block] !== undefined) checkBox(bubble[block], check.at(block), 1);
  }
}

/** Deeper than LINE's own samples go; phones grow slow long before. */
const DEEPEST = 10;

function checkComponent(part: unknown, check: Check, layout: unknown, depth: number): void {
  if (!isObject(part)) return check.fault('Must be an object');
  if (part.flex !== undefined)
    check.at('flex').ok(Number.isInteger(part.flex) && Number(part.flex) >= 0, 'invalid property');
  check.at('margin').matches(part.margin, GAP);
  switch (part.type) {
    case 'box':
      check.ok(layout !== 'baseline', 'a baseline box holds no box');
      return checkBox(part, check, depth + 1);
    case 'text':
      return checkText(part, check);
    case 'separator':
      check.only(part, ['type', 'margin', 'color']);
      return check.at('color').matches(part.color, COLOUR);
    case 'button':
      check.only(part, [
        ...PLACED,
        'type',
        'action',
        'height',
        'style',
        'color',
        'gravity',
        'adjustMode',
        'scaling',
      ]);
      check
        .at('action.label')
        .ok(isObject(part.action) && part.action.label !== undefined, 'May not be empty');
      return checkAction(part.action, check.at('action'), 'flex');
    default:
      return check.at('type').fault('Must be one of the following values: [box, text, separator, button]');
  }
}

function checkBox(box: unknown, check: Check, depth: number): void {
  if (!isObject(box) || box.type !== 'box') return check.at('type').fault('Must be box');
  check.only(box, [
    ...PLACED, 'type', 'layout', 'contents', 'spacing', 'backgroundColor', 'borderColor', 'borderWidth', 'cornerRadius', 'width',
    'maxWidth', 'height', 'maxHeight', 'paddingAll', 'paddingTop', 'paddingBottom', 'paddingStart', 'paddingEnd', 'action',
    'justifyContent', 'alignItems', 'background',
  ]); // prettier-ignore
  check.ok(depth <= DEEPEST, 'nested too deeply');
  check
    .at('layout')
    .ok(['horizontal', 'vertical', 'baseline'].includes(String(box.layout)), 'invalid property');
  check.at('spacing').matches(box.spacing, GAP);
  check.at('cornerRadius').matches(box.cornerRadius, GAP);
  check.at('borderWidth').matches(box.borderWidth, BORDER);
  for (const name of ['backgroundColor', 'borderColor']) check.at(name).matches(box[name], COLOUR);
  for (const name of ['width', 'maxWidth', 'height', 'maxHeight']) check.at(name).matches(box[name], LENGTH);
  for (const name of ['paddingAll', 'paddingTop', 'paddingBottom', 'paddingStart', 'paddingEnd']) {
    check.at(name).matches(box[name], PADDING);
  }
  const places = ['center', 'flex-start', 'flex-end'];
  check.at('alignItems').oneOf(box.alignItems, places);
  check
    .at('justifyContent')
    .oneOf(box.justifyContent, [...places, 'space-between', 'space-around', 'space-evenly']);
  if (box.action !== undefined) checkAction(box.action, check.at('action'), 'flex');
  if (!Array.isArray(box.contents)) return check.at('contents').fault('Must be an array');
  box.contents.forEach((part: unknown, index) =>
    checkComponent(part, check.at('contents').at(index), box.layout, depth),
  );
}

function checkText(text: Loose, check: Check): void {
  check.only(text, [
    ...PLACED, 'type', 'text', 'contents', 'adjustMode', 'size', 'align', 'gravity', 'wrap', 'lineSpacing', 'maxLines', 'weight',
    'color', 'action', 'style', 'decoration', 'scaling',
  ]); // prettier-ignore
  check.at('text').text(text.text, Number.POSITIVE_INFINITY);
  check.at('size').matches(text.size, TEXT_SIZE);
  check.at('color').matches(text.color, COLOUR);
  check.at('lineSpacing').matches(text.lineSpacing, new RegExp(`^${PIXELS}$`, 'u'));
  check.at('align').oneOf(text.align, ['start', 'end', 'center']);
  check.at('gravity').oneOf(text.gravity, ['top', 'bottom', 'center']);
  check.at('weight').oneOf(text.weight, ['regular', 'bold']);
  check.at('style').oneOf(text.style, ['normal', 'italic']);
  check.at('decoration').oneOf(text.decoration, ['none', 'underline', 'line-through']);
  check.at('wrap').oneOf(text.wrap, [true, false]);
  check.at('scaling').oneOf(text.scaling, [true, false]);
  if (text.action !== undefined) checkAction(text.action, check.at('action'), 'flex');
}
