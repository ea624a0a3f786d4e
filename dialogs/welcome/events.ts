import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';

export type WelcomeEvent = CommonEvent | { readonly type: 'UNEASY' | 'UNSURE' };

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'says hello', example: 'welcome:open' },
  {
    verb: 'unsure',
    args: [],
    means: 'does not know what to do yet: ways to find out, short and long',
    example: 'welcome:unsure',
  },
  { verb: 'ways', args: [], means: 'the same, from anywhere', example: 'welcome:ways' },
  { verb: 'uneasy', args: [], means: 'working feels a little frightening', example: 'welcome:uneasy' },
];

export function read(verb: string): Reading | null {
  switch (verb) {
    case 'open':
      return { open: {} };
    case 'ways':
      return { open: { unsure: true } };
    case 'unsure':
      return { event: { type: 'UNSURE' } };
    case 'uneasy':
      return { event: { type: 'UNEASY' } };
    default:
      return null;
  }
}
