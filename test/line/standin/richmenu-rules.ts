/** What LINE refuses of a rich menu, as published (ref#rich-menu-object, ref#upload-rich-menu-image); numbers of its own. */
import { checkAction } from './actions.ts';
import { Check, graphemes, isObject, type Fault } from './check.ts';

export const ALIAS = /^[a-z0-9_-]{1,32}$/u;
const INPUT_OPTIONS = ['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice'];

/** Everything wrong with a rich menu object. */
export function menuFaults(menu: unknown): Fault[] {
  const faults: Fault[] = [];
  const check = new Check(faults, 'richmenu');
  if (!isObject(menu)) return [{ message: 'Must be an object', property: 'richmenu' }];
  check.only(menu, ['size', 'selected', 'name', 'chatBarText', 'areas']);
  checkSize(menu.size, check.at('size'));
  check.at('selected').ok(typeof menu.selected === 'boolean', 'Must be true or false');
  check.at('name').text(menu.name, 300);
  check.at('chatBarText').text(menu.chatBarText, 14);
  if (!Array.isArray(menu.areas)) check.at('areas').fault('Must be an array');
  else {
    check.at('areas').ok(menu.areas.length <= 20, 'Size must be between 0 and 20');
    menu.areas.forEach((area: unknown, n) => checkArea(area, menu.size, check.at('areas').at(n)));
  }
  return faults.map(({ message, property }) => ({ message, property: property.replace(/^richmenu\./u, '') }));
}

const whole = (value: unknown, least: number): value is number =>
  Number.isInteger(value) && (value as number) >= least;

function checkSize(size: unknown, check: Check): void {
  if (!isObject(size) || !whole(size.width, 800) || !whole(size.height, 250))
    return check.fault('Must be at least 800 × 250');
  check.ok(size.width <= 2500, 'The width must be at most 2500');
  check.ok(size.width / size.height >= 1.45, 'The aspect ratio must be at least 1.45');
}

function checkArea(area: unknown, size: unknown, check: Check): void {
  if (!isObject(area) || !isObject(area.bounds)) return check.fault('Must have bounds and an action');
  const { x, y, width, height } = area.bounds;
  if (!whole(x, 0) || !whole(y, 0) || !whole(width, 1) || !whole(height, 1))
    check.at('bounds').fault('Must be whole pixels');
  else if (isObject(size))
    check
      .at('bounds')
      .ok(x + width <= Number(size.width) && y + height <= Number(size.height), 'Must lie in the menu');
  checkMenuAction(area.action, check.at('action'));
}

function checkMenuAction(action: unknown, check: Check): void {
  if (!isObject(action)) return check.fault('Must be an object');
  if (action.label !== undefined) check.at('label').text(action.label, 20, graphemes);
  if (action.type === 'richmenuswitch') {
    check.only(action, ['type', 'label', 'richMenuAliasId', 'data']);
    check.at('data').text(action.data, 300);
    if (typeof action.richMenuAliasId !== 'string') check.at('richMenuAliasId').fault('May not be empty');
    return check.at('richMenuAliasId').matches(action.richMenuAliasId, ALIAS);
  }
  checkAction(action, check, 'flex');
  check.at('inputOption').oneOf(action.inputOption, INPUT_OPTIONS);
  check
    .at('fillInText')
    .ok(action.fillInText === undefined || action.inputOption === 'openKeyboard', 'Needs openKeyboard');
}

/** Width and height of a PNG, from its first chunk; `null` for anything else. */
export function pngSize(bytes: Buffer): { width: number; height: number } | null {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature)) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Whether LINE takes a picture of this size. */
export const isPictureSize = ({ width, height }: { width: number; height: number }): boolean =>
  width >= 800 && width <= 2500 && height >= 250 && width / height >= 1.45;
