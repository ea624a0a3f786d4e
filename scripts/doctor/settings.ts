import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { readSettings, SETTINGS, type Settings } from '../../settings.ts';
import { about, type Finding } from './report.ts';

const on = about('settings');

/** Settings as `npm start` reads them, `null` when it would not start, and what is to be said of them. */
export function checkSettings(
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: string,
): { settings: Settings | null; findings: Finding[] } {
  const findings = misspelt(dotenv);
  try {
    const settings = readSettings(environment);
    const set = SETTINGS.filter(({ name }) => environment[name]).map(({ name }) => name);
    return {
      settings,
      findings: [
        on.ok(set.length === 0 ? 'none set, all defaults' : `right: ${set.join(', ')}`),
        ...findings,
        ...edge(settings),
      ],
    };
  } catch (error) {
    const line = (error as Error).message.replace(/ See docs\/settings\.md$/u, '');
    return { settings: null, findings: [on.wrong(line, 'correct it (docs/settings.md)'), ...findings] };
  }
}

/** Names in `.env` that no setting has: most likely written wrongly, and without any effect. */
function misspelt(file: string): Finding[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const names = new Set<string>(SETTINGS.map(({ name }) => name));
  return Object.keys(parse(text))
    .filter((name) => !names.has(name))
    .map((name) =>
      on.look(`.env has ${name}, which is no setting`, 'check how it is spelt (docs/settings.md)'),
    );
}

/** What does not stop the start, but is seldom meant on a public server. */
function edge(settings: Settings): Finding[] {
  const {
    PUBLIC_BASE_URL: url,
    ALLOWED_ORIGINS: origins,
    TRUST_PROXY: proxies,
    ADMIN_TOKEN: admin,
  } = settings as Settings & Readonly<Record<string, unknown>>;
  if (url === undefined) return [];
  return [
    ...(admin === undefined
      ? [on.look('anybody can read /metrics', 'set ADMIN_TOKEN to a long random text')]
      : []),
    ...(origins === '*'
      ? [on.look('any site may use the bubble', 'set ALLOWED_ORIGINS to the sites that may')]
      : []),
    ...(proxies === 0 && String(url).startsWith('https:')
      ? [
          on.look(
            'https comes from a proxy, but TRUST_PROXY is 0: all visitors count as one',
            'set TRUST_PROXY to the number of your proxies',
          ),
        ]
      : []),
  ];
}
