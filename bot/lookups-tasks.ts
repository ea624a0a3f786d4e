import type { Answer, Query } from '../dialogs/queries.ts';
import { fieldOf } from '../domain/choosing.ts';
import { matchOccupation, mixFields } from '../domain/matching.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import { byTasks, followUps, type TaskMatch } from '../domain/tasks.ts';
import type { House } from './house.ts';

type TaskQuery = Extract<Query, { ask: 'tasks' | 'taskFamily' | 'together' | 'byTasks' }>;

/** Answers what a dialog asks about tasks: what a person can do, and what occupations are made of. */
export function lookUpTasks(house: House, profile: Profile, query: TaskQuery): Answer {
  const { tasks, taskFamilies } = house.catalogue;
  switch (query.ask) {
    case 'tasks':
      return {
        type: 'TASKS',
        // A task may have been merged with another since it was told.
        held: (profile.tasks ?? []).filter((task) => tasks.has(task)),
        families: [...taskFamilies.keys()].filter((family) => openTo(house, family).length > 0),
      };
    case 'taskFamily':
      return { type: 'FAMILY_TASKS', tasks: openTo(house, query.family) };
    case 'together':
      return { type: 'TOGETHER', tasks: followUps(house.taskIndex, query.held, query.asked) };
    case 'byTasks': {
      const all = startableFirst(house, byTasks(house.taskIndex, query.held));
      const shown = mixFields(
        all,
        (id) => fieldOf(house.catalogue.occupations.get(id)!),
        query.offset + query.limit,
      );
      const person = matchProfileOf(profile);
      return {
        type: 'BY_TASKS',
        total: all.length,
        items: shown
          .slice(query.offset)
          .map((match) => ({ ...match, fit: person && matchOccupation(house.matchIndex, person, match.id) })),
      };
    }
  }
}

/** How much of its score an occupation keeps that cannot be begun without a licence. */
const BEHIND_A_LICENCE = 0.7;

/**
 * Occupations by their score, those behind a licence lower: somebody who asks what they can do is not shown first what
 * takes years. Where most of what is told takes training itself, the licence is likely there.
 */
function startableFirst({ catalogue }: House, all: readonly TaskMatch[]): TaskMatch[] {
  const weight = ({ id, uses }: TaskMatch): number => {
    const angles = catalogue.occupations.get(id)?.angles;
    const isTrained = uses.some(({ task }) => catalogue.tasks.get(task)!.level === 3);
    return angles?.licence === 'required' && !angles.untrained && !isTrained ? BEHIND_A_LICENCE : 1;
  };
  return all
    .map((match) => ({ match, score: match.score * weight(match) }))
    .sort((a, b) => b.score - a.score)
    .map(({ match }) => match);
}

/** Tasks of a family that one can do without training, the easiest first. */
const openTo = ({ catalogue }: House, family: string): string[] =>
  [...catalogue.tasks.values()]
    .filter((task) => task.family === family && task.level < 3)
    .sort((a, b) => a.level - b.level)
    .map(({ id }) => id);
