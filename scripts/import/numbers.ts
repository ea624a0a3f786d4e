/**
 * 千円 with at most one decimal to whole yen, exactly: digits are moved, nothing is multiplied in floating point.
 *
 * @example
 * thousandsToYen('599.7'); // 599700
 */
export function thousandsToYen(thousands: string): number {
  const digits = /^(\d+)(?:\.(\d))?$/u.exec(thousands);
  if (!digits) throw new Error(`Not a figure in 千円 with at most one decimal: ${thousands}`);
  return Number(`${digits[1]}${digits[2] ?? '0'}00`);
}

/**
 * What a workbook means by a figure with so many decimals: 599.7 is kept in it as 599.70000000000005.
 * `null` when it is no such figure.
 *
 * @example
 * decimal('599.70000000000005', 1); // '599.7'
 */
export function decimal(written: string, decimals: number): string | null {
  const text = written.trim();
  if (!/^\d+(\.\d+)?(e-?\d+)?$/iu.test(text)) return null;
  const value = Number(text);
  const rounded = Number(value.toFixed(decimals));
  return Number.isFinite(value) && Math.abs(value - rounded) < 1e-6 ? String(rounded) : null;
}

/** Full-width digits and letters as ASCII; full-width brackets too. */
export const narrow = (text: string): string => text.normalize('NFKC');

/** A heading or name without the spaces and line breaks that only set it. */
export const compact = (text: string): string => text.replace(/\s+/gu, '');

/** Official names are written with ASCII or full-width punctuation, by file; the seeds keep the full-width one. */
export const fullWidth = (name: string): string =>
  compact(name).replaceAll('(', '（').replaceAll(')', '）').replaceAll(',', '，');
