import type { Answer, Browsed, Query } from '../dialogs/queries.ts';
import {
  ANYTHING,
  choicesFor,
  fieldOf,
  inOrder,
  isKnown,
  remarksOn,
  select,
  surprise,
  type Criteria,
  type Kind,
} from '../domain/browse.ts';
import type { Occupation } from '../domain/catalogue.ts';
import { matchAll, type Match } from '../domain/matching.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import type { House } from './house.ts';

/** What each screen of the browser offers to choose from. The first asks whether there are licences at all. */
const KINDS: Readonly<Record<string, Kind>> = {
  ways: 'licences',
  map: 'places',
  fields: 'fields',
  groups: 'groups',
  wishes: 'wants',
  avoids: 'avoids',
  licences: 'licences',
};

export function browse(house: House, profile: Profile, query: Extract<Query, { ask: 'browse' }>): Answer {
  const { catalogue } = house;
  const { screen, offset, limit, instead } = query;
  // What a button of last year asks for may not be there any more: nothing is found then.
  const find = (criteria: Criteria) => (isKnown(catalogue, criteria) ? select(catalogue, criteria) : []);
  const asked = find(query.criteria);
  const [criteria, found] = asked.length > 0 || !instead ? [query.criteria, asked] : [instead, find(instead)];
  const matches = screen === 'list' ? matchesOf(house, profile) : null;
  const shown = screen === 'list' ? inOrder(found, criteria, matches, offset + limit).slice(offset) : [];
  const kind = KINDS[screen];
  return {
    type: 'BROWSED',
    criteria,
    total: found.length,
    items: shown.map((occupation) => browsed(occupation, criteria, matches)),
    choices: kind && found.length > 0 ? choicesFor(catalogue, criteria, kind) : [],
  };
}

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

const browsed = (occupation: Occupation, criteria: Criteria, matches: Match[] | null): Browsed => ({
  id: occupation.id,
  fit: matches?.find(({ id }) => id === occupation.id) ?? null,
  remarks: remarksOn(occupation, criteria),
});
