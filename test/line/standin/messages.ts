import { checkQuickReply } from './actions.ts';
import { Check, isObject, type Fault } from './check.ts';
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
      check.at('altText').text(message.altText, 1500);
      return checkContainer(message.contents, check.at('contents'));
    default:
      return check.at('type').fault('Must be one of the following values: [text, flex]');
  }
}
