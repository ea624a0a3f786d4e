/** Every screen that a conversation can show, one of each kind, shown in the real bubble. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { toActivities } from '../../../adapters/web/activities.ts';
import type { Spoken } from '../../../bot/port.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { Reply } from '../../../replies/reply.ts';
import { startingPoints, walk } from '../../dialogs/walk/walk.ts';
import type { Talk } from '../../support/talk.ts';
import { visitor } from '../talking.ts';

export interface Screen {
  /** Where the conversation stands and what it shows: `interests/asking question:scale:5:progress`. */
  readonly name: string;
  readonly spoken: Spoken;
}

/** Walks all dialogs in a language; two screens of the same name differ in their words only. */
export function screensOf(locale: Locale): Screen[] {
  const { situations } = walk(startingPoints(locale), nameOf);
  return [...situations].map(([name, talk]) => ({ name, spoken: talk.last }));
}

/** So many of a thing look like any more of it. */
const MANY = 3;

function nameOf(talk: Talk): string {
  const { replies, choices } = talk.last.speech;
  const shapes = replies.map(shapeOf);
  // A word before what is shown anyway, such as an apology, is a bubble more.
  const shown = shapes.some((shape) => shape !== 'text')
    ? shapes.filter((shape) => shape !== 'text')
    : shapes;
  return [talk.at, ...shown, `choices:${Math.min(choices.length, MANY)}`].join(' ');
}

function shapeOf(reply: Reply): string {
  switch (reply.kind) {
    case 'question': {
      const { layout, options, progress } = reply;
      const marks = [progress && 'progress', options.some(({ chosen }) => chosen) && 'chosen'];
      return ['question', layout, Math.min(options.length, MANY), ...marks.filter(Boolean)].join(':');
    }
    case 'cards': {
      const { cards } = reply;
      const holds = (['facts', 'links', 'choices', 'sources'] as const).filter((part) =>
        cards.some((card) => (card[part]?.length ?? 0) > 0),
      );
      return ['cards', Math.min(cards.length, 2), ...holds].join(':');
    }
    default:
      return reply.kind;
  }
}

const ENDPOINT = '**/v3/directline/**';

/**
 * The real bubble on the real page, with a network that says what a test wants said: only the lines to the server are
 * taken over, so that hundreds of screens can be shown one after the other.
 */
export class Stage {
  readonly page: Page;
  #say: (set: object) => void = () => {};
  #lines = 0;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(
    browser: Browser,
    url: string,
    locale: Locale,
    faults: string[],
    options: BrowserContextOptions = {},
  ): Promise<Stage> {
    const page = await visitor(() => browser, faults)('about:blank', { reducedMotion: 'reduce', ...options });
    const stage = new Stage(page);
    const pass = { conversationId: 'screens', token: 'token', expires_in: 1800 };
    await page.route(ENDPOINT, (route) => {
      const streamUrl = `${url.replace('http', 'ws')}/v3/directline/conversations/screens/stream`;
      const { pathname } = new URL(route.request().url());
      const isPost = route.request().method() === 'POST' && pathname.endsWith('/activities');
      return route.fulfill({ json: isPost ? { id: 'posted' } : { ...pass, streamUrl } });
    });
    const streaming = new Promise<void>((resolve) => {
      void page.routeWebSocket(/\/v3\/directline\//u, (socket) => {
        stage.#say = (set) => socket.send(JSON.stringify(set));
        resolve();
      });
    });
    await page.goto(`${url}/?lang=${locale}`);
    await page.locator('[data-shirube-open]').click();
    await streaming;
    await page.waitForFunction(
      `document.querySelector('shirube-bubble').shadowRoot.querySelector('.log')?.getAttribute('aria-busy') === 'false'`,
    );
    return stage;
  }

  /** Shows a speech as the next turn; of those before, only the last stays in the log. */
  async show({ spoken }: Screen): Promise<void> {
    const id = ++this.#lines;
    const at = '2026-11-21T03:00:00.000Z';
    const activities = toActivities({ id, at, cause: 0, spoken }, 'screens');
    await this.page.evaluate(`(() => {
      const log = document.querySelector('shirube-bubble').shadowRoot.querySelector('.log');
      log.replaceChildren(...[...log.children].slice(-1));
      globalThis.shown = new Promise((shown) =>
        new MutationObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(() => requestAnimationFrame(shown)); })
          .observe(log.parentElement, { childList: true, subtree: true }));
    })()`);
    this.#say({ activities, watermark: String(id) });
    await this.page.evaluate('globalThis.shown');
  }

  /** From now on nothing reaches the server. */
  async cutOff(): Promise<void> {
    await this.page.route(ENDPOINT, (route) => route.abort());
  }

  /** What is wrong on the screen; see `inspect.js`. */
  faults(how: { axe: boolean }): Promise<string[]> {
    return this.page.evaluate(`globalThis.inspect(${JSON.stringify(how)})`);
  }
}
