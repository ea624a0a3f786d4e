import type { Locale } from '../../domain/locales.ts';
import { matchAll, matchOccupation, type Match } from '../../domain/matching.ts';
import { byTasks } from '../../domain/tasks.ts';
import type { House } from '../house.ts';
import type { InformationDesk, MatchItem, MatchRequest } from '../information.ts';

/** What occupations are made of, in a language. */
export const taskItems = ({ catalogue }: House, locale: Locale): ReturnType<InformationDesk['tasks']> => ({
  families: [...catalogue.taskFamilies.values()].map(({ id, names }) => ({ id, name: names[locale] })),
  items: [...catalogue.tasks.values()].map(({ id, family, level, texts, everyday, also }) => ({
    ...{ id, family, level, text: texts[locale] },
    everyday: everyday?.[locale] ?? null,
    also,
  })),
});

/** Occupations that fit: by tasks where there are some, with interests as reasons; else by interests and values. */
export function matchItems(
  house: House,
  { interests, values, tasks, limit, locale }: MatchRequest,
): MatchItem[] | null {
  const named = (id: number) => ({ id, name: house.catalogue.occupations.get(id)!.texts[locale].name });
  if (tasks) {
    return byTasks(house.taskIndex, tasks)
      .slice(0, limit)
      .map(({ id, score, covered, uses, missing }) => {
        const fit = interests || values ? matchOccupation(house.matchIndex, { interests, values }, id) : null;
        return {
          ...named(id),
          score,
          reasons: fit ? reasonsOf(fit) : [],
          tasks: {
            covered,
            uses: uses.map(({ task }) => task),
            missing: missing.map(({ task, level }) => ({ id: task, level })),
          },
        };
      });
  }
  const matches = matchAll(house.matchIndex, { interests, values });
  return (
    matches?.slice(0, limit).map((match) => ({
      ...named(match.id),
      score: match.score,
      reasons: reasonsOf(match),
    })) ?? null
  );
}

const reasonsOf = ({ reasons, sharedValues }: Match): MatchItem['reasons'] => [
  ...reasons.map((key) => ({ kind: 'interest' as const, key })),
  ...sharedValues.map((key) => ({ kind: 'value' as const, key })),
];
