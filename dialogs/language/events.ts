import { isLocale, type Locale } from '../../domain/locales.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type LanguageEvent = CommonEvent | { readonly type: 'SPEAK'; readonly locale: Locale };

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'offers the languages', example: 'language:open' },
  {
    verb: 'set',
    args: ['locale'],
    means: 'speaks another language from now on',
    example: 'language:set:ja-easy',
  },
];

export function read(verb: string, [locale]: readonly string[]): Reading | null {
  if (verb === 'open') return { open: {} };
  return verb === 'set' && isLocale(locale) ? { open: { locale } } : null;
}
