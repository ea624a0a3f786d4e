import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { addressOf } from '../../adapters/http/address.ts';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('without a proxy', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s counts as %s', (address, network) => expect(addressOf(from(address), 0)).toBe(network));

  test('what a client says of itself counts for nothing', () =>
    fc.assert(
      fc.property(fc.string(), (said) => expect(addressOf(from('192.0.2.7', said), 0)).toBe('192.0.2.7')),
    ));
});

describe('behind proxies', () => {
  test.each([
    ['192.0.2.1', 1, '192.0.2.1'],
    ['6.6.6.6, 192.0.2.1', 1, '192.0.2.1'],
    ['6.6.6.6,192.0.2.1 , 10.0.0.2', 2, '192.0.2.1'],
    ['192.0.2.1', 2, '192.0.2.1'],
    ['192.0.2.1:51234', 1, '192.0.2.1'],
    ['[2001:db8::1]:51234', 1, '2001:db8:0:0::/64'],
    ['2001:db8::1', 1, '2001:db8:0:0::/64'],
    // Not an address: the proxy itself is counted.
    ['192.0.2.1, unknown', 1, '10.0.0.1'],
    ['', 1, '10.0.0.1'],
    [undefined, 1, '10.0.0.1'],
  ])('%j with %d', (forwarded, proxies, network) =>
    expect(addressOf(from('10.0.0.1', forwarded), proxies)).toBe(network),
  );

  test('whatever a client writes before it, the proxy’s own entry counts', () =>
    fc.assert(
      fc.property(fc.string(), (said) =>
        expect(addressOf(from('10.0.0.1', `${said}, 192.0.2.1`), 1)).toBe('192.0.2.1'),
      ),
    ));

  test('every IPv6 address of one network is one address, of another another', () =>
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV6(), (a, b) => {
        const one = addressOf(from('10.0.0.1', a), 1);
        const bits = (text: string) => new URL(`http://[${text}]`).hostname;
        const [head = ''] = one.split('::/64');
        // The same four groups, written by the URL parser.
        expect(bits(`${head}:0:0:0:1`)).toBe(
          bits(`${addressOf(from('10.0.0.1', bits(a).slice(1, -1)), 1).split('::/64')[0]!}:0:0:0:1`),
        );
        if (one !== addressOf(from('10.0.0.1', b), 1)) expect(bits(a)).not.toBe(bits(b));
      }),
    ));
});
