import type { Locale } from '../../domain/locales.ts';
import { matchOccupation } from '../../domain/matching.ts';
import { byTasks } from '../../domain/tasks.ts';
import type { House } from '../house.ts';
import type { InformationDesk, MatchAnswer, MatchRequest } from '../information.ts';
import { reasonsOf } from './match.ts';

/** What occupations are made of, in a language. */
export const taskItems = ({ catalogue }: House, locale: Locale): ReturnType<InformationDesk['tasks']> => ({
  families: [...catalogue.taskFamilies.values()].map(({ id, names }) => ({ id, name: names[locale] })),
  items: [...catalogue.tasks.values()].map(({ id, family, level, texts, everyday, also }) => ({
    ...{ id, family, level, text: texts[locale] },
    everyday: everyday?.[locale] ?? null,
    also,
  })),
});

/** Occupations that use what the person can do; interests and values are only told as reasons. */
export function matchByTasks(
  house: House,
  { interests, values, limit, locale }: MatchRequest,
  tasks: readonly string[],
): MatchAnswer {
  const all = byTasks(house.taskIndex, tasks);
  return {
    total: all.length,
    unknown: 0,
    items: all.slice(0, limit).map(({ id, score, covered, uses, missing }) => {
      const fit = interests || values ? matchOccupation(house.matchIndex, { interests, values }, id) : null;
      return {
        id,
        name: house.catalogue.occupations.get(id)!.texts[locale].name,
        score,
        reasons: fit ? reasonsOf(fit) : [],
        tasks: {
          covered,
          uses: uses.map(({ task }) => task),
          missing: missing.map(({ task, level }) => ({ id: task, level })),
        },
      };
    }),
  };
}
