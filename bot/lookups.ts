import type { Answer, OccupationFacts, Query, Region } from '../dialogs/queries.ts';
import type { Ear } from '../dialogs/dialog.ts';
import { findLicences } from '../domain/browse.ts';
import type { Occupation, Questionnaire } from '../domain/catalogue.ts';
import { matchOccupation } from '../domain/matching.ts';
import { followPairs, mostChosen } from '../domain/pairs.ts';
import { findPrefectures } from '../domain/places.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import { recognise } from '../domain/recognise.ts';
import { mostLiked, scoreInterests } from '../domain/scoring.ts';
import { findAgain, findWish, mentionedNames, searchNames } from '../domain/search.ts';
import { similarTo } from '../domain/similar.ts';
import { isOtherLanguage, withoutGaps } from '../domain/text.ts';
import { chooseTradeOffs, itemsOf, scoreValues, type ValueForm } from '../domain/values.ts';
import { ALL_JAPAN, payPicture } from '../domain/wages.ts';
import { browse, surprised } from './browsing.ts';
import { fit, fitting } from './fitting.ts';
import type { House } from './house.ts';
import { lookUpTasks } from './lookups-tasks.ts';

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
    case 'pair': {
      const { version } = catalogue.interestQuestionnaire;
      const { choices, scores, faint, next } = followPairs(catalogue.interestQuestionnaire, query.choices);
      return { type: 'PAIRED', version, choices, scores, faint, next };
    }
    case 'valueItems': {
      const { version } = catalogue.valueQuestionnaire;
      const of = (form: ValueForm) => itemsOf(catalogue.valueQuestionnaire, form).map(({ id }) => id);
      return {
        type: 'VALUE_ITEMS',
        version,
        statements: { short: of('short'), full: of('full') },
        known: profile.values?.questionnaire === version ? profile.values : null,
      };
    }
    case 'tradeOffs':
      return { type: 'TRADE_OFFS', ids: chooseTradeOffs(catalogue.valueQuestionnaire, query.answers) };
    case 'weigh':
      return { type: 'WEIGHED', ...scoreValues(catalogue.valueQuestionnaire, query.form, query.answers) };
    case 'matches':
      return {
        ...fitting(house, profile, day, query),
        sketch: profile.interests ? null : (profile.pairs?.choices.length ?? null),
        liked: liked(catalogue.interestQuestionnaire, profile),
      };
    case 'occupation': {
      const occupation = catalogue.occupations.get(query.id);
      return { type: 'OCCUPATION', facts: occupation ? facts(house, profile, day, occupation) : null };
    }
    case 'fit':
      return fit(house, profile, query);
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
    case 'wish':
      return { type: 'WISHED', finding: findAgain(house.finder, query.wish) };
    case 'tasks':
    case 'taskFamily':
    case 'together':
    case 'byTasks':
      return lookUpTasks(house, profile, query);
    case 'browse':
      return browse(house, profile, day, query);
    case 'surprise':
      return surprised(house, profile, query.id);
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
  finds: (text, before = null) => {
    const finding = findWish(house.finder, text, before);
    const isAside =
      findPrefectures(house.catalogue.prefectures.values(), text).length > 0 ||
      (isHeardIn(house, 'pay', text) && !finding.wish.wanted.flat().includes('c:goodpay'));
    return { ...finding, isAside };
  },
  tells: (text) => recognise(house.tellIndex, text).map(({ task }) => task),
  hears: (list, text) => isHeard(house, list, text),
  means: (text) => meant(house, text)?.payload ?? null,
  licences: (text) => findLicences(house.catalogue, text),
  mentions: (text) => mentionedNames(house.searchIndex, text).length > 0,
  grasps: (text) =>
    mentionedNames(house.searchIndex, text).length > 0 ||
    isHeardIn(house, 'pay', text) ||
    meant(house, text) !== null ||
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

/**
 * The button that a text means: lists of `heard.json` are named by its payload. `framed` where it stands in a sentence
 * (「海の仕事がしたい」), so that it can hardly mean anything else.
 */
export function meant(house: House, text: string): { payload: string; framed: boolean } | null {
  const find = (said: string): string | undefined =>
    [...house.words.heard.keys()].find((list) => list.includes(':') && isHeard(house, list, said));
  const whole = find(text);
  if (whole !== undefined) return { payload: whole, framed: false };
  const wished = wishedFor(house, text);
  const inner = wished === null ? undefined : find(wished);
  return inner === undefined ? null : { payload: inner, framed: true };
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

/** What the person would most like to do. Items of another version of the questionnaire are other activities. */
function liked(questionnaire: Questionnaire, { interests, pairs }: Profile): string[] {
  if (interests)
    return interests.questionnaire === questionnaire.version ? mostLiked(questionnaire, interests) : [];
  return pairs?.questionnaire === questionnaire.version ? mostChosen(questionnaire, pairs) : [];
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
