import { createHmac, timingSafeEqual } from 'node:crypto';

/** What LINE sends as `x-line-signature`: HMAC-SHA256 over the bytes of the body, in base64. */
export const signatureOf = (body: Uint8Array, channelSecret: string): string =>
  createHmac('sha256', channelSecret).update(body).digest('base64');

/** SHA-256 has 32 bytes: 43 signs of base64 and one to fill up. What looks otherwise fits no body. */
export const isSignature = (text: string | undefined): boolean =>
  text !== undefined && /^[A-Za-z0-9+/]{43}=$/u.test(text);

/** Whether the bytes were signed with our secret (docs/messaging-api/verify-webhook-signature/); takes the same time either way. */
export function isSigned(body: Uint8Array, signature: string | undefined, channelSecret: string): boolean {
  const right = Buffer.from(signatureOf(body, channelSecret));
  const given = Buffer.from(signature ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
}
