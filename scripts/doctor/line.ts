/** What LINE says of the account: token, webhook, messages left, rich menu, and the time. */
import { messagingApi } from '@line/bot-sdk';
import { WEBHOOK_PATH } from '../../adapters/line/webhook.ts';
import { inTime, richMenuApi, statusOf } from '../../adapters/line/richmenu/api.ts';
import { readName } from '../../adapters/line/richmenu/names.ts';
import type { Settings } from '../../settings.ts';
import { adviceOf } from '../line/advice.ts';
import { wantedMenus } from '../line/setup/wanted.ts';
import { about, type Finding } from './report.ts';

const PATIENCE_MS = 15_000;

/** Everything about LINE, in the order in which it is set up. Nothing is changed there. */
export async function checkLine(settings: Settings, clock: () => number): Promise<Finding[]> {
  const {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: token,
    LINE_API_BASE_URL: baseURL,
  } = settings;
  if (secret === undefined || token === undefined)
    return [about('LINE').unchecked('not configured', 'docs/line.md says how, if it is wanted')];
  const client = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL });
  const first = [checkSecret(secret), ...(baseURL === 'https://api.line.me' ? [] : [elsewhere()])];
  const account = await checkAccount(client, clock);
  // Without a token that is taken, LINE says nothing else either.
  if (account[0]?.state !== 'ok') return [...first, ...account];
  return [
    ...first,
    ...account,
    ...(await checkWebhook(client, settings)),
    await checkQuota(client),
    await checkMenus(settings),
  ];
}

/** A channel secret has 32 hexadecimal digits; the token of a channel is far longer. */
export function checkSecret(secret: string): Finding {
  const on = about('LINE secret');
  return /^[0-9a-f]{32}$/u.test(secret)
    ? on.ok('looks like one')
    : on.look(
        'does not look like a channel secret',
        'copy it again from Basic settings in the LINE Developers Console: 32 letters and digits',
      );
}

const elsewhere = (): Finding =>
  about('LINE').look(
    'LINE_API_BASE_URL leads to another place than LINE',
    'remove it, unless this is a test',
  );

async function checkAccount(
  client: messagingApi.MessagingApiClient,
  clock: () => number,
): Promise<Finding[]> {
  const on = about('LINE token');
  try {
    const before = clock();
    const { httpResponse, body } = await within(client.getBotInfoWithHttpInfo());
    return [
      on.ok(`valid, of ${body.basicId}`),
      ...(body.chatMode === 'chat'
        ? [
            about('LINE account').look(
              'chat is on: people may be answered twice, or by nobody',
              'in the Official Account Manager, under response settings, switch chat off',
            ),
          ]
        : []),
      ...checkTime(httpResponse.headers.get('date'), before, clock()),
    ];
  } catch (error) {
    return [failed(on, error)];
  }
}

/** Our clock beside LINE's, which is told to the second; `before` and `after` the question, in milliseconds. */
export function checkTime(date: string | null, before: number, after: number): Finding[] {
  const on = about('clock');
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const off = before > theirs + 1000 ? before - theirs - 1000 : theirs > after ? theirs - after : 0;
  const seconds = Math.round(off / 1000);
  const todo =
    'let the machine set its clock by the network (NTP): the time decides whether a reply is still free';
  if (seconds > 30) return [on.wrong(`${seconds} seconds off`, todo)];
  return [seconds > 5 ? on.look(`${seconds} seconds off`, todo) : on.ok('right')];
}

async function checkWebhook(
  client: messagingApi.MessagingApiClient,
  { PUBLIC_BASE_URL: base }: Settings,
): Promise<Finding[]> {
  const on = about('LINE webhook');
  const ours = base === undefined ? null : `${base}${WEBHOOK_PATH}`;
  const where = `in the LINE Developers Console, under Messaging API, set ${ours ?? `https://…${WEBHOOK_PATH}`}`;
  let info: messagingApi.GetWebhookEndpointResponse;
  try {
    info = await within(client.getWebhookEndpoint());
  } catch (error) {
    return [statusOf(error) === 404 ? on.wrong('none is set', where) : failed(on, error)];
  }
  const findings = [
    ours === null
      ? on.unchecked(`leads to ${info.endpoint}`, 'set PUBLIC_BASE_URL, so that it can be compared')
      : info.endpoint === ours
        ? on.ok(`leads to ${ours}`)
        : on.wrong(`leads to ${info.endpoint}`, where),
  ];
  if (!info.active)
    return [...findings, on.wrong('is switched off', 'switch "Use webhook" on, in the same place')];
  try {
    const { success, reason, statusCode } = await within(client.testWebhookEndpoint({}));
    findings.push(
      success
        ? on.ok('LINE reaches it')
        : on.wrong(
            `LINE does not get through (${statusCode > 0 ? statusCode : plain(reason)})`,
            statusCode === 401
              ? 'the secret is that of another channel, or a proxy changes the body'
              : 'check that the address is public, https, and passed on to the service',
          ),
    );
  } catch (error) {
    findings.push(failed(on, error));
  }
  return findings;
}

/** LINE's reasons are codes. */
const plain = (reason: string): string => (/^[A-Z_]{1,60}$/u.test(reason) ? reason : 'no answer');

async function checkQuota(client: messagingApi.MessagingApiClient): Promise<Finding> {
  const on = about('messages');
  try {
    const quota = await within(client.getMessageQuota());
    const { totalUsage } = await within(client.getMessageQuotaConsumption());
    if (quota.type === 'none' || quota.value === undefined)
      return on.ok(`no limit, ${totalUsage} used this month`);
    const left = Math.max(0, quota.value - totalUsage);
    const found = `${left} of ${quota.value} left this month (replies are free and do not count)`;
    return left < quota.value / 10
      ? on.look(found, 'until next month late answers and reminders may not go out; a larger plan has more')
      : on.ok(found);
  } catch (error) {
    return failed(on, error);
  }
}

async function checkMenus(settings: Settings): Promise<Finding> {
  const on = about('rich menu');
  try {
    const api = richMenuApi({
      channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN!,
      apiBaseUrl: settings.LINE_API_BASE_URL,
      timeoutMs: PATIENCE_MS,
    });
    const [menus, aliases, shown, wanted] = await Promise.all([
      api.menus(),
      api.aliases(),
      api.defaultMenu(),
      wantedMenus(),
    ]);
    const names = new Map(menus.map(({ id, name }) => [id, name]));
    if (![...names.values()].some((name) => readName(name) !== null))
      return on.look('not set up', 'npm run line:setup');
    const right = wanted.filter(({ alias, menu }) => names.get(aliases.get(alias) ?? '') === menu.name);
    if (right.length < wanted.length)
      return on.look(
        `${wanted.length - right.length} of ${wanted.length} menus are missing or of another version`,
        'npm run line:setup',
      );
    if (shown === null || readName(names.get(shown) ?? '') === null)
      return on.look('in place, but another one is shown by default', 'npm run line:setup');
    return on.ok(`${wanted.length} menus in place`);
  } catch (error) {
    return failed(on, error);
  }
}

/** A refused token is wrong; a network that is down only keeps us from knowing. */
function failed(on: ReturnType<typeof about>, error: unknown): Finding {
  const status = statusOf(error);
  if (status === 401 || status === 403) return on.wrong('refused', adviceOf(error));
  return on.unchecked(status === null ? 'LINE was not reached' : `LINE answered ${status}`, adviceOf(error));
}

const within = <T>(request: Promise<T>): Promise<T> => inTime(request, PATIENCE_MS);
