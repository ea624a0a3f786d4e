import type { Answer, OccupationFacts, Query, ReasonedMatch, Region } from '../dialogs/queries.ts';
import type { Ear } from '../dialogs/dialog.ts';
import type { Occupation } from '../domain/catalogue.ts';
import { matchAll, matchOccupation, type Match } from '../domain/matching.ts';
import { findPrefectures } from '../domain/places.ts';
import type { Profile } from '../domain/profile.ts';
import { clarity, likedItems, scoreInterests } from '../domain/scoring.ts';
import { searchNames } from '../domain/search.ts';
import { ALL_JAPAN, payPicture } from '../domain/wages.ts';
import type { House } from './house.ts';

/** Answers a dialog's question from the catalogue; `day` is the ISO date the turn happens on. */
export function lookUp(house: House, profile: Profile, day: string, query: Query): Answer {
  const { catalogue } = house;
  switch (query.ask) {
    case 'regions':
      return { type: 'REGIONS', regions: regions(house) };
    case 'questionnaire':
      return {
        type: 'QUESTIONNAIRE',
        version: catalogue.interestQuestionnaire.version,
        order: catalogue.interestQuestionnaire.items.map(({ id }) => id),
        answers: {},
      };
    case 'score':
      return {
        type: 'SCORED',
        questionnaire: catalogue.interestQuestionnaire.version,
        ...scoreInterests(catalogue.interestQuestionnaire, query.answers),
      };
    case 'matches':
      return matches(house, profile, query.offset, query.limit);
    case 'occupation': {
      const occupation = catalogue.occupations.get(query.id);
      return { type: 'OCCUPATION', facts: occupation ? facts(house, profile, day, occupation) : null };
    }
    case 'pay': {
      const occupation = catalogue.occupations.get(query.id);
      const areas = query.areas.length > 0 ? query.areas : profile.prefecture ? [profile.prefecture] : [];
      const picture = (area: string) => payPicture(catalogue, occupation!, area, day);
      return occupation
        ? { type: 'PAY', known: true, pictures: areas.map(picture), national: picture(ALL_JAPAN) }
        : { type: 'PAY', known: false, pictures: [], national: null };
    }
  }
}

export const earOf = (house: House): Ear => ({
  places: (text) => findPrefectures(house.catalogue.prefectures.values(), text),
  names: (text) => searchNames(house.searchIndex, text),
});

function regions(house: House): Region[] {
  const byId = new Map<string, string[]>();
  for (const { code, region } of house.catalogue.prefectures.values()) {
    if (code !== ALL_JAPAN) byId.set(region, [...(byId.get(region) ?? []), code]);
  }
  return [...byId].map(([id, areas]) => ({ id, areas }));
}

function matches(house: House, profile: Profile, offset: number, limit: number): Answer {
  const scores = profile.interests?.scores ?? null;
  const all = scores && matchAll(house.matchIndex, { interests: scores });
  return {
    type: 'MATCHED',
    scores,
    clarity: scores && clarity(scores),
    offset,
    total: all?.length ?? 0,
    items: (all ?? []).slice(offset, offset + limit).map((match) => withLiked(house, profile, match)),
  };
}

function facts(house: House, profile: Profile, day: string, occupation: Occupation): OccupationFacts {
  const scores = profile.interests?.scores;
  const match = scores ? matchOccupation(house.matchIndex, { interests: scores }, occupation.id) : null;
  return {
    id: occupation.id,
    hasSummary: occupation.texts.ja.summary !== null,
    fit: match && withLiked(house, profile, match),
    pay: payPicture(house.catalogue, occupation, profile.prefecture ?? ALL_JAPAN, day),
  };
}

/** One liked item for each reason, so that the explanation quotes what the person said. */
function withLiked(house: House, profile: Profile, match: Match): ReasonedMatch {
  const answers = profile.interests?.answers ?? {};
  const liked = match.reasons.flatMap((interest) => {
    const items = likedItems(house.catalogue.interestQuestionnaire, answers, interest);
    // Different occupations quote different things the person liked.
    return items.length > 0 ? [items[match.id % Math.min(3, items.length)]!] : [];
  });
  return { ...match, liked };
}
