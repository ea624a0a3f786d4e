import type { IconName } from './shapes.ts';

/** Icons by what a payload does (`dialog:verb`), else by its dialog. What chooses among equals has none: a picture would push. */
const ICONS: Readonly<Record<string, IconName | null>> = {
  'go:menu': 'menu',
  'go:back': 'back',
  'go:help': 'help',
  'go:pause': 'pause',
  'go:language': 'language',
  'go:restart': 'again',

  welcome: 'compass',
  menu: 'menu',
  language: 'language',
  prefecture: 'place',

  interests: 'pen',
  'interests:answer': null,
  'interests:over': 'again',
  'interests:show': 'list',
  'interests:skip': 'skip',
  pairs: 'pen',
  'pairs:back': 'back',
  'pairs:choose': null,
  'pairs:over': 'again',
  values: 'heart',
  'values:answer': null,
  'values:over': 'again',
  'values:show': 'list',
  'values:skip': 'skip',

  results: 'list',
  'results:interests': 'compass',
  'results:list': 'filter',
  'results:more': 'more',
  'results:turn': 'weigh',
  'results:values': 'heart',
  'results:weigh': 'again',
  'results:weights': 'weigh',

  search: 'search',
  'search:more': 'more',
  browse: 'browse',
  'browse:avoids': 'filter',
  'browse:list': 'filter',
  'browse:map': 'place',
  'browse:surprise': 'star',
  'browse:ways': 'filter',
  'browse:wishes': 'filter',

  occupation: 'browse',
  'occupation:fit': 'person',
  'occupation:ladder': 'steps',
  'occupation:similar': 'similar',
  'occupation:story': 'clock',

  wages: 'pay',
  'wages:compare': 'compare',
  'wages:other': 'place',
  'wages:place': 'place',
  next: 'next',
  glossary: 'glossary',

  list: 'keep',
  'list:choose': 'compare',
  'list:clear': 'remove',
  'list:cleared': 'remove',
  'list:compare': 'compare',
  'list:drop': 'remove',
  'list:edit': 'pen',
  'list:pick': 'check',

  tasks: 'check',
  'tasks:add': 'pen',
  'tasks:did': null,
  'tasks:forget': 'remove',
  'tasks:forgotten': 'remove',
  'tasks:jobs': 'list',
  'tasks:more': 'more',
  'tasks:nothing': 'help',
  'tasks:page': 'more',
  'tasks:pick': null,
  'tasks:wrong': 'remove',

  reminders: 'clock',
  'reminders:stop': 'remove',
  carry: 'more',
  'carry:keep': 'check',
  forget: 'remove',

  support: 'talk',
  'support:done': 'back',
  which: null,
};

/** The icon of a choice, or `null` where it has none or its dialog is not known here. */
export function iconOf(payload: string): IconName | null {
  const [dialog = '', verb = ''] = payload.split(':', 2);
  const exact = ICONS[`${dialog}:${verb}`];
  return exact === undefined ? (ICONS[dialog] ?? null) : exact;
}

/** Whether somebody thought about an icon for a payload; a test asks for every one there is. */
export const isIconDecided = (payload: string): boolean => {
  const [dialog = '', verb = ''] = payload.split(':', 2);
  return Object.hasOwn(ICONS, `${dialog}:${verb}`) || Object.hasOwn(ICONS, dialog);
};
