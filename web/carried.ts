/**
 * The code that a link from another channel brings along (`#carry=7K3MQ2XB`), as the payload that takes it. It works
 * once, so it is read once and leaves the address: a copied address or a bookmark has none.
 */
export function carriedCode(): string | undefined {
  const code = /^#carry=([\w-]{8,20})$/.exec(location.hash)?.[1];
  if (code === undefined) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return `carry:take:${code}`;
}
