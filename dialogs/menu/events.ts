import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type MenuEvent = CommonEvent;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'shows the menu', example: 'menu:open' },
];

export const read = (verb: string): Reading | null => (verb === 'open' ? { open: {} } : null);
