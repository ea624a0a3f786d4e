/** The yardstick: a restify route that only checks LINE's signature over the raw body and answers 200. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import restify from 'restify';

const secret = process.env.LINE_CHANNEL_SECRET ?? '';
const server = restify.createServer({ name: 'bare' });
server.get('/readyz', (_request, response, next) => {
  response.sendRaw(200, 'ready', { 'Content-Type': 'text/plain' });
  next(false);
});
server.post('/line/webhook', (request, response, next) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const expected = createHmac('sha256', secret).update(Buffer.concat(chunks)).digest();
    const given = Buffer.from(String(request.headers['x-line-signature'] ?? ''), 'base64');
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    response.sendRaw(genuine ? 200 : 401, '{}', { 'Content-Type': 'application/json' });
    next(false);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
