import type { Browser, Locator, Page } from 'playwright-core';
import type { WireActivity } from '../../adapters/web/activities.ts';
import { PHONE } from './browser.ts';

/** The parts of a `CardAction` that a person sees or that names it. */
interface Action {
  readonly type: string;
  readonly title: string;
  readonly value: { readonly payload: string } | string;
}

/** Somebody in front of the standard web chat: sees activities arrive on the wire, taps what is on the screen. */
export class WebChatPage {
  readonly page: Page;
  /** Every activity the page was handed, in order. */
  readonly seen: WireActivity[] = [];
  /** What went wrong in the page. */
  readonly faults: string[] = [];
  /** How many streams it opened. */
  streams = 0;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('websocket', (socket) => {
      this.streams += 1;
      socket.on('framereceived', ({ payload }) => this.#take(String(payload)));
    });
    page.on('response', (response) => {
      if (response.request().method() !== 'GET' || !/\/activities(?:\?|$)/u.test(response.url())) return;
      // A poll that a navigation cut off has no body.
      response.text().then(
        (text) => this.#take(text),
        () => undefined,
      );
    });
  }

  /** Opens the page in a browser of a phone's size. */
  static async open(browser: Browser, url: string): Promise<WebChatPage> {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    const chat = new WebChatPage(await context.newPage());
    await chat.page.goto(url);
    return chat;
  }

  #take(text: string): void {
    if (text === '') return;
    const { activities = [] } = JSON.parse(text) as { activities?: WireActivity[] };
    this.seen.push(...activities);
  }

  /** What the person can see being said, bubbles and cards. */
  get transcript(): Locator {
    return this.page.locator('.webchat__basic-transcript');
  }

  get cards(): Locator {
    return this.page.locator('.webchat__adaptive-card-renderer');
  }

  get choices(): Locator {
    return this.page.locator('.webchat__suggested-actions button');
  }

  /** Waits until the newest speech is whole and its choices can be seen. */
  async settled(): Promise<void> {
    const { page } = this;
    for (;;) {
      const last = this.seen.at(-1);
      const labels = last?.suggestedActions?.actions.map(({ title }) => title);
      if (last?.channelData?.last && labels) {
        const shown = await this.choices.allInnerTexts();
        if (JSON.stringify(shown) === JSON.stringify(labels)) return;
      }
      await page.waitForTimeout(30);
    }
  }

  /** Everything that can be tapped in the newest speech. */
  #actions(): Action[] {
    const from = this.seen.findLastIndex((activity) => activity.from?.role === 'user') + 1;
    return this.seen
      .slice(from)
      .flatMap((activity) => [
        ...(activity.attachments ?? []).flatMap(({ content }) => (content as { buttons: Action[] }).buttons),
        ...((activity.suggestedActions?.actions ?? []) as Action[]),
      ]);
  }

  /** The payloads offered now. */
  payloads(): string[] {
    return this.#actions().flatMap(({ value }) => (typeof value === 'string' ? [] : [value.payload]));
  }

  /** Taps the first button on the screen whose payload begins so, by its label, and waits for the answer. */
  async tap(payload: string): Promise<void> {
    const action = this.#actions().find(
      ({ value }) => typeof value !== 'string' && value.payload.startsWith(payload),
    );
    if (!action) throw new Error(`nothing offers ${payload}; there are ${this.payloads().join(' ')}`);
    const label = { name: action.title, exact: true };
    const inBar = this.page.locator('.webchat__suggested-actions').getByRole('button', label);
    const inCards = this.transcript.locator('.webchat__adaptive-card-renderer').getByRole('button', label);
    const said = this.seen.length;
    const button = (await inBar.count()) > 0 ? inBar.first() : inCards.last();
    await button.click();
    while (this.seen.length <= said) await this.page.waitForTimeout(20);
    await this.settled();
  }

  /** Waits until the transcript has stopped rolling. */
  async resting(): Promise<void> {
    for (let before = -1, now = 0; now !== before;) {
      before = now;
      await this.page.waitForTimeout(250);
      now = (await this.cards.or(this.transcript).last().boundingBox())?.y ?? 0;
    }
  }

  /** How much of the newest card can be seen above the choices, in pixels. */
  async cardInView(): Promise<number> {
    await this.resting();
    const view = (await this.transcript.boundingBox())!;
    const card = (await this.cards.last().boundingBox())!;
    return Math.min(view.y + view.height, card.y + card.height) - Math.max(view.y, card.y);
  }

  /** Types a message and sends it; the answer has begun when this is done. */
  async write(text: string): Promise<void> {
    const said = this.seen.length;
    const box = this.page.getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
    while (this.seen.at(-1)?.from?.role !== 'bot' || this.seen.length <= said)
      await this.page.waitForTimeout(20);
  }
}
