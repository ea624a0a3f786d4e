import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccount, type Account } from '../../adapters/line/index.ts';
import { until } from '../support/dying.ts';
import { startStandin } from './standin/index.ts';

const logged: string[] = [];
const keep = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
const log = { info: keep, warn: keep, error: keep };
const ask = (apiBaseUrl: string, channelAccessToken: string): Account =>
  createAccount({ apiBaseUrl, channelAccessToken, log, firstPauseMs: 5 });
beforeEach(() => logged.splice(0));

test('the id of the account is known as soon as LINE has told it', async () => {
  const standin = await startStandin();
  const account = ask(standin.url, standin.channelAccessToken);
  expect(account.id).toBeNull();
  account.start();
  await until(() => account.id !== null);
  expect(account.id).toBe('@standin');
  expect(logged).toEqual([]);
  account.stop();
  await standin.stop();
});

/** A LINE that answers these, one after the other; the last one again and again. */
async function answering(...answers: readonly [status: number, body: string][]): Promise<{
  server: Server;
  url: string;
  asked: () => number;
}> {
  let asked = 0;
  const server = createServer((_, response) => {
    const [status, body] = answers[Math.min(asked++, answers.length - 1)]!;
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
  };
}

test('it is asked again until it is told; nothing but the status is logged', async () => {
  const { server, url, asked } = await answering(
    [500, '{"message":"our secret"}'],
    [401, '{"message":"our secret"}'],
    [200, '{"basicId":"@late"}'],
  );
  const account = ask(url, 'a token');
  account.start();
  await until(() => account.id === '@late');
  expect(asked()).toBe(3);
  expect(logged).toHaveLength(2);
  expect(logged.join()).toMatch(/500.*401/su);
  expect(logged.join()).not.toMatch(/secret|token/u);
  account.stop();
  server.close();
});

test('what is no id goes into no address', async () => {
  const { server, url, asked } = await answering([200, '{"basicId":"@a/../?x=y"}']);
  const account = ask(url, 'a token');
  account.start();
  await until(() => asked() > 2);
  expect(account.id).toBeNull();
  account.stop();
  const before = asked();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked()).toBeLessThanOrEqual(before + 1);
  server.close();
});
