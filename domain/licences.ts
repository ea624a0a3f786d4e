/** Licences that occupations name: families that many know, and each by an id without letters. */
import type { Catalogue } from './catalogue.ts';
import { spread } from './spread.ts';
import { normaliseText } from './text.ts';

/** Licences that many know, by what their official names have in common. */
export const LICENCE_FAMILIES = {
  car: /^(普通|準中型|中型|大型)自動車免許/u,
  forklift: /フォークリフト/u,
  crane: /クレーン|玉掛/u,
  welding: /溶接/u,
  hazmat: /危険物取扱者/u,
  electrician: /電気工事士/u,
  mechanic: /自動車整備士/u,
  cook: /調理師/u,
  care: /介護福祉士|介護職員初任者研修/u,
  nurse: /看護師/u,
  social: /社会福祉士|精神保健福祉士/u,
  architect: /建築士$/u,
  it: /基本情報技術者|応用情報技術者|ITパスポート/u,
  books: /簿記/u,
} as const;
export type LicenceFamily = keyof typeof LICENCE_FAMILIES;
export const FAMILIES = Object.keys(LICENCE_FAMILIES) as LicenceFamily[];
export const isFamily = (licence: string): licence is LicenceFamily =>
  Object.hasOwn(LICENCE_FAMILIES, licence);

/** Names of licences as they are compared and shown: full- and half-width alike. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** A licence without its letters: payloads hold ids, no words. */
export const licenceId = (name: string): string => `x${spread(plain(name)).toString(36)}`;

const byCatalogue = new WeakMap<Catalogue, ReadonlyMap<string, string>>();
/** Every licence that occupations name, by its id. */
export function licencesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = byCatalogue.get(catalogue);
  if (known) return known;
  const names = [...catalogue.occupations.values()].flatMap(({ licences }) => licences.map(plain));
  const made = new Map(names.map((name) => [licenceId(name), name]));
  byCatalogue.set(catalogue, made);
  return made;
}

/** Licences whose name holds the text, or is held by it, the best known first: ids. */
export function findLicences(catalogue: Catalogue, text: string): string[] {
  const said = normaliseText(text).replace(/ /gu, '');
  if ([...said].length < 2) return [];
  const found = [...licencesOf(catalogue)].flatMap(([id, name]) => {
    const written = normaliseText(name).replace(/ /gu, '');
    if (written === said) return [{ id, rank: 0, length: 0 }];
    if (written.includes(said)) return [{ id, rank: 1, length: written.length }];
    return written.length > 2 && said.includes(written) ? [{ id, rank: 2, length: -written.length }] : [];
  });
  const best = Math.min(...found.map(({ rank }) => rank));
  return found
    .filter(({ rank }) => rank === best || best === 1)
    .sort((a, b) => a.rank - b.rank || a.length - b.length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Whether a licence of that name is meant by a family, or by an id. */
export const isLicence = (name: string, licence: string): boolean =>
  isFamily(licence) ? LICENCE_FAMILIES[licence].test(plain(name)) : licenceId(name) === licence;
