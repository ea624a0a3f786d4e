import type { Locale } from './words.ts';

/** What a browser keeps between visits. */
export interface Kept {
  readonly conversationId: string;
  readonly token: string;
  /** Good for a fresh token on another day. */
  readonly resumeToken?: string;
  readonly locale: Locale;
  /** What was written and has not arrived yet. */
  readonly outbox: readonly Outgoing[];
}

/** An activity on its way. */
export interface Outgoing {
  readonly clientId: string;
  readonly activity: Readonly<Record<string, unknown>>;
  /** What the person sees themselves say; empty where nothing is shown. */
  readonly shown: string;
}

/** The browser's storage, where it may be used; a page that forbids it loses memory only. */
export class Memory {
  readonly #key: string;
  constructor(base: string) {
    this.#key = `shirube:${base}`;
  }

  read(): Kept | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Kept | null;
      return kept && typeof kept.conversationId === 'string' && Array.isArray(kept.outbox) ? kept : null;
    } catch {
      return null;
    }
  }

  write(kept: Kept | null): void {
    try {
      if (kept) localStorage.setItem(this.#key, JSON.stringify(kept));
      else localStorage.removeItem(this.#key);
    } catch {
      // Full or forbidden: the conversation lives as long as the page.
    }
  }

  /** Whether the panel was open in this tab before the page was loaded again. */
  get wasOpen(): boolean {
    try {
      return sessionStorage.getItem(this.#key) === 'open';
    } catch {
      return false;
    }
  }

  set wasOpen(open: boolean) {
    try {
      sessionStorage.setItem(this.#key, open ? 'open' : 'closed');
    } catch {
      // see above
    }
  }
}
