import { keyOf, readItem, storage, writeItem } from './storage.ts';

const TAKES = 'carry:take:';

/**
 * The code that a link from another channel brings along (`#carry=7K3MQ2XB`), as the payload that takes it. It leaves
 * the address at once: a copied address or a bookmark has none. Until it is `delivered` the tab keeps it, because the
 * conversation may only load after the page has been loaded again; not where nothing may be kept.
 */
export function carriedCode(base: string, mayKeep: boolean): string | undefined {
  const area = mayKeep ? storage('sessionStorage') : null;
  const code = /^#carry=([\w-]{8,20})$/.exec(location.hash)?.[1];
  if (code === undefined) {
    const kept = readItem(area, keptAs(base));
    return typeof kept === 'string' && isCarried(kept) ? kept : undefined;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  writeItem(area, keptAs(base), TAKES + code);
  return TAKES + code;
}

/** Whether a payload takes what was carried here. */
export const isCarried = (payload: string): boolean => payload.startsWith(TAKES);

/** The conversation has the code and sees to it from here on. */
export const delivered = (base: string): void => writeItem(storage('sessionStorage'), keptAs(base), null);

const keptAs = (base: string): string => `${keyOf(base)}:carry`;
