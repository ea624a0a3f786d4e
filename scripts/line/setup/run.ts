import { parseArgs } from 'node:util';
import { richMenuApi } from '../../../adapters/line/richmenu/api.ts';
import { aliasOf } from '../../../adapters/line/richmenu/menus.ts';
import { isLocale, LOCALES } from '../../../domain/locales.ts';
import { readSettings } from '../../../settings.ts';
import { adviceOf } from '../advice.ts';
import { setUp } from './apply.ts';
import { takeDown } from './remove.ts';
import { wantedMenus } from './wanted.ts';

export const USAGE = `npm run line:setup -- [options]

Puts the rich menu (tabs in every language) on the LINE Official Account of the settings.

  --lang-default ja   language of the menu that everybody sees first (${LOCALES.join(', ')}; default ja)
  --dry-run           says what would be done, and changes nothing
  --remove            takes away every menu of ours, and nothing of others`;

/**
 * The command. Returns its exit code: 0 when LINE is as it should be, 1 when something stopped it, 2 when the
 * options are wrong.
 */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      options: {
        'lang-default': { type: 'string', default: 'ja' },
        'dry-run': { type: 'boolean', default: false },
        remove: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    say(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    say(USAGE);
    return 0;
  }
  const locale = options['lang-default'];
  if (!isLocale(locale)) {
    say(`"${locale}" is no language of ours: choose one of ${LOCALES.join(', ')}.`);
    return 2;
  }
  try {
    const settings = readSettings(environment);
    if (settings.LINE_CHANNEL_ACCESS_TOKEN === undefined) {
      say('LINE is not configured: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (docs/line.md).');
      return 1;
    }
    const api = richMenuApi({
      channelAccessToken: settings.LINE_CHANNEL_ACCESS_TOKEN,
      apiBaseUrl: settings.LINE_API_BASE_URL,
    });
    const dryRun = options['dry-run'];
    if (options.remove) await takeDown(api, { dryRun, say });
    else {
      await setUp(api, await wantedMenus(), { defaultAlias: aliasOf(locale, 'find'), dryRun, say });
      say(dryRun ? 'Nothing was changed.' : 'The rich menu is in place. Open the chat again to see it.');
    }
    return 0;
  } catch (error) {
    say(adviceOf(error));
    return 1;
  }
}
