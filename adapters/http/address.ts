import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * Who is asking, for counting: the address of the connection, or, behind proxies of ours, the one that the outermost
 * of them saw. Each proxy adds to the right of `X-Forwarded-For` the address it was called from; whatever stands
 * further left was written by the client and may be anything, so only the last `proxies` entries count.
 */
export function addressOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const peer = socket.remoteAddress ?? '';
  if (proxies === 0) return networkOf(peer) ?? 'unknown';
  const seen = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  // Fewer entries than proxies: somebody reached an inner proxy directly.
  const client = seen.at(-Math.min(proxies, seen.length));
  return networkOf(client ?? '') ?? networkOf(peer) ?? 'unknown';
}

/**
 * The network that one household or phone has: an IPv4 address, or the first 64 bits of an IPv6 one, because
 * everybody with IPv6 has billions of addresses. Ports and brackets that some proxies add are dropped.
 */
function networkOf(text: string): string | null {
  const bare = /^\[([^\]]*)\](?::\d+)?$/u.exec(text)?.[1] ?? text;
  const plain = /^(?:::ffff:)?([\d.]+)(?::\d+)?$/iu.exec(bare)?.[1];
  if (plain !== undefined) return isIPv4(plain) ? plain : null;
  const [address = ''] = bare.split('%');
  if (!isIPv6(address)) return null;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 tail stands for two groups; it is never among the first four.
  const length = left.length + right.length + (address.includes('.') ? 1 : 0);
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - length).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
