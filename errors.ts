/**
 * Every error this program raises on purpose, by code. The message says what to do next;
 * the cause is kept; neither ever carries a secret or what a person wrote.
 */
export type ErrorCode =
  | 'SETTING_WRONG'
  | 'SEED_BROKEN'
  | 'IMPORT_REFUSED'
  | 'WORDS_MISSING'
  | 'VERSION_CONFLICT'
  | 'EVENT_DONE'
  | 'STORE_FAILED'
  | 'DIALOG_UNKNOWN'
  | 'TURN_ENDLESS'
  | 'SEND_FAILED';

export class ShirubeError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ShirubeError';
    this.code = code;
  }
}

export const hasCode = (error: unknown, code: ErrorCode): boolean =>
  error instanceof ShirubeError && error.code === code;

/**
 * What may be logged of any error: its code or class, and where it was raised. The message only of our own errors,
 * because others may quote what a person wrote.
 */
export function describe(error: unknown): { error: string; message?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  // Without the message: a line of it may look like a place.
  const at = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
  return error instanceof ShirubeError
    ? { error: error.code, message: error.message, at }
    : { error: error.name, at };
}
