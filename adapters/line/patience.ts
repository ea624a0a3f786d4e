/**
 * When to try again, when to stop trying, and when to stop sending altogether. Kept in memory: a restart begins with
 * short pauses again, which is what one wants after a setting was mended.
 */

export interface Patience {
  /** First pause before another attempt; it doubles each time, up to five minutes. Default 300 ms. */
  readonly firstPauseMs?: number;
  /** Failures of one speech, while LINE took others, before it is given up: about ten minutes. Default 12. */
  readonly mostFailures?: number;
}

/** What is remembered of a speech that could not be sent yet. */
interface Trouble {
  /** Attempts that failed. */
  failures: number;
  /** Those after which LINE took something else before this speech was tried again: the fault is in the speech. */
  alone: number;
  /** A reply with its token went unanswered. */
  unanswered: boolean;
  /** How many speeches LINE had taken when it failed last. */
  takenBefore: number;
}

const LONGEST_PAUSE_MS = 5 * 60_000;
/** While the channel has no access, one speech is tried this often, so that a mended token is noticed. */
const LONGEST_PROBE_MS = 60_000;

/**
 * An answer is given up only when LINE keeps failing at *it* while taking others. While LINE takes nothing from us
 * (it is down, the way to it is cut, the token is wrong), answers wait, until they are too old (`TOO_OLD_MS`).
 */
export function createPatience({ firstPauseMs = 300, mostFailures = 12 }: Patience) {
  const troubles = new Map<number, Trouble>();
  let taken = 0;
  let heldUntil = 0;
  let probes = 0;

  return {
    firstPauseMs,
    /** LINE took a speech. */
    tookOne(id: number): void {
      taken++;
      troubles.delete(id);
    },
    forget: (id: number): void => void troubles.delete(id),
    isUnanswered: (id: number): boolean => troubles.get(id)?.unanswered ?? false,
    /** Notes a failure. Returns how long to wait, or `null` to give the speech up. */
    failed(id: number, doubt: boolean): number | null {
      const trouble = troubles.get(id) ?? { failures: 0, alone: 0, unanswered: false, takenBefore: taken };
      trouble.failures++;
      trouble.unanswered ||= doubt;
      if (trouble.failures === 1 || taken > trouble.takenBefore) trouble.alone++;
      trouble.takenBefore = taken;
      troubles.set(id, trouble);
      if (trouble.alone >= mostFailures) return null;
      return pauseAfter(trouble.failures - 1, firstPauseMs);
    },
    /** Sends nothing for so long. */
    hold(now: number, ms: number): void {
      heldUntil = Math.max(heldUntil, now + ms);
    },
    /** The channel has no access: holds everything, longer each time. Returns for how long. */
    holdForAccess(now: number): number {
      // Many requests under way come back refused at once: they are one finding.
      if (now >= heldUntil) heldUntil = now + pauseAfter(probes++, 10 * firstPauseMs, LONGEST_PROBE_MS);
      return heldUntil - now;
    },
    /** LINE knows the channel (it took a speech, or refused one for what is in it). Returns whether it had not before. */
    regainAccess(): boolean {
      const had = probes === 0;
      probes = 0;
      return !had;
    },
    /** How long nothing may be sent. */
    heldFor: (now: number): number => Math.max(0, heldUntil - now),
    /** While access is in question one speech at a time is tried. */
    isProbing: (): boolean => probes > 0,
  };
}

/** Doubles with every attempt, and differs by up to a quarter, so that many waiting speeches do not come at once. */
export function pauseAfter(
  attempts: number,
  firstMs: number,
  longestMs = LONGEST_PAUSE_MS,
  random = Math.random,
): number {
  return Math.round(Math.min(longestMs, firstMs * 2 ** attempts) * (0.75 + random() / 2));
}
