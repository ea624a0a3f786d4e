import { avoided } from '../../domain/browse.ts';
import { hasWords } from '../../domain/text.ts';
import { stateName, type Dialog, type Position } from '../dialog.ts';
import { payloads, read, type BrowseEvent, type BrowseRequest } from './events.ts';
import { machine, VERSION, type BrowseContext } from './machine.ts';
import { view } from './view.ts';

/** Looking around, for people who cannot name a job and want no questionnaire. */
export const browse: Dialog = {
  name: 'browse',
  version: VERSION,
  machine,
  holdsData: true,
  payloads,
  read,
  hear: (text, position, ear): BrowseEvent | null => {
    const state = stateName(position.value);
    if (['list', 'surprise'].includes(state) && ear.hears('more', text)) return { type: 'MORE' };
    const [, verb = '', ...args] = ear.means(text)?.split(':') ?? [];
    const reading = read(verb, args);
    const request = reading && 'open' in reading ? (reading.open as BrowseRequest) : null;
    if (request?.screen === 'list' && request.criteria) {
      // Where one says what to avoid, a word alone is to be avoided.
      const criteria = state === 'avoids' ? avoided(request.criteria) : request.criteria;
      return { type: 'SOUGHT', criteria };
    }
    if (request) return { type: 'SHOW', screen: request.screen ?? 'ways' };
    if (state !== 'licences' || !hasWords(text)) return null;
    const ids = ear.licences(text);
    // A name of a job, or what any dialog takes up, is not a licence that we do not know.
    return ids.length > 0 || (ear.names(text).length === 0 && !ear.grasps(text))
      ? { type: 'LICENCES', ids }
      : null;
  },
  view: (position) => view(position as Position<BrowseContext>),
  again: (context): BrowseRequest => {
    const { screen, criteria, group, offset, typed, surprise } = context as BrowseContext;
    return { screen, criteria, group, offset, typed, id: surprise?.item.id ?? null };
  },
};
