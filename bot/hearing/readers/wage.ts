import { MOST_FOUND } from '../../../domain/search.ts';
import { say } from '../../../replies/words.ts';
import { MOST_COMPARED } from '../../../dialogs/list/machine.ts';
import type { Meaning } from '../../meaning.ts';
import { readPayload } from '../../payloads.ts';
import { isHeardIn } from '../heard.ts';
import { CLEAR, LIKELY, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { entriesSaid, isWord } from './glossary.ts';

/** 「沖縄だとどう」; in a longer sentence that asks nothing, a place is only mentioned. */
const LONGEST_PLACE = 10;
/** As many prefectures as are compared at a time. */
const MOST_PLACES = 3;

/**
 * Money earned: of an occupation that is named, of the one in view, of those listed, or of none, and then it is asked
 * which. Where: in the prefectures named, or where the person lives.
 */
export function wage(scene: Scene): Reading[] {
  const { house, text, named, focus, offered, ear, says, dialog } = scene;
  const asksPay = says('said.pay') || isHeardIn(house, 'pay', text);
  const asksPlace = dialog?.name === 'prefecture';
  const areas = ear.places(text).slice(0, MOST_PLACES);
  const label = (id: number) => say('hearing:which.wage', { name: { occupation: id } });
  if (named.length > 0) {
    if (!asksPay && areas.length === 0) return [];
    if (!asksPay && asksPlace) return [];
    const confidence = asksPay || !says('said.seeking') ? CLEAR : LIKELY;
    if (named.length > 1) return [reading(confidence, openSeveral(named))];
    const id = named[0]!;
    return [{ ...reading(confidence, openPay(scene, id, areas)), label: label(id) }];
  }
  if (focus !== null && dialog?.asks?.(scene.top!) !== true && !asksPlace) {
    if (asksPay) return [{ ...reading(CLEAR, pay(focus, areas)), label: label(focus) }];
    // 「沖縄だとどう」, "and in Tokyo?" beside an occupation.
    const isAboutPlace = scene.isQuestion || says('said.question') || text.length <= LONGEST_PLACE;
    const tells = says('said.done') || says('said.can');
    return areas.length > 0 && isAboutPlace && !tells
      ? [{ ...reading(LIKELY + 0.1, pay(focus, areas)), label: label(focus) }]
      : [];
  }
  if (!asksPay) return [];
  // Where it is paid is being asked already.
  if (focus !== null && asksPlace && areas.length === 0) return [reading(LIKELY, { kind: 'again' })];
  if (offered.length >= 2 && says('said.these')) {
    return [reading(CLEAR, readPayload(house, `list:compare:${offered.slice(0, MOST_COMPARED).join(',')}`))];
  }
  // What is left of the sentence may name an occupation in part: 「コンビニの時給」.
  const found = ear.search(without(scene));
  const isWordOfPay = isWord(scene) || (entriesSaid(scene).length > 0 && !says('said.howMuch'));
  const confidence = isWordOfPay ? LIKELY - 0.1 : LIKELY + 0.07;
  if (found.ids.length === 1) return [reading(confidence, openPay(scene, found.ids[0]!, areas))];
  if (found.ids.length > 1) return [reading(confidence, openSeveral(found.ids))];
  return [
    reading(confidence, {
      kind: 'remark',
      notes: scene.cores.at(-1)!.length > 4 ? [say('hearing:wage.which')] : [],
      then: { kind: 'open', dialog: 'search', request: undefined },
    }),
  ];
}

/** A sentence without its words of money and of asking. */
function without({ house, text }: Scene): string {
  const words = [...(house.words.heard.get('moneyWords') ?? [])].toSorted((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return left.replace(/(?:^|\s)[はのってがをでもと]+(?=\s|$)|[のはってがをで]+(?=\s|$)/gu, ' ').trim();
}

const reading = (confidence: number, meaning: Meaning): Reading => ({ kind: 'wage', confidence, meaning });
const pay = (id: number, areas: readonly string[]): Meaning => ({
  kind: 'open',
  dialog: 'wages',
  request: { id, areas },
});
/** The card of an occupation begins with its pay; with a place, or where the person lives, there is more to see. */
const openPay = ({ lives }: Scene, id: number, areas: readonly string[]): Meaning =>
  areas.length > 0 || lives ? pay(id, areas) : { kind: 'open', dialog: 'occupation', request: { id } };
const openSeveral = (ids: readonly number[]): Meaning => ({
  kind: 'open',
  dialog: 'search',
  request: { ids: ids.slice(0, MOST_FOUND) },
});
