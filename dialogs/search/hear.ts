import { isCalled, isPlainFind, MOST_FOUND } from '../../domain/search.ts';
import { hasWords } from '../../domain/text.ts';
import type { Ear, Position } from '../dialog.ts';
import { stateName } from '../dialog.ts';
import type { SearchEvent } from './events.ts';
import type { SearchContext } from './machine.ts';

/** As many as are offered when nothing fits. */
const MOST_NEAR = 5;

/** A whole name first; then a wish, which may narrow the one on the screen; then parts of names. */
export function hear(
  text: string,
  { value, context }: Position<SearchContext>,
  ear: Ear,
): SearchEvent | null {
  const names = ear.names(text);
  const found = (): SearchEvent => ({
    type: 'FOUND',
    ids: names.slice(0, MOST_FOUND).map(({ id }) => id),
    plain: isPlainFind(names),
  });
  if (isCalled(names)) return found();
  const before = stateName(value) === 'wished' ? (context.finding?.wish ?? null) : null;
  const { isAside, ...finding } = ear.finds(text, before);
  const isOwn = finding.wish.unwanted.length > 0 || (finding.wishes && !ear.mentions(text));
  if (finding.sure && isOwn && !isAside) return { type: 'WISHED', finding };
  if (names.length > 0) return found();
  if (!hasWords(text) || ear.grasps(text)) return null;
  if (finding.sure) return { type: 'WISHED', finding };
  return { type: 'NONE', near: finding.hits.slice(0, MOST_NEAR).map(({ id }) => id) };
}
