import type { Answer, Browsed, Query } from '../dialogs/queries.ts';
import {
  ANYTHING,
  arranged,
  asksFigures,
  choicesFor,
  fieldOf,
  isKnown,
  loosenings,
  remarksOn,
  surprise,
  survey,
  type Criteria,
  type Kind,
  type Viewer,
} from '../domain/browse.ts';
import type { Occupation } from '../domain/catalogue.ts';
import { matchAll, type Match } from '../domain/matching.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import { ALL_JAPAN, payPicture } from '../domain/wages.ts';
import type { House } from './house.ts';

/** What each screen of the browser offers to choose from; wishes are offered with their contraries (`-outdoor`). The first asks whether there are licences at all. */
const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  ways: ['licences'],
  map: ['places'],
  fields: ['fields'],
  groups: ['groups'],
  licences: ['licences'],
};

export function browse(
  house: House,
  profile: Profile,
  day: string,
  query: Extract<Query, { ask: 'browse' }>,
): Answer {
  const { catalogue } = house;
  const { screen, offset, limit, instead } = query;
  const viewer: Viewer = {
    area: profile.prefecture ?? ALL_JAPAN,
    // Only a list in order of fit, and the person's own, need them.
    matches: screen === 'list' || query.criteria.mine ? matchesOf(house, profile) : null,
  };
  // What a button of last year asks for may not be there any more: nothing is found then.
  const find = (criteria: Criteria) =>
    isKnown(catalogue, criteria) ? survey(catalogue, criteria, viewer) : NOTHING;
  const asked = find(query.criteria);
  const [criteria, { found, unknown }] =
    asked.found.length > 0 || !instead || query.criteria.mine
      ? [query.criteria, asked]
      : [instead, find(instead)];
  const shown =
    screen === 'list' ? arranged(catalogue, found, criteria, viewer, offset + limit).slice(offset) : [];
  const kinds =
    screen === 'wishes' || screen === 'avoids' ? (['wants', 'avoids'] as const) : (KINDS[screen] ?? []);
  return {
    type: 'BROWSED',
    criteria,
    total: found.length,
    unknown,
    loosenings:
      found.length === 0 && isKnown(catalogue, criteria) ? loosenings(catalogue, criteria, viewer) : [],
    area: viewer.area,
    items: shown.map((occupation) => ({
      ...browsed(occupation, criteria, viewer.matches),
      pay: asksFigures(criteria) ? payPicture(catalogue, occupation, viewer.area, day) : null,
    })),
    choices:
      found.length === 0
        ? []
        : kinds.flatMap((kind) =>
            choicesFor(catalogue, criteria, kind, viewer).map(({ id, count }) => ({
              id: kind === 'avoids' ? `-${id}` : id,
              count,
            })),
          ),
  };
}
const NOTHING = { found: [], unknown: 0 };

export function surprised(house: House, profile: Profile, again: number | null): Answer {
  const { catalogue } = house;
  const matches = matchesOf(house, profile);
  const seen = profile.surprised ?? [];
  const id = again !== null && catalogue.occupations.has(again) ? again : surprise(catalogue, matches, seen);
  const occupation = catalogue.occupations.get(id!)!;
  // A new edition of job tag may bring a field that has no name of ours yet.
  const field = catalogue.fields.has(fieldOf(occupation)) ? fieldOf(occupation) : null;
  return { type: 'SURPRISED', item: browsed(occupation, ANYTHING, matches), field, seen };
}

function matchesOf(house: House, profile: Profile): Match[] | null {
  const person = matchProfileOf(profile);
  return person && matchAll(house.matchIndex, person);
}

const browsed = (occupation: Occupation, criteria: Criteria, matches: readonly Match[] | null): Browsed => ({
  id: occupation.id,
  fit: matches?.find(({ id }) => id === occupation.id) ?? null,
  remarks: remarksOn(occupation, criteria),
  pay: null,
});
