import type { Channel } from '../../bot/port.ts';
import type { Count, Taken, Turn } from '../port.ts';
import { DAY_MS, toInstant, type Clock } from '../wire.ts';

interface Offered {
  readonly channel: Channel;
  readonly person: string;
  readonly until: number;
  takenBy: number | null;
}

/** Codes and counts of the memory engine: what a turn changes besides its own conversation. */
export function createAsides(clock: Clock) {
  const offers = new Map<string, Offered & { readonly key: string }>();
  const counts = new Map<string, number>();
  const countKey = ({ name, period }: Count): string => JSON.stringify([name, period]);

  const withdraw = (key: string): void => {
    for (const [code, offered] of offers)
      if (offered.key === key || offered.until < clock() - DAY_MS) offers.delete(code);
  };
  return {
    withdraw,
    prune(): void {
      for (const [code, { until }] of offers) if (until < clock() - DAY_MS) offers.delete(code);
    },
    /** Everything that can fail is done here; what is returned only changes. */
    prepare(
      key: string,
      { channel, person, offer, count }: Pick<Turn, 'channel' | 'person' | 'offer' | 'count'>,
    ) {
      const until = offer && toInstant(offer.until);
      return (): void => {
        if (offer) {
          withdraw(key);
          offers.set(offer.code, { key, channel, person, until: until!, takenBy: null });
        }
        if (count) counts.set(countKey(count), (counts.get(countKey(count)) ?? 0) + 1);
      };
    },
    take(
      code: string,
      eventId: number,
      now: number,
    ): Exclude<Taken, object> | { channel: Channel; person: string } {
      const offered = offers.get(code);
      if (!offered) return 'unknown';
      if (offered.takenBy === null && offered.until <= now) return 'expired';
      if (offered.takenBy !== null && offered.takenBy !== eventId) return 'used';
      offered.takenBy = eventId;
      return { channel: offered.channel, person: offered.person };
    },
    counted: (count: Count): number => counts.get(countKey(count)) ?? 0,
  };
}
