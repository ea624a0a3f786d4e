import { Refused, request, type Pass } from './protocol.ts';

/** What the conversation does when its pass changes. */
export interface EntranceListener {
  /** A new conversation was begun. */
  begun(): void;
  /** The tokens are new: they are worth keeping. */
  renewed(): void;
  /** Whether a new conversation may take the place of one that cannot be had any more. */
  mayBegin(): boolean;
}

/** The way into one conversation: keeps its tokens good, and begins a new one when there is no other way. */
export class Entrance {
  readonly root: string;
  #pass: Pass | null;
  /** Where the stream of a conversation just begun is; good once, and then it has to be asked for. */
  #first = '';
  #renewing: Promise<void> | null = null;
  readonly #listener: EntranceListener;

  constructor(root: string, pass: Pass | null, listener: EntranceListener) {
    this.root = root;
    this.#pass = pass;
    this.#listener = listener;
  }

  get pass(): Pass | null {
    return this.#pass;
  }

  /** Goes in; resolves to whether it is a conversation of before. */
  async enter(): Promise<boolean> {
    const before = this.#pass?.conversationId;
    await (before === undefined ? this.#begin() : this.#renew());
    return before === this.#pass?.conversationId;
  }

  /** A request inside the conversation; a token that has run out is renewed on the way. */
  async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const go = () => {
      const { conversationId, token } = this.#pass!;
      return request<T>(this.root, method, `conversations/${conversationId}${path}`, token, body);
    };
    try {
      return await go();
    } catch (error) {
      if (!(error instanceof Refused && error.isToken)) throw error;
      await this.#renew();
      return go();
    }
  }

  /** The address of the stream from a watermark on. */
  async stream(watermark: string): Promise<string> {
    const first = this.#first;
    this.#first = '';
    // On a slow line, asking for what is known costs two round trips.
    if (first && watermark === '') return first;
    this.#pass = await this.call<Pass>('GET', `?watermark=${watermark}`);
    this.#listener.renewed();
    return this.#pass.streamUrl ?? '';
  }

  async #begin(): Promise<void> {
    this.#pass = await request<Pass>(this.root, 'POST', 'conversations', null, {});
    this.#first = this.#pass.streamUrl ?? '';
    this.#listener.begun();
  }

  /** A fresh token, for the same conversation if it can still be had; asked for once at a time. */
  #renew(): Promise<void> {
    this.#renewing ??= this.#takeUp().finally(() => (this.#renewing = null));
    return this.#renewing;
  }

  async #takeUp(): Promise<void> {
    const { token, resumeToken } = this.#pass!;
    let refused: unknown;
    for (const old of [token, resumeToken]) {
      if (old === undefined) continue;
      try {
        this.#pass = await request<Pass>(this.root, 'POST', 'tokens/refresh', old);
        return this.#listener.renewed();
      } catch (error) {
        if (!(error instanceof Refused && error.isToken)) throw error;
        refused = error;
      }
    }
    if (!this.#listener.mayBegin()) throw refused;
    await this.#begin();
  }
}
