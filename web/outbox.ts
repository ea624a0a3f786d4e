import type { Memory, Outgoing } from './memory.ts';

/** What was written and has not arrived yet, oldest first: here, and in the browser's memory in case the page goes. */
export class Outbox {
  readonly #memory: Memory;
  #waiting: readonly Outgoing[];

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#waiting = memory.outbox;
  }

  get all(): readonly Outgoing[] {
    return this.#waiting;
  }

  get first(): Outgoing | undefined {
    return this.#waiting[0];
  }

  has(clientId: string): boolean {
    return this.#waiting.some((message) => message.clientId === clientId);
  }

  put(message: Outgoing, first = false): void {
    this.#waiting = first ? [message, ...this.#waiting] : [...this.#waiting, message];
    this.#memory.put(message, first);
  }

  drop(clientId: string | undefined): void {
    if (clientId === undefined || !this.has(clientId)) return;
    this.#waiting = this.#waiting.filter((message) => message.clientId !== clientId);
    this.#memory.drop(clientId);
  }

  clear(): void {
    for (const { clientId } of this.#waiting) this.drop(clientId);
  }
}
