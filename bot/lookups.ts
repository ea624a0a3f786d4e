import type { Answer, OccupationFacts, Query, Region } from '../dialogs/queries.ts';
import type { Occupation, Questionnaire } from '../domain/catalogue.ts';
import { matchOccupation } from '../domain/matching.ts';
import { followPairs, mostChosen } from '../domain/pairs.ts';
import { matchProfileOf, type Profile } from '../domain/profile.ts';
import { mostLiked, scoreInterests } from '../domain/scoring.ts';
import { findAgain } from '../domain/search.ts';
import { similarTo } from '../domain/similar.ts';
import { chooseTradeOffs, itemsOf, scoreValues, type ValueForm } from '../domain/values.ts';
import { ALL_JAPAN, payPicture } from '../domain/wages.ts';
import { browse, surprised } from './browsing.ts';
import { fit, fitting, ofTheWeek } from './fitting.ts';
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
    case 'ofTheWeek': {
      const occupation = catalogue.occupations.get(ofTheWeek(house, profile, query.shown));
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
