import type { Turn } from '../store/port.ts';

/** What a turn changes besides the person's own conversation; saved in the same transaction. */
export type Asides = Pick<Turn, 'wakeAt' | 'passOn' | 'offer' | 'count' | 'erase'>;
