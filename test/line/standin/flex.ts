import { checkAction } from './actions.ts';
import { isObject, type Check, type Loose } from './check.ts';
import { checkBox, checkHero } from './components.ts';

const COLOUR = /^#([0-9a-f]{6}|[0-9a-f]{8})$/iu;

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
  check.at('direction').oneOf(bubble.direction, ['ltr', 'rtl']);
  check.ok(Buffer.byteLength(JSON.stringify(bubble)) <= 30_000, 'bubble is larger than 30 KB');
  check.ok(
    ['header', 'hero', 'body', 'footer'].some((block) => bubble[block] !== undefined),
    'At least one block must be specified',
  );
  for (const block of ['header', 'body', 'footer']) {
    if (bubble[block] !== undefined) checkBox(bubble[block], check.at(block), 1);
  }
  if (bubble.hero !== undefined) checkHero(bubble.hero, check.at('hero'));
  if (bubble.styles !== undefined) checkStyles(bubble.styles, check.at('styles'));
  if (bubble.action !== undefined) checkAction(bubble.action, check.at('action'), 'flex');
}

/** ref#bubble-style. */
function checkStyles(styles: unknown, check: Check): void {
  if (!isObject(styles)) return check.fault('Must be an object');
  check.only(styles, ['header', 'hero', 'body', 'footer']);
  for (const [name, style] of Object.entries(styles)) {
    const here = check.at(name);
    if (!isObject(style)) return here.fault('Must be an object');
    here.only(style, ['backgroundColor', 'separator', 'separatorColor']);
    for (const colour of ['backgroundColor', 'separatorColor'])
      here.at(colour).matches(style[colour], COLOUR);
    here.at('separator').oneOf(style.separator, [true, false]);
  }
}
