import { Entrance } from './entrance.ts';
import type { Kept, Memory, Outgoing } from './memory.ts';
import { Refused, type Activity, type ActivitySet } from './protocol.ts';
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
/** Between two polls, while an answer is expected and while it is quiet. */
const POLL_MS = { expecting: 300, quiet: 3_000 };
/** An answer is expected for so long. */
const EXPECTING_MS = 10_000;

/**
 * One person's conversation with the server: enters it (again), hands over each activity once and in order,
 * sends what is written, and comes back by itself after any break. Nothing written is given up.
 */
export class Connection {
  readonly #entrance: Entrance;
  readonly #memory: Memory;
  readonly #listener: Listener;
  #locale: Locale;
  #outbox: Outgoing[];
  #watermark = '';
  #newest = '';
  #sending = false;
  #sentAt = 0;
  #running = false;
  #wake: () => void = () => {};
  readonly #seen = new Set<string>();

  constructor(base: string, memory: Memory, locale: Locale, listener: Listener) {
    this.#memory = memory;
    this.#listener = listener;
    const kept = memory.read();
    this.#locale = locale;
    this.#outbox = [...(kept?.outbox ?? [])];
    this.#entrance = new Entrance(`${base}/v3/directline`, kept, {
      begun: () => {
        this.#watermark = '';
        this.#sayHello();
      },
      renewed: () => this.#save(),
    });
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
    if (!(await this.#entrance.enter())) return;
    while (await this.#fetchNew(true));
    if (this.#newest && Date.now() - Date.parse(this.#newest) > AWAY_MS) this.#sayHello();
  }

  #sayHello(): void {
    const hello = { type: 'event', name: 'hello', value: { locale: this.#locale } };
    this.#outbox.unshift({ clientId: randomId(), activity: hello, shown: '' });
    this.#save();
  }

  /** Resolves when the stream has ended: whether it had ever begun. */
  async #stream(up: () => void): Promise<boolean> {
    const url = await this.#entrance.stream(this.#watermark);
    return runStream(this.#entrance.root, url, up, (set) => this.#take(set, false));
  }

  async #poll(up: () => void): Promise<void> {
    for (;;) {
      await this.#fetchNew(false);
      up();
      const isExpecting = Date.now() - this.#sentAt < EXPECTING_MS;
      await this.#pause(isExpecting ? POLL_MS.expecting : POLL_MS.quiet);
    }
  }

  async #fetchNew(isHistory: boolean): Promise<boolean> {
    const set = await this.#entrance.call<ActivitySet>('GET', `/activities?watermark=${this.#watermark}`);
    this.#take(set, isHistory);
    return set.activities.length > 0;
  }

  #take({ activities, watermark }: ActivitySet, isHistory: boolean): void {
    const fresh = activities.filter(({ id }) => !this.#seen.has(id));
    for (const { id, timestamp, from } of fresh) {
      this.#seen.add(id);
      if (from?.role === 'bot') this.#sentAt = 0;
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
    if (this.#sending || !this.#entrance.pass) return;
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
      await this.#entrance.call('POST', '/activities', {
        from: { id: 'user' },
        locale: this.#locale,
        ...message.activity,
        // The same id every time it is sent: it has one effect.
        channelData: { ...(message.activity['channelData'] as object), clientActivityID: message.clientId },
      });
      this.#listener.delivery(message, 'sent');
      this.#sentAt = Date.now();
      this.#wake();
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
    const { pass } = this.#entrance;
    if (!pass) return;
    const { conversationId, token, resumeToken } = pass;
    const kept: Kept = { conversationId, token, locale: this.#locale, outbox: this.#outbox };
    this.#memory.write(resumeToken === undefined ? kept : { ...kept, resumeToken });
  }
}

/** Also on pages without https, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
