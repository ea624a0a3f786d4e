import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small page of a job centre, with one line of script more. */
const page = (script: string) => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>しごとの相談窓口</title>
    <style>body { margin: 0; padding: 1rem; font: 1rem/1.8 sans-serif; }</style>
  </head>
  <body>
    <h1>しごとの相談窓口</h1>
    ${'<p>仕事をさがすこと、働くことの相談を受けています。予約はいりません。</p>\n    '.repeat(12)}
    ${script}
  </body>
</html>`;

/** Serves a page of another site that embeds the bubble; with `?open`, open from the start. */
export async function serveHost(service: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const open = request.url?.includes('open') ? ' data-open' : '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(page(`<script src="${service}/widget.js" data-lang="ja"${open} defer></script>`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
