import { checkQuickReply } from './actions.ts';
import { Check, isObject, type Fault, type Loose } from './check.ts';
import { checkContainer } from './flex.ts';

/** The messages of a reply or push; an empty list of faults when LINE would take them. */
export function faultsOf(messages: unknown): Fault[] {
  const faults: Fault[] = [];
  const check = new Check(faults, 'messages');
  if (!Array.isArray(messages) || messages.length < 1 || messages.length > 5) {
    check.fault('Size must be between 1 and 5');
    return faults;
  }
  messages.forEach((message: unknown, index) => checkMessage(message, check.at(index)));
  return faults;
}

function checkMessage(message: unknown, check: Check): void {
  if (!isObject(message)) return check.fault('Must be an object');
  if (message.quickReply !== undefined) checkQuickReply(message.quickReply, check.at('quickReply'));
  switch (message.type) {
    case 'text':
      check.only(message, ['type', 'text', 'quickReply', 'sender', 'quoteToken', 'emojis']);
      check.at('text').text(message.text, 5000);
      return;
    case 'flex':
      check.only(message, ['type', 'altText', 'contents', 'quickReply', 'sender']);
      check.at('altText').text(message.altText, 400);
      return checkContainer(message.contents, check.at('contents'));
    case 'imagemap':
      return checkImagemap(message, check);
    default:
      return check.at('type').fault('Must be one of the following values: [text, flex, imagemap]');
  }
}

/** ref#imagemap-message: fetched at `{baseUrl}/{width}`, areas in pixels of a picture 1,040 wide, no postback. */
function checkImagemap(message: Loose, check: Check): void {
  check.only(message, ['type', 'baseUrl', 'altText', 'baseSize', 'actions', 'video', 'quickReply', 'sender']);
  check.at('baseUrl').text(message.baseUrl, 2000);
  check.at('baseUrl').matches(message.baseUrl, /^https:\/\/[\x21-\x7e]+$/u);
  check.at('altText').text(message.altText, 400);
  const size = isObject(message.baseSize) ? message.baseSize : {};
  check
    .at('baseSize')
    .at('width')
    .ok(size.width === 1040, 'Must be 1040');
  check.at('baseSize').at('height').ok(isPixels(size.height, 1), 'Must be a positive integer');
  const { actions } = message;
  if (!Array.isArray(actions) || actions.length < 1 || actions.length > 50) {
    return check.at('actions').fault('Size must be between 1 and 50');
  }
  actions.forEach((action: unknown, index) => {
    const here = check.at('actions').at(index);
    if (!isObject(action)) return here.fault('Must be an object');
    if (action.label !== undefined) here.at('label').text(action.label, 50);
    checkArea(action.area, here.at('area'), [1040, Number(size.height)]);
    switch (action.type) {
      case 'message':
        here.only(action, ['type', 'label', 'text', 'area']);
        return here.at('text').text(action.text, 400);
      case 'uri':
        here.only(action, ['type', 'label', 'linkUri', 'area']);
        return here.at('linkUri').text(action.linkUri, 1000);
      default:
        return here.at('type').fault('Must be one of the following values: [message, uri]');
    }
  });
}

const isPixels = (value: unknown, least: number): boolean =>
  Number.isInteger(value) && Number(value) >= least;

function checkArea(area: unknown, check: Check, [width, height]: readonly [number, number]): void {
  if (!isObject(area)) return check.fault('Must be an object');
  check.only(area, ['x', 'y', 'width', 'height']);
  check.ok(isPixels(area.x, 0) && isPixels(area.y, 0), 'Must not be negative');
  check.ok(isPixels(area.width, 1) && isPixels(area.height, 1), 'Must be positive');
  const [right, bottom] = [Number(area.x) + Number(area.width), Number(area.y) + Number(area.height)];
  check.ok(right <= width && bottom <= height, 'Must lie inside the image');
}
