import type { ActivitySet } from './protocol.ts';

/** An empty message now and then keeps proxies from closing the line, and finds out when it is dead. */
const KEEP_ALIVE_MS = 20_000;

/** A line that has not come about by then will not. */
const OPENING_MS = 10_000;

/**
 * Reads the WebSocket stream until it ends, or the signal ends it. Resolves to whether it had ever begun.
 * The address is taken on the host that we reach the server by, whatever the server believes its name to be.
 */
export function runStream(
  root: string,
  streamUrl: string,
  opened: () => void,
  received: (set: ActivitySet) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const { pathname, search } = new URL(streamUrl);
  const url = new URL(root);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  // A server behind a path keeps its prefix.
  url.pathname =
    url.pathname.replace(/\/v3\/directline$/, '') + pathname.slice(pathname.indexOf('/v3/directline'));
  url.search = search;
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    let began = false;
    const timer = setInterval(() => socket.readyState === socket.OPEN && socket.send(''), KEEP_ALIVE_MS);
    const end = () => {
      clearInterval(timer);
      clearTimeout(opening);
      // Not waiting for the other end's goodbye: it may be gone.
      socket.onopen = socket.onmessage = socket.onclose = null;
      signal.removeEventListener('abort', end);
      socket.close();
      resolve(began);
    };
    const opening = setTimeout(end, OPENING_MS);
    socket.onopen = () => {
      clearTimeout(opening);
      began = true;
      opened();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string' && data !== '') received(JSON.parse(data) as ActivitySet);
    };
    socket.onclose = end;
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
