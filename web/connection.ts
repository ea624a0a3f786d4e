import type { Kept, Memory, Outgoing } from './memory.ts';
import { Refused, request, type Activity, type ActivitySet, type Pass } from './protocol.ts';
import { runStream } from './stream.ts';
import type { Locale } from './words.ts';

export type Status = 'connecting' | 'online' | 'offline';

/** Who shows the conversation. */
export interface Listener {
  received(activities: readonly Activity[], isHistory: boolean): void;
  status(status: Status): void;
  /** How a message of the person's stands. */
  delivery(message: Outgoing, state: 'sending' | 'sent' | 'unsent'): void;
}

/** Somebody back after so long is greeted again. */
const AWAY_MS = 6 * 3_600_000;
const LONGEST_PAUSE_MS = 15_000;
/** An answer this late is asked for, in case the stream has died unnoticed. */
const LATE_MS = 6_000;
const POLL_MS = 1_500;

/**
 * One person's conversation with the server: enters it (again), hands over each activity once and in order,
 * sends what is written, and comes back by itself after any break. Nothing written is given up.
 */
export class Connection {
  readonly #root: string;
  readonly #memory: Memory;
  readonly #listener: Listener;
  #locale: Locale;
  #pass: Pass | null = null;
  #outbox: Outgoing[];
  #watermark = '';
  #newest = '';
  #sending = false;
  #running = false;
  #renewing: Promise<void> | null = null;
  #wake: () => void = () => {};
  readonly #seen = new Set<string>();

  constructor(base: string, memory: Memory, locale: Locale, listener: Listener) {
    this.#root = `${base}/v3/directline`;
    this.#memory = memory;
    this.#listener = listener;
    const kept = memory.read();
    this.#locale = locale;
    this.#outbox = [...(kept?.outbox ?? [])];
    if (kept) this.#pass = { ...kept };
  }

  /** Enters the conversation and stays in it. Called again, it tries again at once. */
  open(): void {
    this.#wake();
    if (this.#running) return;
    this.#running = true;
    addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake());
    void this.#run();
  }

  /** Takes a message; it is sent in its turn, now or when there is a connection again. */
  send(message: Outgoing): void {
    this.#outbox.push(message);
    this.#save();
    void this.#flush();
  }

  /** Sends again what has not arrived. */
  retry(message: Outgoing): void {
    if (!this.#outbox.includes(message)) this.#outbox.push(message);
    this.#wake();
    void this.#flush();
  }

  set locale(locale: Locale) {
    this.#locale = locale;
    this.#save();
  }

  async #run(): Promise<void> {
    let entered = false;
    let streams = typeof WebSocket !== 'undefined';
    for (let failures = 0; ; failures++) {
      this.#listener.status(failures === 0 ? 'connecting' : 'offline');
      try {
        if (!entered) await this.#enter();
        entered = true;
        const up = () => {
          failures = 0;
          this.#online();
        };
        if (streams) streams = (await this.#stream(up)) || failures < 2;
        else await this.#poll(up);
      } catch {
        // No connection: wait and come back with the watermark.
      }
      await this.#pause(Math.min(LONGEST_PAUSE_MS, 400 * 2 ** failures) * (0.75 + Math.random() / 2));
    }
  }

  async #enter(): Promise<void> {
    if (!this.#pass) return this.#begin();
    await this.#renew();
    for (let more = true; more;) more = await this.#fetchNew(true);
    if (this.#newest && Date.now() - Date.parse(this.#newest) > AWAY_MS) this.#sayHello();
  }

  async #begin(): Promise<void> {
    this.#pass = await request<Pass>(this.#root, 'POST', 'conversations', null, {});
    this.#watermark = '';
    this.#sayHello();
  }

  #sayHello(): void {
    const hello = { type: 'event', name: 'hello', value: { locale: this.#locale } };
    this.#outbox.unshift({ clientId: randomId(), activity: hello, shown: '' });
    this.#save();
  }

  /** A fresh token, for the same conversation if it can still be had; asked for once at a time. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#takeUp().finally(() => (this.#renewing = null));
    return this.#renewing;
  }

  async #takeUp(): Promise<void> {
    const { token, resumeToken } = this.#pass!;
    for (const old of [token, resumeToken]) {
      if (old === undefined) continue;
      try {
        this.#pass = await request<Pass>(this.#root, 'POST', 'tokens/refresh', old);
        return this.#save();
      } catch (error) {
        if (!(error instanceof Refused && error.isToken)) throw error;
      }
    }
    await this.#begin();
  }

  /** A request inside the conversation; a token that has run out is renewed on the way. */
  async #call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const go = () =>
      request<T>(
        this.#root,
        method,
        `conversations/${this.#pass!.conversationId}${path}`,
        this.#pass!.token,
        body,
      );
    try {
      return await go();
    } catch (error) {
      if (!(error instanceof Refused && error.isToken)) throw error;
      await this.#renew();
      return go();
    }
  }

  /** Resolves when the stream has ended: whether it had ever begun. */
  async #stream(up: () => void): Promise<boolean> {
    const pass = await this.#call<Pass>('GET', `?watermark=${this.#watermark}`);
    this.#pass = pass;
    this.#save();
    return runStream(this.#root, pass.streamUrl ?? '', up, (set) => this.#take(set, false));
  }

  async #poll(up: () => void): Promise<void> {
    for (;;) {
      const more = await this.#fetchNew(false);
      up();
      if (!more) await this.#pause(POLL_MS);
    }
  }

  async #fetchNew(isHistory: boolean): Promise<boolean> {
    const set = await this.#call<ActivitySet>('GET', `/activities?watermark=${this.#watermark}`);
    this.#take(set, isHistory);
    return set.activities.length > 0;
  }

  #take({ activities, watermark }: ActivitySet, isHistory: boolean): void {
    const fresh = activities.filter(({ id }) => !this.#seen.has(id));
    for (const { id, timestamp } of fresh) {
      this.#seen.add(id);
      this.#newest = timestamp ?? this.#newest;
    }
    if (watermark && Number(watermark) >= Number(this.#watermark)) this.#watermark = watermark;
    if (fresh.length > 0) this.#listener.received(fresh, isHistory);
  }

  #online(): void {
    this.#listener.status('online');
    void this.#flush();
  }

  /** Sends what waits, one after the other: the order of what somebody says matters. */
  async #flush(): Promise<void> {
    if (this.#sending || !this.#pass) return;
    this.#sending = true;
    try {
      for (let message; (message = this.#outbox[0]);) {
        this.#listener.delivery(message, 'sending');
        await this.#deliver(message);
        this.#outbox = this.#outbox.filter((other) => other !== message);
        this.#save();
      }
    } catch {
      for (const message of this.#outbox) this.#listener.delivery(message, 'unsent');
      setTimeout(() => void this.#flush(), LATE_MS);
    } finally {
      this.#sending = false;
    }
  }

  async #deliver(message: Outgoing): Promise<void> {
    try {
      await this.#call('POST', '/activities', {
        from: { id: 'user' },
        locale: this.#locale,
        ...message.activity,
        // The same id every time it is sent: it has one effect.
        channelData: { ...(message.activity['channelData'] as object), clientActivityID: message.clientId },
      });
      this.#listener.delivery(message, 'sent');
      const newest = this.#newest;
      setTimeout(() => newest === this.#newest && void this.#fetchNew(false).catch(() => {}), LATE_MS);
    } catch (error) {
      // Not accepted as it is: it must not hold up what comes after it.
      if (error instanceof Refused && error.status < 500 && error.status !== 429) {
        return this.#listener.delivery(message, 'unsent');
      }
      throw error;
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #save(): void {
    if (!this.#pass) return;
    const { conversationId, token, resumeToken } = this.#pass;
    const kept: Kept = { conversationId, token, locale: this.#locale, outbox: this.#outbox };
    this.#memory.write(resumeToken === undefined ? kept : { ...kept, resumeToken });
  }
}

/** Also on pages without https, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
