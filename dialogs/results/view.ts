import { INTERESTS } from '../../domain/interests.ts';
import type { ValuesResult } from '../../domain/profile.ts';
import { shapeOf } from '../../domain/shape.ts';
import { isUnshifted } from '../../domain/weighing.ts';
import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { criteriaWays } from '../criteria.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { Answer } from '../queries.ts';
import { turning, weighing } from './desk.ts';
import { fits, heading, narrow, none, page, undoing, way } from './list.ts';
import { PAGE, showsValues, type ResultsContext } from './machine.ts';
import { clearer, interestBars, interestsInWords } from './profile.ts';
import { weights, weightsInWords } from './weights.ts';

export function view({ value, context }: Position<ResultsContext>): Sketch {
  const { found } = context;
  switch (stateName(value)) {
    case 'unknown':
      return {
        replies: [{ kind: 'text', text: say('results:unknown.text') }],
        choices: [
          way('unknown.start', 'interests:open', 'main'),
          way('unknown.pairs', 'pairs:open'),
          way('unknown.values', 'values:open'),
          WAYS.menu,
        ],
      };
    case 'unweighed':
      return {
        replies: [{ kind: 'text', text: say('results:unweighed.text') }],
        choices: [
          way('unweighed.start', 'values:open', 'main'),
          ...(found?.scores ? [way('ways.interests', 'results:interests')] : []),
          WAYS.menu,
        ],
      };
    case 'weights':
      return weighing(found!);
    case 'turning':
      return turning(found!, context.value!);
    case 'level':
      return {
        replies: [
          weights(found!.values!),
          { kind: 'text', text: say(`results:level.${isUnshifted(found!.shifts) ? 'text' : 'shifted'}`) },
        ],
        choices: [
          ...unshifting(found!),
          way('flat.browse', 'browse:open', 'main'),
          ...finer(found!.values!),
          way('flat.again', 'values:open'),
          ...profiles(context),
          WAYS.menu,
        ],
      };
    case 'flat':
      return {
        replies: [
          interestBars(found!, false),
          {
            kind: 'text',
            text: say(`results:flat.${isUnshifted(found!.shifts) ? 'text' : 'shifted'}`),
          },
        ],
        choices: [
          ...unshifting(found!),
          way('flat.browse', 'browse:open', 'main'),
          way('flat.again', 'interests:open'),
          ...profiles(context),
          WAYS.menu,
        ],
      };
    case 'none':
      return none(context);
    case 'list':
      return {
        replies: [heading(context), fits(found!)],
        choices: [...onward(context), ...ways(context), ...profiles(context), WAYS.menu],
      };
    case 'more':
      return {
        replies: [page(found!), fits(found!)],
        choices: [...onward(context), narrow(found!), WAYS.back, WAYS.menu],
      };
    case 'valued':
      return {
        replies: [weights(found!.values!), weightsInWords(found!.values!), heading(context), fits(found!)],
        choices: [
          ...onward(context),
          narrow(found!),
          way('ways.weights', 'results:weights'),
          ...finer(found!.values!),
          ...profiles(context),
          WAYS.menu,
        ],
      };
    default:
      return {
        replies: [
          interestBars(found!, shapeOf(INTERESTS, found!.scores!) !== null),
          interestsInWords(found!),
          heading(context),
          fits(found!),
        ],
        choices: [...onward(context), narrow(found!), ...clearer(found!), ...profiles(context), WAYS.menu],
      };
  }
}

type Found = Extract<Answer, { type: 'MATCHED' }>;

/** From the short result to the full one. */
const finer = ({ form }: ValuesResult): Choice<Phrase>[] =>
  form === 'short' ? [way('ways.finer', 'values:more')] : [];

/** All counts again as it was answered. */
const unshifting = ({ shifts }: Found): Choice<Phrase>[] =>
  isUnshifted(shifts) ? [] : [way('desk.even', 'results:weigh:even', 'main')];

/** To narrow the list and to order it; to undo what was just weighed. */
const ways = ({ found, undo }: ResultsContext): Choice<Phrase>[] => [
  ...undoing(undo),
  narrow(found!),
  ...criteriaWays(found!, (code) => `results:list:${code}`, 'closest'),
  way('ways.weights', 'results:weights'),
];

/** The two profiles, each a tap away, or the way to it; not the one on view. And the way by what one can do. */
function profiles(context: ResultsContext): Choice<Phrase>[] {
  const { scores, values } = context.found!;
  const byValues = showsValues(context) && context.by !== 'list';
  return [
    ...(context.by === 'interests' && !byValues
      ? []
      : [scores ? way('ways.interests', 'results:interests') : way('ways.askInterests', 'interests:open')]),
    ...(byValues ? [] : [way('ways.values', values ? 'results:values' : 'values:open')]),
    ...(context.by === 'list' ? [] : [way('ways.list', 'results:open')]),
    way('byTasks', 'tasks:open'),
  ];
}

const onward = ({ offset, found }: ResultsContext): Choice<Phrase>[] =>
  offset + PAGE < (found?.total ?? 0) ? [way('more', 'results:more')] : [];
