import type { AreaCode } from '../domain/catalogue.ts';
import type { Phrase } from '../replies/reply.ts';
import type { AnyEvent } from './frames.ts';

/** Commands that work everywhere; their payload is `go:<command>`. */
export const COMMANDS = ['menu', 'back', 'help', 'pause', 'language', 'restart'] as const;
export type Command = (typeof COMMANDS)[number];

/** What a person meant, as typed events; no text goes further than this. */
export type Meaning =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'hello' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'event'; readonly dialog: string; readonly event: AnyEvent }
  | { readonly kind: 'open'; readonly dialog: string; readonly request: unknown }
  /** Remarks to be made, and what is to be done besides, if anything. */
  | { readonly kind: 'remark'; readonly notes: readonly Phrase[]; readonly then: Meaning | null }
  /** The same once more: what stands here is shown again. */
  | { readonly kind: 'again' }
  /** A payload nobody understands (of an older version, or made up). */
  | { readonly kind: 'stale' }
  | { readonly kind: 'unclear' }
  /** Where the person is, or lives. */
  | { readonly kind: 'placed'; readonly area: AreaCode }
  | { readonly kind: 'unread'; readonly what: 'sticker' | 'picture' | 'sound' | 'file' | 'place' | 'emoji' };
