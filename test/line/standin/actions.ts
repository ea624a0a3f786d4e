import { graphemes, isObject, type Check, type Loose } from './check.ts';

/** Pictures come over `https` from an address of at most 2,000 letters; left out is allowed. */
export function checkPicture(url: unknown, check: Check): void {
  if (url === undefined) return;
  check.text(url, 2000);
  check.matches(url, /^https:\/\/[\x21-\x7e]+$/u);
}

/** ref#action-objects. Labels count in graphemes: 20 in quick replies, 40 in Flex Messages. */
export function checkAction(action: unknown, check: Check, place: 'quickReply' | 'flex'): void {
  if (!isObject(action)) return check.fault('Must be an object');
  if (place === 'quickReply' || action.label !== undefined) {
    check.at('label').text(action.label, place === 'quickReply' ? 20 : 40, graphemes);
  }
  switch (action.type) {
    case 'postback':
      check.only(action, ['type', 'label', 'data', 'displayText', 'text', 'inputOption', 'fillInText']);
      check.at('data').text(action.data, 300);
      if (action.displayText !== undefined) check.at('displayText').text(action.displayText, 300, graphemes);
      check.ok(
        action.displayText === undefined || action.text === undefined,
        'displayText and text exclude each other',
      );
      return checkInput(action, check);
    case 'message':
      check.only(action, ['type', 'label', 'text']);
      check.at('text').text(action.text, 300, graphemes);
      return;
    case 'uri':
      check.only(action, ['type', 'label', 'uri', 'altUri']);
      check.at('uri').text(action.uri, 1000);
      check.at('uri').matches(action.uri, /^(https?|line|tel):[\x21-\x7e]+$/u);
      return;
    default:
      check.at('type').fault('Must be one of the following values: [postback, message, uri]');
  }
}

/** ref#postback-action: what happens to the keyboard and the rich menu; text is filled in only where the keyboard opens. */
function checkInput({ inputOption, fillInText }: Loose, check: Check): void {
  check.at('inputOption').oneOf(inputOption, ['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']);
  if (fillInText === undefined) return;
  check.at('fillInText').ok(inputOption === 'openKeyboard', 'only with openKeyboard');
  check.at('fillInText').text(fillInText, 300, graphemes);
}

/** ref#quick-reply. */
export function checkQuickReply(quickReply: unknown, check: Check): void {
  const items = isObject(quickReply) ? quickReply.items : undefined;
  if (!Array.isArray(items)) return check.at('items').fault('Must be an array');
  check.at('items').ok(items.length >= 1 && items.length <= 13, 'Size must be between 1 and 13');
  items.forEach((item: unknown, index) => {
    const here = check.at('items').at(index);
    if (!isObject(item) || item.type !== 'action') return here.fault('Must be an action');
    here.only(item, ['type', 'imageUrl', 'action']);
    checkPicture(item.imageUrl, here.at('imageUrl'));
    checkAction(item.action, here.at('action'), 'quickReply');
  });
}
