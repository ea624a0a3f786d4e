import { checkAction, checkPicture } from './actions.ts';
import { isObject, type Check, type Loose } from './check.ts';

const COLOUR = /^#([0-9a-f]{6}|[0-9a-f]{8})$/iu;
const PIXELS = '\\d+(\\.\\d+)?px';
const SIZES = 'none|xs|sm|md|lg|xl|xxl';
const GAP = new RegExp(`^(${SIZES}|${PIXELS})$`, 'u');
const OFFSET = new RegExp(`^(${SIZES}|-?${PIXELS}|-?\\d+(\\.\\d+)?%)$`, 'u');
const PADDING = new RegExp(`^(${SIZES}|${PIXELS}|\\d+(\\.\\d+)?%)$`, 'u');
const LENGTH = new RegExp(`^(${PIXELS}|\\d+(\\.\\d+)?%)$`, 'u');
const TEXT_SIZE = new RegExp(`^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|${PIXELS})$`, 'u');
const IMAGE_SIZE = new RegExp(`^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|full|${PIXELS}|\\d+(\\.\\d+)?%)$`, 'u');
const BORDER = new RegExp(`^(none|light|normal|medium|semi-bold|bold|${PIXELS})$`, 'u');

const PLACED = ['position', 'offsetTop', 'offsetBottom', 'offsetStart', 'offsetEnd', 'margin', 'flex'];
/** ref#flex-message-layout: what may stand in a box, by its layout. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  horizontal: ['box', 'text', 'image', 'separator', 'button', 'filler'],
  vertical: ['box', 'text', 'image', 'separator', 'button', 'filler'],
  baseline: ['text', 'icon', 'filler'],
};
/** Deeper than LINE's own samples go; phones grow slow long before. */
const DEEPEST = 10;

/** ref#bubble: a picture, a box or a video at the top; videos are none of ours. */
export function checkHero(hero: unknown, check: Check): void {
  if (isObject(hero) && hero.type === 'image') return checkComponent(hero, check, 'vertical', 1);
  return isObject(hero) && hero.type === 'box'
    ? checkBox(hero, check, 1)
    : check.at('type').fault('Must be one of the following values: [box, image]');
}

function checkComponent(part: unknown, check: Check, layout: unknown, depth: number): void {
  if (!isObject(part)) return check.fault('Must be an object');
  const allowed = HOLDS[String(layout)] ?? [];
  if (!allowed.includes(String(part.type))) {
    return check.at('type').fault(`Must be one of the following values: [${allowed.join(', ')}]`);
  }
  if (part.flex !== undefined)
    check.at('flex').ok(Number.isInteger(part.flex) && Number(part.flex) >= 0, 'invalid property');
  check.at('margin').matches(part.margin, GAP);
  check.at('position').oneOf(part.position, ['relative', 'absolute']);
  for (const side of ['offsetTop', 'offsetBottom', 'offsetStart', 'offsetEnd'])
    check.at(side).matches(part[side], OFFSET);
  switch (part.type) {
    case 'box':
      return checkBox(part, check, depth + 1);
    case 'text':
      return checkText(part, check);
    case 'separator':
      check.only(part, ['type', 'margin', 'color']);
      return check.at('color').matches(part.color, COLOUR);
    case 'image':
      return checkImage(part, check);
    case 'icon':
      return checkIcon(part, check);
    case 'filler':
      return check.only(part, ['type', 'flex']);
    default:
      return checkButton(part, check);
  }
}

export function checkBox(box: unknown, check: Check, depth: number): void {
  if (!isObject(box) || box.type !== 'box') return check.at('type').fault('Must be box');
  check.only(box, [
    ...PLACED, 'type', 'layout', 'contents', 'spacing', 'backgroundColor', 'borderColor', 'borderWidth', 'cornerRadius', 'width',
    'maxWidth', 'height', 'maxHeight', 'paddingAll', 'paddingTop', 'paddingBottom', 'paddingStart', 'paddingEnd', 'action',
    'justifyContent', 'alignItems', 'background',
  ]); // prettier-ignore
  check.ok(depth <= DEEPEST, 'nested too deeply');
  check.at('layout').ok(Object.hasOwn(HOLDS, String(box.layout)), 'invalid property');
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
  if (box.background !== undefined) checkBackground(box.background, check.at('background'));
  if (box.action !== undefined) checkAction(box.action, check.at('action'), 'flex');
  if (!Array.isArray(box.contents)) return check.at('contents').fault('Must be an array');
  box.contents.forEach((part: unknown, index) =>
    checkComponent(part, check.at('contents').at(index), box.layout, depth),
  );
}

/** ref#linear-gradient-bg: both ends are needed; a middle has its place in per cent. */
function checkBackground(background: unknown, check: Check): void {
  if (!isObject(background)) return check.fault('Must be an object');
  check.only(background, ['type', 'angle', 'startColor', 'endColor', 'centerColor', 'centerPosition']);
  check.at('type').ok(background.type === 'linearGradient', 'Must be linearGradient');
  check.at('angle').ok(/^\d{1,3}(\.\d+)?deg$/u.test(String(background.angle)), 'invalid property');
  for (const name of ['startColor', 'endColor'])
    check.at(name).ok(COLOUR.test(String(background[name])), 'invalid property');
  check.at('centerColor').matches(background.centerColor, COLOUR);
  check.at('centerPosition').matches(background.centerPosition, /^\d{1,3}(\.\d+)?%$/u);
}

const TYPE_FACE = ['size', 'weight', 'color', 'style', 'decoration'];

function checkTypeFace(text: Loose, check: Check): void {
  check.at('size').matches(text.size, TEXT_SIZE);
  check.at('color').matches(text.color, COLOUR);
  check.at('weight').oneOf(text.weight, ['regular', 'bold']);
  check.at('style').oneOf(text.style, ['normal', 'italic']);
  check.at('decoration').oneOf(text.decoration, ['none', 'underline', 'line-through']);
}

function checkText(text: Loose, check: Check): void {
  check.only(text, [
    ...PLACED, ...TYPE_FACE, 'type', 'text', 'contents', 'adjustMode', 'align', 'gravity', 'wrap', 'lineSpacing', 'maxLines',
    'action', 'scaling',
  ]); // prettier-ignore
  if (text.contents === undefined) check.at('text').text(text.text, Number.POSITIVE_INFINITY);
  else checkSpans(text.contents, check.at('contents'));
  checkTypeFace(text, check);
  check.at('lineSpacing').matches(text.lineSpacing, new RegExp(`^${PIXELS}$`, 'u'));
  check.at('align').oneOf(text.align, ['start', 'end', 'center']);
  check.at('gravity').oneOf(text.gravity, ['top', 'bottom', 'center']);
  check.at('adjustMode').oneOf(text.adjustMode, ['shrink-to-fit']);
  for (const name of ['wrap', 'scaling']) check.at(name).oneOf(text[name], [true, false]);
  if (text.maxLines !== undefined) {
    check
      .at('maxLines')
      .ok(Number.isInteger(text.maxLines) && Number(text.maxLines) >= 0, 'invalid property');
  }
  if (text.action !== undefined) checkAction(text.action, check.at('action'), 'flex');
}

/** ref#span. */
function checkSpans(spans: unknown, check: Check): void {
  if (!Array.isArray(spans) || spans.length === 0) return check.fault('Must be an array of spans');
  spans.forEach((span: unknown, index) => {
    const here = check.at(index);
    if (!isObject(span) || span.type !== 'span') return here.at('type').fault('Must be span');
    here.only(span, [...TYPE_FACE, 'type', 'text']);
    here.at('text').text(span.text, Number.POSITIVE_INFINITY);
    checkTypeFace(span, here);
  });
}

/** `width:height`, at most three times as high as wide. */
function checkRatio(ratio: unknown, check: Check): void {
  check.matches(ratio, /^\d+:\d+$/u);
  const [width = 1, height = 1] = String(ratio ?? '1:1')
    .split(':')
    .map(Number);
  check.ok(
    [width, height].every((one) => one >= 1 && one <= 100_000) && height <= 3 * width,
    'invalid property',
  );
}

/** ref#f-image. */
function checkImage(image: Loose, check: Check): void {
  check.only(image, [
    ...PLACED, 'type', 'url', 'align', 'gravity', 'size', 'aspectRatio', 'aspectMode', 'backgroundColor', 'action', 'animated',
  ]); // prettier-ignore
  checkPicture(image.url ?? '', check.at('url'));
  check.at('size').matches(image.size, IMAGE_SIZE);
  checkRatio(image.aspectRatio, check.at('aspectRatio'));
  check.at('aspectMode').oneOf(image.aspectMode, ['cover', 'fit']);
  check.at('backgroundColor').matches(image.backgroundColor, COLOUR);
  check.at('align').oneOf(image.align, ['start', 'end', 'center']);
  check.at('gravity').oneOf(image.gravity, ['top', 'bottom', 'center']);
  if (image.action !== undefined) checkAction(image.action, check.at('action'), 'flex');
}

/** ref#icon: only in a baseline box, and without `flex`. */
function checkIcon(icon: Loose, check: Check): void {
  check.only(icon, [
    ...PLACED.filter((name) => name !== 'flex'),
    'type',
    'url',
    'size',
    'aspectRatio',
    'scaling',
  ]);
  checkPicture(icon.url ?? '', check.at('url'));
  check.at('size').matches(icon.size, TEXT_SIZE);
  checkRatio(icon.aspectRatio, check.at('aspectRatio'));
}

/** ref#button. */
function checkButton(button: Loose, check: Check): void {
  check.only(button, [
    ...PLACED, 'type', 'action', 'height', 'style', 'color', 'gravity', 'adjustMode', 'scaling',
  ]); // prettier-ignore
  check.at('height').oneOf(button.height, ['sm', 'md']);
  check.at('style').oneOf(button.style, ['primary', 'secondary', 'link']);
  check.at('color').matches(button.color, COLOUR);
  const hasLabel = isObject(button.action) && button.action.label !== undefined;
  check.at('action.label').ok(hasLabel, 'May not be empty');
  checkAction(button.action, check.at('action'), 'flex');
}
