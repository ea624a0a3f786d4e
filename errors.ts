/**
 * Every error this program raises on purpose, by code. The message says what to do next;
 * the cause is kept; neither ever carries a secret or what a person wrote.
 */
export type ErrorCode =
  | 'SETTING_WRONG'
  | 'SEED_BROKEN'
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
