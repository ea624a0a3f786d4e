import { Check, isObject, type Fault } from './check.ts';

export const LOADING_PATH = 'POST /v2/bot/chat/loading/start';

/** ref#display-a-loading-indicator: one person only, 5–60 seconds in steps of 5 (20 when nothing is said), 202. */
export class Loading {
  readonly shown: { readonly person: string; readonly seconds: number }[] = [];
  /** While it is set, every request is answered so. */
  status: 429 | 500 | null = null;
  /** Requests, taken or refused. */
  asked = 0;

  handle(body: unknown): { readonly status: number; readonly body: object } {
    this.asked += 1;
    if (this.status !== null) return { status: this.status, body: { message: 'Not now' } };
    const faults: Fault[] = [];
    const check = new Check(faults, 'body');
    const { chatId, loadingSeconds: seconds = 20 } = isObject(body) ? body : {};
    if (isObject(body)) check.only(body, ['chatId', 'loadingSeconds']);
    // Groups and rooms begin with C and R.
    check.at('chatId').ok(/^U[0-9a-f]{32}$/u.test(String(chatId)), 'must be a user ID');
    check
      .at('loadingSeconds')
      .ok([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60].includes(seconds as number), 'invalid value');
    if (faults.length > 0) {
      return { status: 400, body: { message: 'The request body has errors', details: faults } };
    }
    this.shown.push({ person: chatId as string, seconds: seconds as number });
    return { status: 202, body: {} };
  }
}
