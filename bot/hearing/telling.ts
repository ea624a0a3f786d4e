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
  const ids = recognise(house.tellIndex, text).map(({ task }) => task);
  const tells = isSaid(house, 'said.can', text) || isSaid(house, 'said.done', text);
  const known = ids.length > 0 || isSaid(house, 'said.situation', text);
  const open = ids.length > 0 ? { dialog: 'tasks', request: { told: ids } } : null;
  if (tells) return { confidence: known ? LIKELY + 0.13 : LIKELY + 0.08, ids, open };
  return { confidence: isSaid(house, 'said.situation', text) ? POSSIBLE : 0, ids, open };
}
