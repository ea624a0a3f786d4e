import { z } from 'zod';

/** Shapes shared by several seeds. */
export const filled = z.string().trim().min(1, 'must not be empty');
export const inEachLocale = z.strictObject({ ja: filled, 'ja-easy': filled, en: filled });
export const isoDate = z.iso.date('is not a date like 2026-08-02');
/** Publishers do not always say the day: a year, a month or a day. */
export const isoDateOrPart = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'is not a date like 2026-03');
export const httpsUrl = z.string().regex(/^https:\/\/[^\s]+$/u, 'is not an https address');
