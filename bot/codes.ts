import { createHmac } from 'node:crypto';
import type { Channel, Input } from './port.ts';

/** Neither 0 nor O, neither 1 nor I nor L, and V but no U: 30 signs, so that eight of them hold 39 bits. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
/** A code is good for so long. */
export const CODE_MS = 10 * 60_000;

/** What a code is made from; the same event makes the same code, so that a turn can be taken again. */
export interface CodeSource {
  /** A secret of the store: without it nobody can guess. */
  readonly key: string;
  readonly channel: Channel;
  readonly person: string;
  readonly eventId: string;
}

/**
 * A one-time code of eight signs that nobody without the key can guess. It always has a letter and a digit, so that no
 * word and no number is ever taken for one.
 */
export function makeCode({ key, channel, person, eventId }: CodeSource): string {
  for (let attempt = 0; ; attempt++) {
    const bytes = createHmac('sha256', key)
      .update(JSON.stringify(['code', channel, person, eventId, attempt]))
      .digest();
    let rest = bytes.readBigUInt64BE();
    let code = '';
    for (; code.length < LENGTH; rest /= 30n) code += SIGNS[Number(rest % 30n)]!;
    if (isMixed(code)) return code;
  }
}

/** All that is kept of a code. */
export const hashOf = (key: string, code: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['kept', code]))
    .digest('hex');

const isMixed = (code: string): boolean => /[2-9]/u.test(code) && /[A-Z]/u.test(code);

/** Signs between groups, as keyboards of several languages write a hyphen. */
const GAP = '[\\s\\p{P}\\p{S}ーｰ]';
const SIGN = '[2-9A-HJKMNP-TV-Z]';
/** The code alone, however it is spaced; or, inside a sentence, in its two groups. */
const ALONE = new RegExp(`^${GAP}*(?:${SIGN}${GAP}{0,3}){${LENGTH}}$`, 'u');
const INSIDE = new RegExp(`(?<![A-Z0-9])(${SIGN}{4})[-‐‑–—−ー](${SIGN}{4})(?![A-Z0-9-])`, 'u');

/** The code somebody sent: typed in any case and width, or with a payload; `null` when it is something else. */
export function codeIn(input: Input): string | null {
  if (input.kind === 'payload') {
    const code = /^carry:take:([^:]{1,20})$/u.exec(input.payload)?.[1];
    return code === undefined ? null : readCode(code);
  }
  return input.kind === 'text' ? readCode(input.text) : null;
}

function readCode(typed: string): string | null {
  // Nobody writes that much around a code.
  const text = typed.slice(0, 200).toWellFormed().normalize('NFKC').toUpperCase().trim();
  const [, first = '', second = ''] = INSIDE.exec(text) ?? [];
  const code = ALONE.test(text) ? text.replace(/[^0-9A-Z]/gu, '') : first + second;
  return code.length === LENGTH && isMixed(code) ? code : null;
}
