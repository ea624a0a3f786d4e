import { Entrance } from './entrance.ts';
import type { Look, Memory, Outgoing } from './memory.ts';
import { Outbox } from './outbox.ts';
import { Refused, type Activity, type ActivitySet } from './protocol.ts';
import { runStream } from './stream.ts';
import type { Locale } from './locales.ts';

export type Status = 'connecting' | 'online' | 'offline';

/** Who shows the conversation. */
export interface Listener {
  received(activities: readonly Activity[], isHistory: boolean): void;
  status(status: Status): void;
  /** How a message of the person's stands. */
  delivery(message: Outgoing, state: 'sending' | 'sent' | 'unsent'): void;
}

/** How it went to be forgotten; `word` is the last that the server said. */
export interface Forgotten {
  readonly gone: boolean;
  readonly word?: Activity;
}

/** Somebody back after so long is greeted again. */
const AWAY_MS = 6 * 3_600_000;
const LONGEST_PAUSE_MS = 15_000;
/** An answer this late is asked for, in case the stream has died unnoticed. */
const LATE_MS = 6_000;
/** How long to wait for the word that everything is forgotten. */
const FORGETTING_MS = 15_000;
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
  #look: Look | undefined;
  readonly #outbox: Outbox;
  #watermark = '';
  #newest = '';
  /** When something was last said here in earlier visits, by this device's clock. */
  readonly #lastSeen: number;
  #sending = false;
  /** Settles when nothing that was written is on its way. */
  #flushed: Promise<void> = Promise.resolve();
  /** Nothing is sent, and nothing begun anew, until it is known whether everything is gone. */
  #forgetting = false;
  #sentAt = 0;
  #running = false;
  #wake: () => void = () => {};
  /** Ends the stream, and the waiting between two. */
  #line = new AbortController();
  readonly #end = new AbortController();
  #answered: (activity: Activity) => void = () => {};
  readonly #seen = new Set<string>();

  constructor(base: string, memory: Memory, locale: Locale, listener: Listener) {
    this.#memory = memory;
    this.#listener = listener;
    const kept = memory.read();
    this.#locale = locale;
    this.#look = kept?.look;
    this.#lastSeen = kept?.seenAt ?? Date.now();
    this.#outbox = new Outbox(memory);
    this.#entrance = new Entrance(`${base}/v3/directline`, kept, {
      begun: () => {
        this.#watermark = '';
        this.#sayHello();
      },
      renewed: () => this.#save(),
      mayBegin: () => !this.#forgetting,
    });
  }

  /** Enters the conversation and stays in it. Called again, it tries again at once. */
  open(): void {
    this.#wake();
    if (this.#running) return;
    this.#running = true;
    const { signal } = this.#end;
    // After sleep, or on another network, a line can be dead without either end knowing.
    const look = () => void this.#lookAgain();
    addEventListener('online', look, { signal });
    addEventListener('pageshow', look, { signal });
    addEventListener('offline', () => this.#line.abort(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || look(), { signal });
    void this.#run();
  }

  /** Leaves the conversation for good; nothing is heard of it any more. */
  close(): void {
    this.#end.abort();
    this.#line.abort();
    this.#wake();
  }

  /** Takes a message; it is sent in its turn, now or when there is a connection again. */
  send(message: Outgoing): void {
    this.#outbox.put(message);
    this.#save();
    this.#flush();
  }

  /** Sends again what has not arrived. */
  retry(message: Outgoing): void {
    if (!this.#outbox.has(message.clientId)) this.send(message);
    this.#wake();
    this.#flush();
  }

  /**
   * Has the server forget the person. When it could not be reached or did not answer, nothing is gone and it can be
   * tried again.
   */
  async forget(payload: string): Promise<Forgotten> {
    const { pass } = this.#entrance;
    if (!pass) return { gone: true };
    this.#forgetting = true;
    // What is on its way must not arrive after everything is gone.
    await this.#flushed;
    // What waits need not be sent any more, unless the person asks for it again.
    for (const message of this.#outbox.all) this.#listener.delivery(message, 'unsent');
    this.#outbox.clear();
    const forgotten = await this.#askToForget(payload);
    // Another conversation, begun because this one could not be had any more, is not what was meant.
    const isSame = this.#entrance.pass?.conversationId === pass.conversationId;
    if (forgotten.gone && isSame) return forgotten;
    this.#forgetting = false;
    this.#flush();
    return { gone: false };
  }

  async #askToForget(payload: string): Promise<Forgotten> {
    const early: Activity[] = [];
    let known: string | undefined;
    const answer = new Promise<Forgotten>((resolve) => {
      const timer = setTimeout(() => resolve({ gone: false }), FORGETTING_MS);
      this.#answered = (activity) => {
        early.push(activity);
        if (known === undefined || activity.replyToId !== known) return;
        clearTimeout(timer);
        resolve({ gone: true, word: activity });
      };
    });
    try {
      const activity = { type: 'message', text: '', value: { payload }, channelData: { payload } };
      const { id } = await this.#post({ clientId: randomId(), activity, shown: '' });
      known = id;
      const already = early.find(({ replyToId }) => replyToId === id);
      if (already) return { gone: true, word: already };
      const asking = setInterval(() => void this.#fetchNew(false).catch(() => {}), 1_500);
      return await answer.finally(() => clearInterval(asking));
    } catch {
      return { gone: false };
    } finally {
      this.#answered = () => {};
    }
  }

  /** Keeps what is known where the person now wants it kept. */
  keep(): void {
    this.#save();
  }

  /** How long the server keeps the conversation; not known before it was entered. */
  get keepDays(): number | undefined {
    return this.#entrance.pass?.keepDays;
  }

  set locale(locale: Locale) {
    this.#locale = locale;
    this.#save();
  }

  set look(look: Look) {
    this.#look = look;
    this.#save();
  }

  async #run(): Promise<void> {
    let entered = false;
    let streams = typeof WebSocket !== 'undefined';
    for (let failures = 0; !this.#end.signal.aborted; failures++) {
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
    // Nothing was said before: the hello can go while the stream opens.
    if (!(await this.#entrance.enter())) return this.#flush();
    while (await this.#fetchNew(true));
    if (this.#newest && Date.now() - this.#lastSeen > AWAY_MS) this.#sayHello();
  }

  #sayHello(): void {
    if (this.#end.signal.aborted) return;
    const hello = { type: 'event', name: 'hello', value: { locale: this.#locale } };
    this.#outbox.put({ clientId: randomId(), activity: hello, shown: '' }, true);
    this.#save();
  }

  /** Resolves when the stream has ended: whether it had ever begun. */
  async #stream(up: () => void): Promise<boolean> {
    const url = await this.#entrance.stream(this.#watermark);
    this.#line = new AbortController();
    if (this.#end.signal.aborted) this.#line.abort();
    return runStream(this.#entrance.root, url, up, (set) => this.#take(set, false), this.#line.signal);
  }

  /** Asks for what is new; when the stream should have brought it, or nobody answers, a new stream is begun. */
  async #lookAgain(): Promise<void> {
    this.#wake();
    if (!this.#entrance.pass) return;
    const line = this.#line;
    const isDeaf = await this.#fetchNew(false).catch(() => true);
    if (isDeaf) line.abort();
  }

  async #poll(up: () => void): Promise<void> {
    while (!this.#end.signal.aborted) {
      await this.#fetchNew(false);
      up();
      const isExpecting = Date.now() - this.#sentAt < EXPECTING_MS;
      await this.#pause(isExpecting ? POLL_MS.expecting : POLL_MS.quiet);
    }
  }

  async #fetchNew(isHistory: boolean): Promise<boolean> {
    const set = await this.#entrance.call<ActivitySet>('GET', `/activities?watermark=${this.#watermark}`);
    return this.#take(set, isHistory);
  }

  /** Hands on what was not seen before; returns whether there was any. */
  #take({ activities, watermark }: ActivitySet, isHistory: boolean): boolean {
    if (this.#end.signal.aborted) return false;
    const fresh = activities.filter(({ id }) => !this.#seen.has(id));
    for (const activity of fresh) {
      this.#seen.add(activity.id);
      this.#newest = activity.id;
      // What comes back from the server need not be sent again, although the word that it arrived was lost.
      if (activity.from?.role !== 'bot') this.#outbox.drop(activity.channelData?.clientActivityID);
      else {
        this.#sentAt = 0;
        this.#answered(activity);
      }
    }
    if (watermark && Number(watermark) >= Number(this.#watermark)) this.#watermark = watermark;
    if (fresh.length > 0) {
      this.#save();
      this.#listener.received(fresh, isHistory);
    }
    return fresh.length > 0;
  }

  #online(): void {
    this.#listener.status('online');
    this.#flush();
  }

  /** Sends what waits, one after the other: the order of what somebody says matters. */
  #flush(): void {
    if (this.#sending || this.#forgetting || !this.#entrance.pass || this.#end.signal.aborted) return;
    this.#flushed = this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    this.#sending = true;
    try {
      for (let message; !this.#forgetting && (message = this.#outbox.first);) {
        this.#listener.delivery(message, 'sending');
        await this.#deliver(message);
        this.#outbox.drop(message.clientId);
      }
    } catch {
      if (this.#end.signal.aborted) return;
      for (const message of this.#outbox.all) this.#listener.delivery(message, 'unsent');
      setTimeout(() => this.#flush(), LATE_MS);
    } finally {
      this.#sending = false;
    }
  }

  async #deliver(message: Outgoing): Promise<void> {
    try {
      await this.#post(message);
      this.#listener.delivery(message, 'sent');
      this.#sentAt = Date.now();
      this.#wake();
      const newest = this.#newest;
      setTimeout(() => newest === this.#newest && void this.#lookAgain(), LATE_MS);
    } catch (error) {
      // Not accepted as it is: it must not hold up what comes after it.
      if (error instanceof Refused && error.status < 500 && error.status !== 429) {
        return this.#listener.delivery(message, 'unsent');
      }
      throw error;
    }
  }

  #post({ clientId, activity }: Outgoing): Promise<{ readonly id: string }> {
    return this.#entrance.call('POST', '/activities', {
      from: { id: 'user' },
      locale: this.#locale,
      ...activity,
      // The same id every time it is sent: it has one effect.
      channelData: { ...(activity['channelData'] as object), clientActivityID: clientId },
    });
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
    if (!pass || this.#end.signal.aborted) return;
    const { conversationId, token, resumeToken } = pass;
    this.#memory.write({
      ...{ conversationId, token, locale: this.#locale, seenAt: Date.now() },
      ...(resumeToken !== undefined && { resumeToken }),
      ...(this.#look && { look: this.#look }),
    });
  }
}

/** Also on pages without https, where `crypto.randomUUID` is missing. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
