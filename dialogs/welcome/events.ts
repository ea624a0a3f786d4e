import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type WelcomeEvent = CommonEvent | { readonly type: 'UNEASY' };

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'says hello', example: 'welcome:open' },
  { verb: 'uneasy', args: [], means: 'working feels a little frightening', example: 'welcome:uneasy' },
];

export function read(verb: string): Reading | null {
  if (verb === 'open') return { open: {} };
  return verb === 'uneasy' ? { event: { type: 'UNEASY' } } : null;
}
