import { LOCALES, nearestLocale } from '../../domain/locales.ts';
import { say } from '../../replies/words.ts';
import { WAYS, type Dialog } from '../dialog.ts';
import { payloads, read, type LanguageEvent } from './events.ts';
import { machine, VERSION } from './machine.ts';

/** Which language we speak. The names of the languages are always in the language itself. */
export const language: Dialog = {
  name: 'language',
  version: VERSION,
  machine,
  payloads,
  read,
  hear: (text): LanguageEvent | null => {
    const locale = nearestLocale(text);
    return locale && { type: 'SPEAK', locale };
  },
  view: () => ({
    replies: [
      {
        kind: 'question',
        layout: 'buttons',
        text: say('language:choosing.text'),
        options: LOCALES.map((locale) => ({
          label: say(`language:name.${locale}`),
          payload: `language:set:${locale}`,
        })),
      },
    ],
    choices: [WAYS.back, WAYS.menu],
  }),
};
