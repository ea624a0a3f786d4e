import { NOWHERE_ELSE, type Dialog, type Reach } from '../dialogs/dialog.ts';
import { DIALOGS } from '../dialogs/index.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { indexGlossary, type GlossaryIndex } from '../domain/glossary.ts';
import { indexMatches, type MatchIndex } from '../domain/matching.ts';
import { REMINDING, type Reminding } from '../domain/reminders.ts';
import { indexNames, openSearch, type Finder, type SearchIndex } from '../domain/search.ts';
import { indexSimilar, type SimilarIndex } from '../domain/similar.ts';
import { indexTelling, type TellIndex } from '../domain/recognise.ts';
import { indexTasks, type TaskIndex } from '../domain/tasks.ts';
import { ShirubeError } from '../errors.ts';
import type { Words } from './words.ts';

/** Everything a turn needs that is the same for everybody: prepared once at start, never changed. */
export interface House {
  readonly catalogue: Catalogue;
  readonly matchIndex: MatchIndex;
  readonly searchIndex: SearchIndex;
  readonly finder: Finder;
  readonly similarIndex: SimilarIndex;
  readonly glossaryIndex: GlossaryIndex;
  readonly taskIndex: TaskIndex;
  readonly tellIndex: TellIndex;
  readonly words: Words;
  readonly dialogs: ReadonlyMap<string, Dialog>;
  readonly reminding: Reminding;
  readonly reach: Reach;
  /** Days after a person's last visit until what is kept of them goes. */
  readonly keepDays: number;
}

/** What `KEEP_DAYS` says when nobody sets it. */
const KEEP_DAYS = 180;

/** What may differ from house to house. */
export interface HouseOptions {
  readonly dialogs?: readonly Dialog[];
  /** When and how often people may be reminded. */
  readonly reminding?: Reminding;
  /** Where else the service can be spoken with. */
  readonly reach?: Reach;
  readonly keepDays?: number;
}

export function buildHouse(
  catalogue: Catalogue,
  words: Words,
  { dialogs = DIALOGS, reminding = REMINDING, reach = NOWHERE_ELSE, keepDays = KEEP_DAYS }: HouseOptions = {},
): House {
  return {
    catalogue,
    matchIndex: indexMatches(catalogue.occupations.values()),
    searchIndex: indexNames(catalogue.occupations.values()),
    finder: openSearch(catalogue),
    similarIndex: indexSimilar(catalogue),
    glossaryIndex: indexGlossary(catalogue.glossary.values()),
    taskIndex: indexTasks(catalogue),
    tellIndex: indexTelling(catalogue),
    words,
    dialogs: new Map(dialogs.map((dialog) => [dialog.name, dialog])),
    reminding,
    reach,
    keepDays,
  };
}

export function dialogNamed(house: House, name: string): Dialog {
  const dialog = house.dialogs.get(name);
  if (!dialog)
    throw new ShirubeError('DIALOG_UNKNOWN', `No dialog is called "${name}"; see dialogs/index.ts`);
  return dialog;
}
