import type { Choice, Reply } from '../replies/reply.ts';

/** What Direct Line gives for entering a conversation. */
export interface Pass {
  readonly conversationId: string;
  readonly token: string;
  readonly resumeToken?: string;
  readonly expires_in?: number;
  /** Days after the last visit until the server forgets the conversation. */
  readonly keepDays?: number;
  readonly streamUrl?: string;
}

/** An activity as this bubble reads it. */
export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly timestamp?: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly replyToId?: string;
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly payload?: string;
    readonly locale?: string;
    readonly shirube?: Reply;
    readonly last?: boolean;
    readonly choices?: readonly Choice[];
    readonly typing?: boolean;
  };
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** The server said no. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`Refused with ${status}`);
    this.status = status;
  }
  /** The token is of no use (any more). */
  get isToken(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** Waiting longer than this for an answer counts as no connection. */
const TIMEOUT_MS = 20_000;

/** One request to the Direct Line endpoint. Throws `Refused`, or another error when there is no connection. */
export async function request<T>(
  root: string,
  method: 'GET' | 'POST',
  path: string,
  token: string | null,
  body?: object,
): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`${root}/${path}`, {
      method,
      signal: abort.signal,
      headers: {
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refused(response.status);
    return (await response.json()) as T;
  } finally {
    clearTimeout(timer);
  }
}
