/** Every door of the whole service, asked as nobody should ask. */
import fc from 'fast-check';
import type { Service } from '../../server.ts';
import { Asker, INTERESTS, startWhole } from '../support/service.ts';
import { ask } from './raw.ts';

let service: Service;
let asker: Asker;
beforeAll(async () => {
  service = await startWhole({ REQUESTS_PER_MINUTE: '0', PUBLIC_BASE_URL: 'https://shirube.example' });
  asker = new Asker(service.url);
});
afterAll(() => service.stop());

/** One address of each kind, with the status it answers. */
const KINDS: readonly (readonly [address: string, status: number])[] = [
  ['/', 200],
  ['/?lang=en&open=search:open', 200],
  ['/widget.js', 200],
  ['/occupations/156?lang=en', 200],
  ['/occupations/999999', 404],
  ['/occupations/156/preview.png', 200],
  ['/glossary?lang=ja-easy', 200],
  ['/go/hellowork?occupation=156&prefecture=13', 200],
  ['/pictures/map.svg', 200],
  ['/pictures/map/240', 200],
  ['/api/v1/openapi.json', 200],
  ['/api/v1/occupations?q=nurse', 200],
  ['/api/v1/occupations.csv', 200],
  ['/api/v1/wages', 400],
  ['/line/webhook', 405],
  ['/v3/directline/conversations/x/activities', 401],
  ['/v3/directline/nothing', 405],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/metrics', 200],
  ['/nothing', 404],
];

describe('the headers that keep browsers from guessing, framing and leaking', () => {
  test.each(KINDS)('%s', async (address, status) => {
    const { status: actual, headers } = await asker.get(address);
    expect(actual).toBe(status);
    const said = Object.fromEntries(headers);
    expect(said).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(?:strict-origin-when-cross-origin|no-referrer)$/u),
      'content-security-policy': expect.stringMatching(/default-src '(?:none|self)'/u),
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': expect.stringMatching(/^(?:same|cross)-origin$/u),
      'strict-transport-security': 'max-age=31536000',
    });
    expect(said).not.toHaveProperty('server');
    expect(said).not.toHaveProperty('x-powered-by');
    expect(said['content-security-policy']).not.toMatch(
      /unsafe-eval|script-src[^;]*unsafe|https?:(?!\/\/www\.hellowork)/u,
    );
  });

  test.each(['/widget.js', '/pictures/map.svg', '/pictures/map/240', '/occupations/156/preview.png'])(
    '%s may be used by other sites',
    async (address) => {
      expect((await asker.get(address)).headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    },
  );

  test('are there when nothing has changed, and browsers are not bound to https where there is none', async () => {
    const { headers } = await asker.get('/glossary?lang=en');
    const again = await asker.get('/glossary?lang=en', { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.headers.get('x-content-type-options')]).toEqual([304, 'nosniff']);
    const plain = await startWhole();
    expect((await fetch(plain.url)).headers.get('strict-transport-security')).toBeNull();
    await plain.stop();
  });
});

describe('odd addresses', () => {
  test.each([
    '/../../etc/passwd',
    '/pictures/../../server.ts',
    '/pictures/..%2f..%2fserver.ts',
    '/pictures/map/..%5c..%5c.env',
    '/%2e%2e/%2e%2e/.env',
    '/.env',
    '/.git/config',
    '/server.ts',
    '/data/shirube.sqlite',
    '/%00',
    '/occupations/156%00.png',
    '/occupations/%ff',
    '/occupations/%E0%A4%A',
    '/go/__proto__',
    '/go/constructor',
    '/api/v1/questionnaires/__proto__',
    '/api/v1/occupations/1e2',
    '/api/v1/occupations.exe',
    '/v3/directline/conversations/%ff/activities',
    '/v3/directline/conversations/%ff/stream',
    '//evil.example/',
    'http://evil.example/',
    '*',
  ])('%s leads nowhere', async (address) => {
    const { status, body, head } = await ask(service.url, 'GET', address);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(head).not.toMatch(/^location:/imu);
    expect(body).not.toMatch(/root:|import |evil|DATA_DIR/u);
  });

  test('two slashes are one', async () => {
    expect((await ask(service.url, 'GET', '//api//v1//occupations//156')).status).toBe(200);
  });

  test('too long: 414; longer than a head may be: 431', async () => {
    for (const [length, status, code] of [
      [5_000, 414, 'address_too_long'],
      [20_000, 431, 'head_too_large'],
    ] as const) {
      const answer = await ask(service.url, 'GET', `/${'a'.repeat(length)}`);
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(`"code":"${code}"`);
      expect(answer.head).toMatch(/nosniff/u);
    }
  });

  test(
    'whatever is asked for, the answer is no fault of ours',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(
            '/',
            '/occupations/',
            '/api/v1/',
            '/go/',
            '/pictures/',
            '/v3/directline/conversations/',
          ),
          fc.oneof(
            fc.webPath(),
            fc.webQueryParameters().map((query) => `?${query}`),
            fc.stringMatching(/^[!-~]{0,40}$/u),
          ),
          async (start, rest) => {
            const { status } = await ask(service.url, 'GET', start + rest.replace(/#/gu, '%23'));
            expect(status).toBeGreaterThanOrEqual(200);
            expect(status).toBeLessThan(500);
          },
        ),
        { numRuns: 150 },
      ),
    60_000,
  );
});

describe('methods', () => {
  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s does nothing anywhere', async (method) => {
    for (const [address, status] of KINDS) {
      const answer = await ask(service.url, method, address, 'Cookie: a=secret\r\n');
      expect([address, answer.status]).toEqual([
        address,
        status === 404 && !address.includes('999') ? 404 : 405,
      ]);
      expect(answer.body).not.toContain('secret');
    }
  });

  test('HEAD says what GET says, without the body', async () => {
    for (const [address, status] of KINDS.slice(0, 12)) {
      const answer = await ask(service.url, 'HEAD', address);
      const { headers } = await asker.get(address, { 'accept-encoding': 'identity' });
      expect([address, answer.status, answer.body]).toEqual([address, status, '']);
      expect(/^etag: (.*)$/imu.exec(answer.head)?.[1] ?? null).toBe(headers.get('etag'));
    }
  });

  test('what is no method, or no HTTP, is refused as a problem', async () => {
    for (const method of ['FOO', 'get', '\u0000']) {
      const { status, body } = await ask(service.url, method, '/');
      expect([status, JSON.parse(body)]).toEqual([400, expect.objectContaining({ code: 'bad_request' })]);
    }
  });

  test('a request in another request is not taken', async () => {
    const smuggled = 'GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n';
    const both = `Content-Length: ${smuggled.length}\r\nTransfer-Encoding: chunked\r\n`;
    expect((await ask(service.url, 'POST', '/api/v1/match', both)).status).toBe(400);
    expect(
      (await ask(service.url, 'POST', '/api/v1/match', 'Content-Length: 4\r\nContent-Length: 5\r\n')).status,
    ).toBe(400);
  });
});

describe('pages with hostile words in their addresses', () => {
  const HOSTILE = [
    '"><script>alert(1)</script>',
    "'-alert(1)-'",
    'javascript:alert(1)',
    '</style><img src=x onerror=alert(1)>',
    '{{constructor}}',
    '\r\nSet-Cookie: a=b',
    '%00<svg/onload=alert(1)>',
  ];
  const PAGES = ['/', '/occupations/156', '/occupations/999999', '/glossary', '/go/hellowork'];

  test.each(PAGES)('%s repeats none of them', async (page) => {
    for (const hostile of HOSTILE) {
      const word = encodeURIComponent(hostile);
      const query = ['lang', 'prefecture', 'occupation', 'open', 'q', word]
        .map((name) => `${name}=${word}`)
        .join('&');
      const answer = await asker.get(`${page}?${query}`, {
        'accept-language': 'en',
        'x-forwarded-host': 'evil.example',
      });
      const text = await answer.text();
      expect([answer.status < 500, answer.headers.get('set-cookie')]).toEqual([true, null]);
      expect(text).not.toMatch(/alert\(1\)|constructor|evil\.example/u);
    }
  });

  test('what a page calls itself comes from our setting, not from who asks', async () => {
    const { body } = await ask(
      service.url,
      'GET',
      '/occupations/156?lang=en',
      'X-Forwarded-Host: evil.example\r\n',
    );
    expect(body).not.toContain('evil.example');
    expect(body).toContain('https://shirube.example/occupations/156');
  });
});

describe('the API', () => {
  test.each([
    'limit=1&limit=999999',
    'limit=20&offset=0&offset=-1',
    'lang=en&lang=%3Cscript%3E',
    'q=a&q=b&q[]=c&q[__proto__]=d',
    '__proto__[limit]=1&constructor=x',
    `q=${'a'.repeat(3000)}`,
    `q=${encodeURIComponent('看護'.repeat(200))}`,
    'q=%00%00',
    'q=%ED%A0%80',
  ])('query %# is taken once, within its bounds', async (query) => {
    const answer = await asker.get(`/api/v1/occupations?${query}`);
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { items: object[] }).items.length).toBeLessThanOrEqual(20);
  });

  test.each([
    'limit=101',
    'limit=-1',
    'limit=1e9',
    'limit=99999999999999999999',
    'offset=100001',
    'offset=NaN',
    'limit=%00',
  ])('%s is refused', async (query) =>
    expect((await asker.get(`/api/v1/occupations?${query}`)).status).toBe(400),
  );

  test.each([
    ['deep', '['.repeat(8_000) + ']'.repeat(8_000), 400],
    ['deep objects', '{"interests":'.repeat(1_000) + '1' + '}'.repeat(1_000), 400],
    ['__proto__', `{"__proto__":{"limit":1},"interests":${JSON.stringify(INTERESTS)}}`, 400],
    ['a prototype in a part', '{"interests":{"__proto__":{"realistic":5}}}', 400],
    ['constructor', '{"constructor":{"prototype":{"x":1}}}', 400],
    ['a number beyond numbers', '{"interests":{"realistic":1e999}}', 400],
    ['a huge limit', JSON.stringify({ interests: INTERESTS, limit: 1e9 }), 400],
    ['too large', JSON.stringify({ x: 'x'.repeat(17 * 1024) }), 413],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['two values', '{}{}', 400],
  ])('a body that is %s', async (_, body, status) => {
    const answer = await asker.post('/api/v1/match', body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code: expect.any(String) });
    expect(({} as Record<string, unknown>)['limit']).toBeUndefined();
  });

  test('a body of unknown length is cut off at the limit, and the answer arrives', async () => {
    const answer = await fetch(`${service.url}/api/v1/match`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob(Array.from({ length: 50 }, () => 'x'.repeat(4096))).stream(),
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, await answer.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'too_large' }),
    ]);
  });

  test('any JSON at all is answered', () =>
    fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        expect((await asker.post('/api/v1/match', body)).status).toBe(400);
      }),
      { numRuns: 60 },
    ));
});
