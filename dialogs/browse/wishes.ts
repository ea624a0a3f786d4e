import {
  AVOIDABLE,
  GROUP_NAMES,
  isAnything,
  OPPOSED,
  toggleAvoid,
  toggleWant,
  WISH_GROUPS,
  writeCriteria,
  type Criteria,
  type Wish,
  type WishGroup,
} from '../../domain/browse.ts';
import type { Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { inWords } from '../criteria.ts';
import { WAYS } from '../dialog.ts';
import type { BrowseContext } from './machine.ts';
import { anew, option, question, see, type Found } from './parts.ts';

type Side = 'wishes' | 'avoids';

/** What is offered on a page: wishes with the contraries that are conditions of their own, or what one can avoid. */
const offered = (screen: Side, group: WishGroup): { readonly wish: Wish; readonly avoid: boolean }[] =>
  (WISH_GROUPS[group] as readonly Wish[]).flatMap((wish) =>
    screen === 'avoids'
      ? AVOIDABLE.includes(wish)
        ? [{ wish, avoid: true }]
        : []
      : [{ wish, avoid: false }, ...(OPPOSED.includes(wish) ? [{ wish, avoid: true }] : [])],
  );

const groupsOf = (screen: Side): WishGroup[] =>
  GROUP_NAMES.filter((group) => offered(screen, group).length > 0);

/** Things to want or to avoid, put in and taken out by tapping; the count runs along. */
export function wishes(context: BrowseContext, { choices, total, area }: Found): Sketch {
  const { criteria } = context;
  const screen: Side = context.screen === 'avoids' ? 'avoids' : 'wishes';
  const other: Side = screen === 'avoids' ? 'wishes' : 'avoids';
  const inside = (side: Side): WishGroup =>
    groupsOf(side).find((one) => one === context.group) ?? groupsOf(side)[0]!;
  const group = inside(screen);
  const to = (side: Side, code: Criteria, page: WishGroup) => `browse:${side}:${writeCriteria(code)}:${page}`;
  const counts = new Map(choices.map(({ id, count }) => [id, count]));
  const toggles = offered(screen, group).flatMap(({ wish, avoid }): Choice<Phrase>[] => {
    const count = counts.get(avoid ? `-${wish}` : wish);
    const taken = (avoid ? criteria.avoids : criteria.wants).includes(wish);
    // What would leave nothing is not offered; what was taken can be put back.
    if (count === undefined && !taken) return [];
    return [
      {
        label: say('browse:counted', {
          name: say(`browse:${avoid ? 'avoid' : 'wish'}.${wish}`),
          // What has been taken counts already.
          number: taken ? total : (count ?? total),
        }),
        payload: to(screen, (avoid ? toggleAvoid : toggleWant)(criteria, wish), group),
        ...(taken && { chosen: true }),
      },
    ];
  });
  return {
    replies: [
      question(
        say(`browse:${screen}.${isAnything(criteria) ? 'text' : 'chosen'}`, {
          group: say(`browse:group.${group}`, { area: { prefecture: area } }),
          chosen: inWords(criteria),
          count: total,
        }),
        toggles,
      ),
    ],
    choices: [
      ...(isAnything(criteria) ? [] : [see(criteria, total)]),
      ...groupsOf(screen)
        .filter((one) => one !== group)
        .map((one) => option(`group.short.${one}`, to(screen, criteria, one))),
      option(`${screen}.${other}`, to(other, criteria, inside(other))),
      ...(group === 'pay'
        ? [
            {
              label: say('browse:area', { area: { prefecture: area, bare: true } }),
              payload: 'prefecture:open',
            },
          ]
        : []),
      ...(isAnything(criteria) ? [] : [option('clear', to(screen, anew(criteria), group))]),
      WAYS.back,
      WAYS.menu,
    ],
  };
}
