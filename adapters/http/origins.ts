import type { IncomingMessage } from 'node:http';

/** Whether the page that a request comes from may talk to us. */
export type OriginRule = (request: Pick<IncomingMessage, 'headers'>) => boolean;

/**
 * The rule for a list of sites: `https://city.example`, or `https://*.city.example` for all hosts below it, not for
 * itself. Without a list everybody may. Requests that name no origin (programs, and pages of our own) may always;
 * a browser cannot leave it out when the page is somebody else's.
 */
export function originRule(sites: readonly string[] | undefined, publicBaseUrl?: string): OriginRule {
  if (!sites) return () => true;
  const exact = new Set(sites.filter((site) => !site.includes('*')));
  if (publicBaseUrl !== undefined) exact.add(new URL(publicBaseUrl).origin);
  const below = sites
    .filter((site) => site.includes('*'))
    .map((site) => site.split('*') as [scheme: string, host: string]);
  return ({ headers }) => {
    const { origin, host } = headers;
    if (origin === undefined || exact.has(origin)) return true;
    // Our own pages, while nobody told us our public name.
    if (
      publicBaseUrl === undefined &&
      host !== undefined &&
      /^https?:\/\/(.*)$/u.exec(origin)?.[1] === host
    ) {
      return true;
    }
    return below.some(
      ([scheme, end]) =>
        origin.startsWith(scheme) && origin.endsWith(end) && origin.length > scheme.length + end.length,
    );
  };
}
