import type { Ear } from '../../dialogs/dialog.ts';
import { findLicences } from '../../domain/browse.ts';
import { findPrefectures } from '../../domain/places.ts';
import { findWish, mentionedNames, searchNames } from '../../domain/search.ts';
import { isOtherLanguage } from '../../domain/text.ts';
import type { House } from '../house.ts';
import { isHeard, isHeardIn, isSaid, meant, wishedFor } from './heard.ts';
import { recogniseTasks, tasksTold } from './telling.ts';
import { searchWish } from './seeking.ts';

/** What helps to understand one sentence; what is found is kept, because many readers ask for the same. */
export function earOf(house: House): Listening {
  const places = once((text) => findPrefectures(house.catalogue.prefectures.values(), text));
  const names = once((text) => searchNames(house.searchIndex, text));
  const mentioned = once((text) => mentionedNames(house.searchIndex, text));
  const finds: Ear['finds'] = (text, before = null) => {
    const finding = findWish(house.finder, text, before);
    const asksPay = isHeardIn(house, 'pay', text) || isSaid(house, 'said.pay', text);
    const wantsPay = finding.wish.wanted.flat().includes('c:goodpay');
    return { ...finding, isAside: places(text).length > 0 || (asksPay && !wantsPay) };
  };
  return {
    places,
    names,
    mentioned,
    hears: (list, text) => isHeard(house, list, text),
    means: once((text) => meant(house, text)?.payload ?? null),
    licences: (text) => findLicences(house.catalogue, text),
    finds,
    tells: (text) => tasksTold(house, text),
    mentions: (text) => mentioned(text).length > 0,
    grasps: (text) =>
      mentioned(text).length > 0 ||
      isHeardIn(house, 'pay', text) ||
      isSaid(house, 'said.pay', text) ||
      meant(house, text) !== null ||
      wishedFor(house, text) !== null ||
      isOtherLanguage(text),
    search: once((text) => searchWish(house, { names, mentioned, finds }, text)),
    tasks: once((text) => recogniseTasks(house, text)),
  };
}

/** An ear that also hears occupations called by their whole name inside a sentence. */
export interface Listening extends Ear {
  mentioned(text: string): number[];
}

function once<T>(find: (text: string) => T): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    if (!found.has(text)) found.set(text, find(text));
    return found.get(text)!;
  };
}
