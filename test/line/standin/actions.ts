import { graphemes, isObject, type Check } from './check.ts';

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
      return;
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

/** ref#quick-reply. */
export function checkQuickReply(quickReply: unknown, check: Check): void {
  const items = isObject(quickReply) ? quickReply.items : undefined;
  if (!Array.isArray(items)) return check.at('items').fault('Must be an array');
  check.at('items').ok(items.length >= 1 && items.length <= 13, 'Size must be between 1 and 13');
  items.forEach((item: unknown, index) => {
    const here = check.at('items').at(index);
    if (!isObject(item) || item.type !== 'action') here.fault('Must be an action');
    else checkAction(item.action, here.at('action'), 'quickReply');
  });
}
