/** A storage of the browser, or `null` where the browser or the person forbids it. */
export function storage(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[name];
  } catch {
    return null;
  }
}

/** What is kept under a key as JSON; `null` when there is nothing, or nothing that can be read. */
export function readItem(area: Storage | null, key: string): unknown {
  try {
    return parse(area?.getItem(key) ?? null);
  } catch {
    return null;
  }
}

/** What a kept text says; `null` when it is none, or cannot be read. */
export function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value; `null` removes it. Full or forbidden storage loses memory only. */
export function writeItem(area: Storage | null, key: string, value: unknown): void {
  try {
    if (value === null) area?.removeItem(key);
    else area?.setItem(key, JSON.stringify(value));
  } catch {
    // The conversation lives as long as the page.
  }
}

/** The key under which the conversation with a service is kept. */
export const keyOf = (base: string): string => `shirube:${base}`;

/** The key of what only this tab has to know. */
export const tabKeyOf = (key: string): string => `${key}:tab`;
