import type { WorkValue } from '../../domain/catalogue.ts';
import { rankValues } from '../../domain/values.ts';
import { AS_ANSWERED, isUnshifted, levelOf, LEVELS, shifted, writeShifts } from '../../domain/weighing.ts';
import type { Choice, Phrase, QuestionReply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { inLines } from '../criteria.ts';
import { WAYS } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import { way } from './list.ts';
import { shiftsInWords } from './shifts.ts';

type Found = Extract<Answer, { type: 'MATCHED' }>;

const question = (text: Phrase, options: readonly Choice<Phrase>[]): QuestionReply<Phrase> => ({
  kind: 'question',
  layout: 'buttons',
  text,
  options,
});
const ways = ({ shifts }: Found): Choice<Phrase>[] => [
  ...(isUnshifted(shifts) ? [] : [way('desk.even', 'results:weigh:even')]),
  way('ways.list', 'results:open'),
  WAYS.back,
  WAYS.menu,
];

/** What counts more: what one likes, or what matters; then each value. */
export function weighing(found: Found): Sketch {
  const { shifts, scores, values } = found;
  const now = shiftsInWords(found);
  const leans = (['interests', 'even', 'values'] as const).map((lean) => ({
    ...way(`desk.lean.${lean}`, `results:weigh:${writeShifts(shifted(shifts, { lean }))}`),
    ...((shifts.lean ?? 'even') === lean && { chosen: true }),
  }));
  const each = values
    ? rankValues(values.scores).map((value) => ({
        label: say(`results:desk.value.${levelOf(shifts, value)}`, {
          value: say(`results:value.${value}.name`),
        }),
        payload: `results:turn:${value}`,
      }))
    : [];
  return {
    replies: [
      ...(scores && values ? [question(inLines([say('results:desk.both'), ...now]), leans)] : []),
      ...(values
        ? [question(inLines([say('results:desk.each'), ...(scores ? [] : now)]), each)]
        : [{ kind: 'text' as const, text: say('results:desk.onlyInterests') }]),
    ],
    choices: [...(values ? [] : [way('unweighed.start', 'values:open', 'main')]), ...ways(found)],
  };
}

/** How much one value counts. */
export function turning(found: Found, value: WorkValue): Sketch {
  const { shifts } = found;
  return {
    replies: [
      question(
        say('results:turn.text', { value: say(`results:value.${value}.called`) }),
        LEVELS.toReversed().map((level) => ({
          ...way(`turn.level.${level}`, `results:weigh:${writeShifts(shifted(shifts, { value, level }))}`),
          ...(levelOf(shifts, value) === level && { chosen: true }),
          ...(level === AS_ANSWERED && { weight: 'quiet' as const }),
        })),
      ),
    ],
    choices: ways(found),
  };
}
