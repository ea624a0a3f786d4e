import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A site of somebody else's, with the standard web chat on its page. */
export interface WebChatSite {
  readonly url: string;
  close(): void;
}

/**
 * Serves the page of docs/clients.md, word for word but for the address of the service and the language (and with
 * `?poll`, asking instead of listening), and the bundle that Microsoft publishes, gzipped as any host would.
 */
export async function serveWebChat(service: string): Promise<WebChatSite> {
  const manual = readFileSync(path.join(ROOT, 'docs/clients.md'), 'utf8');
  const sample = /^```html\n(<!doctype html>[^]*?)^```$/mu.exec(manual)![1]!;
  const bundle = gzipSync(
    readFileSync(path.join(ROOT, 'node_modules/botframework-webchat/dist/webchat.js')),
    {
      level: 9,
    },
  );
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/webchat.js') {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      response.setHeader('Content-Encoding', 'gzip');
      return void response.end(bundle);
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    const locale = searchParams.get('lang') ?? 'en';
    response.end(
      sample
        .replace('https://shirube.example.jp', service)
        .replace("locale = 'en'", `locale = '${locale}'`)
        .replace('lang="en"', `lang="${locale}"`)
        .replace(
          'domain,',
          searchParams.has('poll') ? 'domain, webSocket: false, pollingInterval: 200,' : 'domain,',
        ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}
