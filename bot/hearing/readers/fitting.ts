import { askedWhyNot, heardShifts } from '../../wishing.ts';
import { CLEAR, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** About the person's own list: 「なんで看護師は出ないの?」, 「お金はそんなに大事じゃない」. */
export function fitting({ house, text, asks }: Scene): Reading[] {
  const missed = askedWhyNot(house, text);
  const moves = heardShifts(house, text);
  return [
    ...(missed === null ? [] : [command('occupation', { id: missed, part: 'fit' })]),
    // Said to a question it weighs nothing anew; nor does it look for anything.
    ...(moves ? [asks ? NO_ANSWER : command('results', { moves })] : []),
  ];
}

const NO_ANSWER: Reading = { kind: 'answer', confidence: CLEAR, meaning: { kind: 'unclear' }, lost: true };

const command = (dialog: string, request: unknown): Reading => ({
  kind: 'command',
  confidence: CLEAR + 0.07,
  meaning: { kind: 'open', dialog, request },
});
