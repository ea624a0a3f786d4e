import type { Dialog, Position } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { hear } from './hear.ts';
import { machine, VERSION, type SearchContext } from './machine.ts';
import { view } from './view.ts';

/** Occupations by name or by a wish: typed, or from those looked up most. */
export const search: Dialog = {
  name: 'search',
  version: VERSION,
  machine,
  // Names and words of a wish are numbered by the index of the catalogue.
  holdsData: true,
  payloads,
  read,
  hear: (text, position, ear) => hear(text, position as Position<SearchContext>, ear),
  view: (position) => view(position as Position<SearchContext>),
  again: (context) => {
    const { ids, finding, asked } = context as Partial<SearchContext>;
    const found = finding ? finding.hits.map(({ id }) => id).slice(0, 8) : (ids ?? []);
    return asked !== false || found.length === 0 ? {} : { ids: found };
  },
};
