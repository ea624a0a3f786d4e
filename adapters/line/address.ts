/** The absolute address of a path of ours, or `null` where LINE could not reach it: it fetches and opens `https` only. */
export function publicUrl(path: string, publicBaseUrl: string | undefined): string | null {
  return publicBaseUrl?.startsWith('https://') ? publicBaseUrl.replace(/\/+$/u, '') + path : null;
}
