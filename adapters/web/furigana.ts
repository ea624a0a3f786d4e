import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response, Server } from 'restify';
import { compress } from '../http/compressed.ts';
import { sendKept, tagOf } from '../http/kept.ts';

/**
 * Serves `GET /furigana.json`: how the kanji of our texts in やさしい日本語 are read, words as they are written →
 * the same in hiragana. The bubble asks for it only when somebody reads やさしい日本語 with furigana.
 */
export function mountFurigana(server: Server, root = path.resolve(import.meta.dirname, '../..')): void {
  const plain = readFileSync(path.join(root, 'web/dist/furigana.json'));
  const tag = tagOf(plain);
  const body = compress(plain);
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    // Texts change with the service; an old reading does no harm for an hour.
    'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  const answer = async (request: Request, response: Response) =>
    sendKept(request, response, body, tag, headers);
  server.get('/furigana.json', answer);
  server.head('/furigana.json', answer);
}
