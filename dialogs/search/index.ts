import { isPlainFind, MOST_FOUND } from '../../domain/search.ts';
import { hasWords } from '../../domain/text.ts';
import type { Dialog, Position } from '../dialog.ts';
import { payloads, read, type SearchEvent } from './events.ts';
import { machine, VERSION, type SearchContext } from './machine.ts';
import { view } from './view.ts';

/** Occupations by name: typed, or from those looked up most. */
export const search: Dialog = {
  name: 'search',
  version: VERSION,
  machine,
  payloads,
  read,
  hear: (text, _position, ear): SearchEvent | null => {
    const found = ear.names(text);
    if (found.length === 0) return hasWords(text) && !ear.grasps(text) ? { type: 'NONE' } : null;
    return {
      type: 'FOUND',
      ids: found.slice(0, MOST_FOUND).map(({ id }) => id),
      plain: isPlainFind(found),
    };
  },
  view: (position) => view(position as Position<SearchContext>),
};
