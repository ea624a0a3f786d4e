import path from 'node:path';
import { z } from 'zod';
import type { Reminding } from './domain/reminders.ts';
import { ShirubeError } from './errors.ts';

/** A whole number written in digits. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** Every setting, its meaning and default; `docs/settings.md` is written from this (`npm run docs`). */
const shape = {
  PORT: z.coerce.number().int().min(0).max(65535).default(3978).describe('Port the service listens on.'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address the service listens on.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder for the database; made when missing.'),
  PUBLIC_BASE_URL: z
    .url({ protocol: /^https?$/u })
    .transform((url) => url.replace(/\/+$/u, ''))
    .optional()
    .describe(
      'Address under which people reach the service, e.g. https://shirube.example.jp. LINE needs it for links to our own pages.',
    ),
  LINE_CHANNEL_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('Channel secret of the LINE Messaging API channel.'),
  LINE_CHANNEL_ACCESS_TOKEN: z
    .string()
    .min(1)
    .optional()
    .describe('Long-lived channel access token of the same channel.'),
  LINE_API_BASE_URL: z
    .url({ protocol: /^https?$/u })
    .default('https://api.line.me')
    .describe('Where LINE is; another one only for tests.'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|memory:)$/u, 'must be sqlite:<file> or memory:')
    .optional()
    .describe(
      '`sqlite:<file>` or `memory:` (forgets everything at the end). Default: a SQLite file in DATA_DIR.',
    ),
  REMINDERS_PER_MONTH: z.coerce
    .number()
    .int()
    .min(0)
    .default(100)
    .describe(
      'How many reminders may be sent on LINE in a month, to all people together. They count against the messages of your LINE plan; 0 switches them off.',
    ),
  QUIET_HOURS: z
    .string()
    .regex(/^(?:[01]?\d|2[0-3])-(?:[01]?\d|2[0-3])$/u, 'must be two hours such as 21-8')
    .default('21-8')
    .describe('Hours of Japan in which nobody is reminded: from the first until the second.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged.'),
  ADMIN_TOKEN: z
    .string()
    .min(16, 'must be at least 16 characters')
    .optional()
    .describe('When set, /metrics asks for it as a bearer token.'),
  KEEP_DAYS: whole(1, 3650).default(180).describe('Conversations untouched for so many days are forgotten.'),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text, context) => {
      if (text.trim() === '*') return '*';
      const sites = text.split(',').map(siteOf);
      if (!sites.includes(null)) return sites as readonly string[];
      context.addIssue('must be * or sites such as https://www.city.example.jp,https://*.city.example.jp');
      return z.NEVER;
    })
    .default('*')
    .describe(
      'Sites whose pages may use the bubble, comma-separated: `https://www.city.example.jp`, or `https://*.city.example.jp` for all hosts below it. `*` means any.',
    ),
  TRUST_PROXY: whole(0, 10)
    .default(0)
    .describe(
      'How many proxies of yours stand between the world and the service. Behind one it must be 1, or all visitors count as one for the limits; without one it must be 0, or visitors can lie about who they are.',
    ),
  REQUESTS_PER_MINUTE: whole(0, 10_000_000)
    .default(24_000)
    .describe(
      'Requests of one address, a quarter of them at once; 0 for no limit. The default is two a second from each of 200 people behind one address.',
    ),
  CONVERSATIONS_PER_HOUR: whole(0, 10_000_000)
    .default(1_000)
    .describe('New conversations on the web of one address, all of them at once if need be; 0 for no limit.'),
  MESSAGES_PER_MINUTE: whole(0, 10_000_000)
    .default(240)
    .describe('Messages in one conversation on the web; 0 for no limit.'),
  STREAMS_PER_ADDRESS: whole(0, 1_000_000)
    .default(1_000)
    .describe(
      'Open bubbles of one address that are told of answers at once; further ones have to ask. 0 for no limit.',
    ),
} as const;

/** A site as browsers write it in `Origin`, with `*.` before the host where all below it are meant; `null` if it is none. */
function siteOf(text: string): string | null {
  const [, scheme = '', below = '', rest = ''] = /^(https?:\/\/)(\*\.)?([^*@]+)$/iu.exec(text.trim()) ?? [];
  const url = URL.parse(scheme + rest);
  if (!url || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  return `${url.protocol}//${below}${url.host}`;
}

const schema = z.object(shape);
export type Settings = z.infer<typeof schema>;

/** Names with what is said of them, for the documentation. */
export const SETTINGS = Object.entries(shape).map(([name, field]) => ({
  name,
  means: field.description ?? '',
  default: (field.safeParse(undefined).data as unknown) ?? null,
}));

/**
 * Reads the settings. An empty value counts as not set.
 * @throws ShirubeError `SETTING_WRONG` with one line that names every wrong setting.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.keys(shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const read = schema.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ShirubeError('SETTING_WRONG', `Wrong setting. ${wrong.join('; ')}. See docs/settings.md`);
  }
  const settings = read.data;
  if ((settings.LINE_CHANNEL_SECRET === undefined) !== (settings.LINE_CHANNEL_ACCESS_TOKEN === undefined)) {
    throw new ShirubeError(
      'SETTING_WRONG',
      'Wrong setting. LINE needs both LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN. See docs/settings.md',
    );
  }
  return settings;
}

/** Where conversations are kept. */
export const databaseUrl = (settings: Settings): string =>
  settings.DATABASE_URL ?? `sqlite:${path.join(settings.DATA_DIR, 'shirube.sqlite')}`;

/** When and how often people may be reminded. */
export function remindingOf({ REMINDERS_PER_MONTH, QUIET_HOURS }: Settings): Reminding {
  const [from = 0, until = 0] = QUIET_HOURS.split('-').map(Number);
  return { perMonth: REMINDERS_PER_MONTH, quiet: { from, until } };
}
