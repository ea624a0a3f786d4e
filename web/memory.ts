import type { Remember } from './frame.ts';
import type { Locale } from './locales.ts';
import { keyOf, parse, readItem, storage, tabKeyOf, writeItem } from './storage.ts';

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
 *
 * The device has room for one conversation, but every tab may have its own: what a tab keeps goes to the device only
 * if that conversation is there already, or once the person has said so in that very tab.
 */
export class Memory {
  readonly #key: string;
  readonly #remember: Remember;
  readonly #device = storage('localStorage');
  readonly #tab = storage('sessionStorage');
  /** Said before there was a conversation to keep; as soon as there is, what lies on the device tells. */
  #agreed = false;
  /** The number of this tab's conversation; empty while there is none. */
  #mine = '';

  constructor(base: string, remember: Remember) {
    this.#key = keyOf(base);
    this.#remember = remember;
    // A shared terminal must not show what was kept before it was declared to be one.
    if (remember === 'never') {
      this.#wipe(this.#tab);
      this.#takeOff(this.#kept(this.#device)?.conversationId);
    } else this.read();
  }

  /** Whether the person has yet to say if the conversation may stay on the device. */
  get isUndecided(): boolean {
    return this.agreed === false && !this.#own.declined;
  }

  /** Whether the person may decide at all, and has agreed; `null` where it is not theirs to decide here. */
  get agreed(): boolean | null {
    if (this.#remember !== 'ask' || this.#device === null) return null;
    return this.#agreed || this.#isOnDevice;
  }

  /** The person's word on it: what is kept moves to the device, or from there to the tab. */
  decide(agreed: boolean): void {
    this.#write({ declined: !agreed });
    const [from, to] = agreed ? [this.#tab, this.#device] : [this.#device, this.#tab];
    // Another tab's conversation on the device is not this one's to move.
    if (this.#kept(from)?.conversationId === this.#mine) move(this.#key, from, to);
    move(this.#outboxKey, from, to);
    this.#agreed = agreed && !this.#isOnDevice;
  }

  /** The conversation that this tab goes on with: its own, or else the device's. */
  read(): Kept | null {
    if (this.#remember === 'never') return null;
    const [own, shared] = [this.#kept(this.#tab), this.#kept(this.#device)];
    // Kept in both, it was taken off the device once and is back: what the tab has is old.
    const kept = own && own.conversationId !== shared?.conversationId ? own : shared;
    this.#mine = kept?.conversationId ?? '';
    return kept;
  }

  write(kept: Kept): void {
    // Where and under which key things lie depends on whose conversation it is: looked up before that changes.
    const { outbox } = this;
    const [area, before] = [this.#area, this.#outboxKey];
    this.#mine = kept.conversationId;
    this.#agreed = false;
    writeItem(area, this.#key, kept);
    if (this.#outboxKey === before || outbox.length === 0) return;
    // Written before there was a conversation, or for one that has ended: it is sent in the new one.
    writeItem(area, before, null);
    writeItem(area, this.#outboxKey, outbox);
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

  /** Forgets this tab's conversation wherever it is kept, the decision too. */
  clear(): void {
    const wasOnDevice = this.#isOnDevice;
    this.#wipe(this.#tab);
    if (wasOnDevice) this.#takeOff(this.#mine);
    this.#agreed = false;
    this.#mine = '';
  }

  /** Empties the device of a conversation, and tells the other tabs. */
  #takeOff(conversationId: string | undefined): void {
    this.#wipe(this.#device);
    if (conversationId === undefined) return;
    // Other tabs hear of what comes, not only of what goes: a conversation that leaves the device is not forgotten.
    // The sign comes last, or they would still find what is about to go.
    writeItem(this.#device, this.#forgottenKey, conversationId);
    writeItem(this.#device, this.#forgottenKey, null);
  }

  #wipe(area: Storage | null): void {
    const isOutbox = (key: string) => key.startsWith(`${this.#key}:outbox`);
    const outboxes = Object.keys(area ?? {}).filter(isOutbox);
    for (const key of [this.#key, this.#forgottenKey, tabKeyOf(this.#key), ...outboxes])
      writeItem(area, key, null);
  }

  /** Follows what other tabs do with the device; calls back when one of them had this conversation forgotten. */
  onForgotten(tell: () => void): void {
    addEventListener('storage', ({ key, oldValue, newValue, storageArea }) => {
      if (storageArea !== this.#device) return;
      if (key === this.#key) return this.#displaced(asKept(parse(oldValue)), asKept(parse(newValue)));
      if (key !== this.#forgottenKey || newValue === null || parse(newValue) !== this.#mine) return;
      // The last words of the conversation may have reached this tab, and been noted, after the device had forgotten
      // it. A conversation begun since is not touched.
      if (this.#isOnDevice) this.#wipe(this.#device);
      this.#wipe(this.#tab);
      this.#agreed = false;
      this.#mine = '';
      tell();
    });
  }

  /** Another tab took this conversation off the device, or put its own there: it goes on in this tab. */
  #displaced(before: Kept | null, now: Kept | null): void {
    if (before?.conversationId !== this.#mine || now?.conversationId === this.#mine) return;
    writeItem(this.#tab, this.#key, before);
    move(this.#outboxKey, this.#device, this.#tab);
    // Taken off, it was with the person's "not on this device".
    if (!now) this.#write({ declined: true });
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
    const isFree = !this.#kept(this.#tab) && !this.#kept(this.#device);
    const isAgreed = this.#agreed || this.#isOnDevice || (this.#remember === 'always' && isFree);
    return isAgreed ? (this.#device ?? this.#tab) : this.#tab;
  }

  get #isOnDevice(): boolean {
    return this.#kept(this.#device)?.conversationId === this.#mine;
  }

  #kept(area: Storage | null): Kept | null {
    return asKept(readItem(area, this.#key));
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

  /** By conversation: what is meant for one must not be sent in another. */
  get #outboxKey(): string {
    return `${this.#key}:outbox${this.#mine && `:${this.#mine}`}`;
  }
}

const asKept = (value: unknown): Kept | null =>
  typeof (value as Kept | null)?.conversationId === 'string' ? (value as Kept) : null;

function move(key: string, from: Storage | null, to: Storage | null): void {
  const kept = readItem(from, key);
  if (kept === null) return;
  writeItem(to, key, kept);
  writeItem(from, key, null);
}
