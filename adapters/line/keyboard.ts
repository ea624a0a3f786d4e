/**
 * Taps after which typing is the main way to go on: LINE opens the keyboard with them (`inputOption: "openKeyboard"`).
 * Not where answers are offered under the question as well: a keyboard would cover them. A test takes every payload
 * there is through the real counsellor and compares.
 */
const OPENING: readonly string[] = ['search:open'];

export const opensKeyboard = (payload: string): boolean => OPENING.includes(payload);
