import type { Answer, OccupationFacts, Query, Region } from '../dialogs/queries.ts';
import type { Ear } from '../dialogs/dialog.ts';
import type { Occupation } from '../domain/catalogue.ts';
import { matchAll, matchOccupation, mixFields } from '../domain/matching.ts';
import { findPrefectures } from '../domain/places.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import { clarity, mostLiked, scoreInterests } from '../domain/scoring.ts';
import { mentionedNames, searchNames } from '../domain/search.ts';
import { similarTo } from '../domain/similar.ts';
import { isOtherLanguage, withoutGaps } from '../domain/text.ts';
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
      };
    case 'score':
      return {
        type: 'SCORED',
        ...scoreInterests(catalogue.interestQuestionnaire, query.answers),
      };
    case 'matches':
      return matches(house, profile, query.offset, query.limit);
    case 'occupation': {
      const occupation = catalogue.occupations.get(query.id);
      return { type: 'OCCUPATION', facts: occupation ? facts(house, profile, day, occupation) : null };
    }
    case 'list':
      return {
        type: 'LISTED',
        ids: (profile.kept ?? []).filter((id) => catalogue.occupations.has(id)),
        known: query.also !== null && catalogue.occupations.has(query.also),
      };
    case 'compare':
      return {
        type: 'COMPARED',
        items: query.ids.flatMap((id) => {
          const occupation = catalogue.occupations.get(id);
          return occupation ? [facts(house, profile, day, occupation)] : [];
        }),
      };
    case 'entry':
      return { type: 'EXPLAINED', see: catalogue.glossary.get(query.entry)?.see ?? null };
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
  hears: (list, text) => isHeard(house, list, text),
  grasps: (text) =>
    mentionedNames(house.searchIndex, text).length > 0 ||
    isHeardIn(house, 'pay', text) ||
    wishedFor(house, text) !== null ||
    isOtherLanguage(text),
});

/** Whether a normalised text is one of the words people use for something, in any language. */
export const isHeard = (house: House, list: string, text: string): boolean =>
  wordsFor(house, list).has(withoutGaps(text));

/** Whether a normalised text contains one of those words; one that begins with `^` must begin the text. */
export function isHeardIn(house: House, list: string, text: string): boolean {
  const heard = withoutGaps(text);
  return [...wordsFor(house, list)].some((word) =>
    word.startsWith('^') ? heard.startsWith(word.slice(1)) : heard.includes(word),
  );
}

/** What is left of a wish once its frame is taken away: "teacher" of "i want to be a teacher"; `null` when it is none. */
export const wishedFor = (house: House, text: string): string | null => unframed(house, 'wish', text);

/** What is asked about: 「離職票」 of 「離職票って何」, "overtime" of "what does overtime mean"; `null` when nothing is. */
export function askedAbout(house: House, text: string): string | null {
  const inner = unframed(house, 'whatis', text);
  // A question may have a frame on both sides.
  return inner === null ? null : (unframed(house, 'whatis', inner) ?? inner);
}

/** A normalised text without the longest frame of a list at its beginning or, in Japanese and after a space, its end. */
function unframed(house: House, list: string, text: string): string | null {
  const said = withoutGaps(text);
  const frames = [...wordsFor(house, list)].toSorted((a, b) => b.length - a.length);
  for (const frame of frames) {
    if (said.length <= frame.length) continue;
    if (said.startsWith(`${frame} `)) return said.slice(frame.length).trim();
    const end = /^[a-z]/u.test(frame) ? ` ${frame}` : frame;
    if (said.endsWith(end)) return said.slice(0, -end.length).trim();
  }
  return null;
}

const wordsFor = (house: House, list: string): ReadonlySet<string> => house.words.heard.get(list) ?? NOTHING;
const NOTHING: ReadonlySet<string> = new Set();

function regions(house: House): Region[] {
  const byId = new Map<string, string[]>();
  for (const { code, region } of house.catalogue.prefectures.values()) {
    if (code !== ALL_JAPAN) byId.set(region, [...(byId.get(region) ?? []), code]);
  }
  return [...byId].map(([id, areas]) => ({ id, areas }));
}

function matches(house: House, profile: Profile, offset: number, limit: number): Answer {
  const person = matchProfileOf(profile);
  const scores = person?.interests ?? null;
  const all = person && matchAll(house.matchIndex, person);
  return {
    type: 'MATCHED',
    scores,
    clarity: scores && clarity(scores),
    offset,
    total: all?.length ?? 0,
    items: all ? mixFields(all, (id) => fieldOf(house, id), offset + limit).slice(offset) : [],
    // Items of another version of the questionnaire are other activities.
    liked:
      profile.interests?.questionnaire === house.catalogue.interestQuestionnaire.version
        ? mostLiked(house.catalogue.interestQuestionnaire, profile.interests)
        : [],
  };
}

/** As many occupations are shown as similar: one screen of cards. */
const MOST_SIMILAR = 5;

function facts(house: House, profile: Profile, day: string, occupation: Occupation): OccupationFacts {
  const person = matchProfileOf(profile);
  const ladder = house.catalogue.ladders.get(occupation.id) ?? null;
  const match = person && matchOccupation(house.matchIndex, person, occupation.id);
  return {
    id: occupation.id,
    hasSummary: occupation.texts.ja.summary !== null,
    moments: occupation.texts.ja.story?.day.length ?? 0,
    angles: occupation.angles,
    kept: profile.kept?.includes(occupation.id) ?? false,
    similar: similarTo(house.similarIndex, house.catalogue.occupations, occupation.id, MOST_SIMILAR),
    ladder: ladder && {
      steps: ladder.steps.map((step) => step.occupation),
      elsewhere: ladder.elsewhere.map((way) => way.occupation),
    },
    fit: match,
    pay: payPicture(house.catalogue, occupation, profile.prefecture ?? ALL_JAPAN, day),
  };
}

/** The field an occupation belongs to: the major group (大分類) of its main code. */
const fieldOf = (house: House, id: number): string =>
  house.catalogue.occupations.get(id)?.mhlwCodes[0]?.slice(0, 2) ?? '';
