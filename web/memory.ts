import type { Remember } from './frame.ts';
import type { Locale } from './locales.ts';
import { keyOf, readItem, storage, tabKeyOf, writeItem } from './storage.ts';

/** What a browser keeps of a conversation. */
export interface Kept {
  readonly conversationId: string;
  readonly token: string;
  /** Good for a fresh token on another day. */
  readonly resumeToken?: string;
  readonly locale: Locale;
  /** When something was last said here, by this device's own clock (ms): clocks are often wrong, but wrong alike. */
  readonly seenAt?: number;
  readonly look?: Look;
}

/** How the person wants to read. */
export interface Look {
  /** Readings above the kanji, in やさしい日本語. */
  readonly furigana: boolean;
  readonly larger: boolean;
}

/** An activity on its way. */
export interface Outgoing {
  readonly clientId: string;
  readonly activity: Readonly<Record<string, unknown>>;
  /** What the person sees themselves say; empty where nothing is shown. */
  readonly shown: string;
}

/** What belongs to this tab alone. */
export interface Tab {
  readonly open?: boolean;
  /** The person does not want to be remembered; not asked again in this tab. */
  readonly declined?: boolean;
}

/**
 * What the browser keeps, and where. Until the person agrees it is the tab's storage, which ends with the tab; after
 * that the device's. `never` keeps nothing at all, `always` asks nobody because the page already did.
 */
export class Memory {
  readonly #key: string;
  readonly #remember: Remember;
  readonly #device = storage('localStorage');
  readonly #tab = storage('sessionStorage');
  #agreed = false;
  /** The conversation of this tab. */
  #mine: string | undefined;

  constructor(base: string, remember: Remember) {
    this.#key = keyOf(base);
    this.#remember = remember;
    // A shared terminal must not show what was kept before it was declared to be one.
    if (remember === 'never') this.clear();
  }

  /** Whether the person has yet to say if the conversation may stay on the device. */
  get isUndecided(): boolean {
    return (
      this.#remember === 'ask' &&
      this.#device !== null &&
      !this.#agreed &&
      !this.#isOnDevice &&
      !this.#own.declined
    );
  }

  /** Whether the person may decide at all, and has agreed; `null` where it is not theirs to decide here. */
  get agreed(): boolean | null {
    if (this.#remember !== 'ask' || this.#device === null) return null;
    return this.#agreed || this.#isOnDevice;
  }

  /** The person's word on it: what is kept moves to the device, or from there to the tab. */
  decide(agreed: boolean): void {
    this.#agreed = agreed;
    this.#write({ declined: !agreed });
    const [from, to] = agreed ? [this.#tab, this.#device] : [this.#device, this.#tab];
    for (const key of [this.#key, this.#outboxKey]) {
      const kept = readItem(from, key);
      if (kept === null) continue;
      writeItem(to, key, kept);
      writeItem(from, key, null);
    }
  }

  read(): Kept | null {
    const kept = readItem(this.#area, this.#key) as Kept | null;
    return kept && typeof kept.conversationId === 'string' ? kept : null;
  }

  write(kept: Kept): void {
    this.#mine = kept.conversationId;
    writeItem(this.#area, this.#key, kept);
  }

  /** What was written and has not arrived yet, oldest first; also by other tabs: each is sent under its own id. */
  get outbox(): readonly Outgoing[] {
    const kept = readItem(this.#area, this.#outboxKey);
    return Array.isArray(kept) ? (kept as Outgoing[]) : [];
  }

  /** Keeps a message until it is dropped. */
  put(message: Outgoing, first = false): void {
    const others = this.outbox.filter(({ clientId }) => clientId !== message.clientId);
    writeItem(this.#area, this.#outboxKey, first ? [message, ...others] : [...others, message]);
  }

  drop(clientId: string): void {
    const others = this.outbox.filter((message) => message.clientId !== clientId);
    writeItem(this.#area, this.#outboxKey, others.length > 0 ? others : null);
  }

  /** Forgets everything here, the decision too. */
  clear(): void {
    this.#agreed = false;
    const wasOnDevice = this.#isOnDevice;
    for (const area of [this.#device, this.#tab]) this.#wipe(area);
    if (!wasOnDevice) return;
    // Other tabs hear of what comes, not only of what goes: a conversation that leaves the device is not forgotten.
    // The sign comes last, or they would still find what is about to go.
    writeItem(this.#device, this.#forgottenKey, Date.now());
    writeItem(this.#device, this.#forgottenKey, null);
  }

  #wipe(area: Storage | null): void {
    for (const key of [this.#key, this.#outboxKey, this.#forgottenKey, tabKeyOf(this.#key)])
      writeItem(area, key, null);
  }

  /** Calls back when another tab made the device forget the conversation. */
  onForgotten(tell: () => void): void {
    addEventListener('storage', ({ key, newValue }) => {
      if (key !== this.#forgottenKey || newValue === null) return;
      this.#agreed = false;
      // The last words of the conversation may have reached this tab, and been noted, after the device had forgotten
      // it. A conversation begun since is not touched.
      this.#wipe(this.#tab);
      if (this.read()?.conversationId === this.#mine) this.#wipe(this.#device);
      tell();
    });
  }

  /** Whether the panel was open in this tab before the page was loaded again. */
  get wasOpen(): boolean {
    return this.#own.open === true;
  }

  set wasOpen(open: boolean) {
    this.#write({ open });
  }

  get #area(): Storage | null {
    if (this.#remember === 'never') return null;
    const isAgreed = this.#remember === 'always' || this.#agreed || this.#isOnDevice;
    return isAgreed ? (this.#device ?? this.#tab) : this.#tab;
  }

  get #isOnDevice(): boolean {
    return readItem(this.#device, this.#key) !== null;
  }

  get #own(): Tab {
    return (readItem(this.#tab, tabKeyOf(this.#key)) as Tab | null) ?? {};
  }

  #write(more: Tab): void {
    if (this.#remember !== 'never') writeItem(this.#tab, tabKeyOf(this.#key), { ...this.#own, ...more });
  }

  get #forgottenKey(): string {
    return `${this.#key}:forgotten`;
  }

  get #outboxKey(): string {
    return `${this.#key}:outbox`;
  }
}
