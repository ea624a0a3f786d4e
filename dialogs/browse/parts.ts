import { ANYTHING, writeCriteria, type Criteria } from '../../domain/browse.ts';
import type { Choice, Phrase, QuestionReply } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import type { Answer } from '../queries.ts';
import type { Screen } from './events.ts';

export type Found = Extract<Answer, { type: 'BROWSED' }>;

export const option = (key: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`browse:${key}`),
  payload,
  ...(weight && { weight }),
});
export const go = (screen: Screen, criteria: Criteria, offset = 0): string =>
  `browse:${screen}:${writeCriteria(criteria)}${offset > 0 ? `:${offset}` : ''}`;

export const question = (text: Phrase, options: readonly Choice<Phrase>[]): QuestionReply<Phrase> => ({
  kind: 'question',
  layout: 'buttons',
  text,
  options,
});
/** The way to the list, with how long it is. */
export const see = (criteria: Criteria, count: number): Choice<Phrase> => ({
  label: say('browse:see', { count }),
  payload: go('list', criteria),
  weight: 'main',
});

/** From the beginning, in the same list. */
export const anew = ({ mine }: Criteria): Criteria => ({ ...ANYTHING, ...(mine && { mine }) });
