import { WORK_VALUES } from '../../domain/catalogue.ts';
import { isUnshifted, levelOf, LEVELS, type Shifts } from '../../domain/weighing.ts';
import type { Phrase } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import type { Answer } from '../queries.ts';
import { listed } from './weights.ts';

/** Shifts that make a difference: of what is known of the person. */
const inEffect = ({ shifts, scores, values }: Extract<Answer, { type: 'MATCHED' }>): Shifts => ({
  ...(shifts.lean && scores && values && { lean: shifts.lean }),
  values: values ? shifts.values : {},
});

/** What counts more or less than answered, in words: "what you like counts more · good pay: less"; none where nothing does. */
export function shiftsInWords(found: Extract<Answer, { type: 'MATCHED' }>): Phrase[] {
  const shifts = inEffect(found);
  if (isUnshifted(shifts)) return [];
  const parts = LEVELS.toReversed().flatMap((level) => {
    const values = WORK_VALUES.filter((value) => value in shifts.values && levelOf(shifts, value) === level);
    return values.length > 0 ? [say(`results:shift.${level}`, { values: listed(values) })] : [];
  });
  const leaning = shifts.lean ? [say(`results:shift.${shifts.lean}`)] : [];
  return [say('results:shift.all', { notes: { notes: [...leaning, ...parts] } })];
}
