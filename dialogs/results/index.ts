import type { BrowseRequest } from '../browse/events.ts';
import { read as readBrowse } from '../browse/events.ts';
import type { Dialog, Position } from '../dialog.ts';
import { payloads, read, type ResultsEvent } from './events.ts';
import { machine, VERSION, type ResultsContext } from './machine.ts';
import { view } from './view.ts';

/** Jobs for the person, by all that is known of them: their interests, and what matters to them. */
export const results: Dialog = {
  name: 'results',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  hear: (text, _, ear): ResultsEvent | null => {
    if (ear.hears('more', text)) return { type: 'MORE' };
    const areas = ear.places(text);
    if (areas.length === 1 && !ear.grasps(text)) return { type: 'LIVE', area: areas[0]! };
    // Words for what one looks around by narrow the list that is on view.
    const [dialog, verb = '', ...args] = ear.means(text)?.split(':') ?? [];
    const reading = dialog === 'browse' && verb === 'list' ? readBrowse(verb, args) : null;
    const criteria = reading && 'open' in reading ? (reading.open as BrowseRequest).criteria : undefined;
    return criteria ? { type: 'NARROW', criteria } : null;
  },
  view: (position) => view(position as Position<ResultsContext>),
  again: (context) => {
    const { by, desk, value } = (context ?? {}) as Partial<ResultsContext>;
    return { by: by ?? 'list', ...(desk && { desk }), ...(value && { value }) };
  },
};
