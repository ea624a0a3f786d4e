import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type SupportEvent = CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'what it does, for docs/payloads.md', example: 'support:open' },
];

export const read = (verb: string): Reading | null => (verb === 'open' ? { open: {} } : null);
