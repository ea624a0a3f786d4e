import { LineSlow, statusOf } from '../../adapters/line/richmenu/api.ts';
import { ShirubeError } from '../../errors.ts';

/** What an operator can do about a failed call to LINE, in one line; never anything that LINE or a person wrote. */
export function adviceOf(error: unknown): string {
  if (error instanceof ShirubeError) return error.message;
  if (error instanceof LineSlow) return 'LINE did not answer in time. Run this again in a few minutes.';
  const status = statusOf(error);
  switch (status) {
    case null:
      return 'LINE could not be reached. Check the network, a proxy, and LINE_API_BASE_URL.';
    case 401:
      return 'LINE does not know the token. Issue a long-lived channel access token in the LINE Developers Console and set LINE_CHANNEL_ACCESS_TOKEN.';
    case 403:
      return 'This account may not do that. In the LINE Official Account Manager, check that the Messaging API is enabled for it and that you may administer it.';
    case 429:
      return "LINE's limit is reached (menus: 100 made and 100 deleted an hour; moving people between menus: 3 times an hour). Wait an hour and run this again; it goes on where it stopped.";
    default:
      return status >= 500
        ? `LINE has trouble of its own (status ${status}). Run this again in a few minutes.`
        : `LINE refused the request (status ${status}). If there are very many rich menus, delete some; else report this.`;
  }
}
