/** Finding occupations: by name (`names.ts`), and by what somebody says in their own words (`rank.ts`). docs/search.md */
export * from './search/names.ts';
export { openSearch, type Finder } from './search/finder.ts';
export { rank, type Found, type FoundHit, type Why } from './search/rank.ts';
export { findAgain, findWish, type Finding, type Wish } from './search/wish.ts';
export type { Concept, Grammar, SearchData, StoredIndex } from './search/stored.ts';
