import type { Angles } from '../domain/catalogue.ts';
import type { Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';

/** What decides whether one can get in, in words: start untrained, licences, night work; empty where nothing stands out. */
export function doors(angles: Angles | null): Phrase[] {
  if (!angles) return [];
  return [
    ...(angles.untrained ? [say('page:angle.untrained')] : []),
    ...(angles.licence === 'none' ? [] : [say(`page:angle.licence.${angles.licence}`)]),
    ...(angles.night === 'no' ? [] : [say(`page:angle.night.${angles.night}`)]),
  ];
}

/** The same as one line for a card, or none. */
export function doorsLine(angles: Angles | null): Phrase[] {
  const words = doors(angles);
  return words.length > 0 ? [say('occupation:card.doors', { doors: { notes: words } })] : [];
}
