import type { Counsellor, Line } from '../../bot/port.ts';
import { toActivities, type WireActivity } from './activities.ts';
import { Refusal } from './http.ts';

/** What a client gets in one go. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  /** Everything up to here has been handed over; the id of the last line. */
  readonly watermark: string;
}

/** Lines handed over at a time; a client that gets as many asks again at once. */
export const PAGE = 200;
/** How many posted events are remembered for answering with their id without reading. */
const REMEMBERED = 1_000;

/** A watermark as a line id; none means from the beginning. */
export function readWatermark(watermark: string | null): number {
  if (watermark === null || watermark === '' || watermark === '-') return 0;
  if (!/^\d{1,15}$/.test(watermark))
    throw new Refusal(400, 'BadArgument', 'The watermark is not one of ours.');
  return Number(watermark);
}

/** What a conversation's client reads: the transcript as activities, and the ids of what it posted. */
export class History {
  readonly #counsellor: Counsellor;
  readonly #base: string | undefined;
  readonly #posted = new Map<string, number>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly close: () => void;

  constructor(counsellor: Counsellor, publicBaseUrl?: string) {
    this.#counsellor = counsellor;
    this.#base = publicBaseUrl;
    this.close = counsellor.onLine('web', (person, line) => {
      if ('incoming' in line) this.#remember(line);
      for (const tell of this.#watchers.get(person) ?? []) tell();
    });
  }

  /** Activities of the lines after a watermark, oldest first. */
  async since(conversation: string, after: number, limit = PAGE): Promise<ActivitySet> {
    const lines = await this.#counsellor.transcript('web', conversation, after, limit);
    return {
      activities: lines.flatMap((line) => toActivities(line, conversation, this.#base)),
      watermark: String(lines.at(-1)?.id ?? after),
    };
  }

  /** Line of an event that was received; also of one received long ago, for a client that repeats itself. */
  async lineOf(conversation: string, eventId: string): Promise<number> {
    for (let after = 0; ;) {
      const known = this.#posted.get(eventId);
      if (known !== undefined) return known;
      const lines = await this.#counsellor.transcript('web', conversation, after, PAGE);
      const found = lines.find((line) => 'incoming' in line && line.incoming.eventId === eventId);
      if (found) return found.id;
      if (lines.length < PAGE) return 0; // pruned meanwhile
      after = lines.at(-1)!.id;
    }
  }

  /** Calls back when a conversation may have something new. Returns how to stop. */
  watch(conversation: string, tell: () => void): () => void {
    const watchers = this.#watchers.get(conversation) ?? new Set();
    this.#watchers.set(conversation, watchers.add(tell));
    return () => {
      watchers.delete(tell);
      if (watchers.size === 0 && this.#watchers.get(conversation) === watchers) {
        this.#watchers.delete(conversation);
      }
    };
  }

  #remember(line: Line & { incoming: { eventId: string } }): void {
    this.#posted.set(line.incoming.eventId, line.id);
    if (this.#posted.size > REMEMBERED) this.#posted.delete(this.#posted.keys().next().value!);
  }
}
