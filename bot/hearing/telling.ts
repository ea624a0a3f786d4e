import type { Told } from '../../dialogs/dialog.ts';
import { recognise } from '../../domain/recognise.ts';
import type { House } from '../house.ts';
import { isSaid } from './heard.ts';
import { LIKELY, POSSIBLE } from './reading.ts';

/**
 * What somebody can do or has done, and how sure that is: elemental tasks recognised in it (domain/recognise.ts), and the
 * ways people tell of such things (`said.can`, `said.done`, `said.situation` in heard.json).
 */
export function recogniseTasks(house: House, text: string): Told {
  if (isSaid(house, 'said.cannot', text)) return { confidence: 0, ids: [], open: null };
  const ids = tasksTold(house, text);
  const tells = isSaid(house, 'said.can', text) || isSaid(house, 'said.done', text);
  const known = ids.length > 0 || isSaid(house, 'said.situation', text);
  const open = ids.length > 0 ? { dialog: 'tasks', request: { told: ids } } : null;
  if (tells) return { confidence: known ? LIKELY + 0.13 : LIKELY + 0.08, ids, open };
  return { confidence: isSaid(house, 'said.situation', text) ? POSSIBLE : 0, ids, open };
}

/** Of one thing that is told so many tasks are taken, the surest: who looked after a grandmother did not do all of it. */
const MOST_OF_ONE = 3;

/** Elemental tasks in what somebody tells of themselves, surest first. */
export function tasksTold(house: House, text: string): string[] {
  const times = new Map<string, number>();
  return recognise(house.tellIndex, text)
    .filter(({ said }) => {
      times.set(said, (times.get(said) ?? 0) + 1);
      return times.get(said)! <= MOST_OF_ONE;
    })
    .map(({ task }) => task);
}
