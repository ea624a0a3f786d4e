import type { AreaCode } from '../../domain/catalogue.ts';
import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

export type PrefectureEvent =
  | { readonly type: 'REGION'; readonly region: string }
  /** One prefecture, or `00` for all Japan. */
  | { readonly type: 'CHOOSE'; readonly area: AreaCode }
  /** Several that a typed word may mean. */
  | { readonly type: 'HEARD'; readonly areas: readonly AreaCode[] }
  | CommonEvent
  | Extract<Answer, { type: 'REGIONS' }>;

export const payloads: readonly PayloadSpec[] = [
  { verb: 'open', args: [], means: 'asks where the person lives', example: 'prefecture:open' },
  {
    verb: 'region',
    args: ['region'],
    means: 'lists the prefectures of a region',
    example: 'prefecture:region:kanto',
  },
  {
    verb: 'choose',
    args: ['area'],
    means: 'chooses a prefecture `01`–`47`, or `00` for all Japan',
    example: 'prefecture:choose:11',
  },
];

export function read(verb: string, [arg = '']: readonly string[]): Reading | null {
  switch (verb) {
    case 'open':
      return { open: { keep: true } };
    case 'region':
      return { event: { type: 'REGION', region: arg } as PrefectureEvent };
    case 'choose':
      return /^(0\d|[1-3]\d|4[0-7])$/u.test(arg)
        ? { event: { type: 'CHOOSE', area: arg } as PrefectureEvent }
        : null;
    default:
      return null;
  }
}
