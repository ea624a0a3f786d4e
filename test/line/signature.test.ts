import { isSigned, signatureOf } from '../../adapters/line/signature.ts';

const SECRET = 'channel secret';
const body = Buffer.from('{"events":[{"message":{"text":"こんにちは 👩‍🚒"}}]}');

describe('the signature', () => {
  test('fits the bytes it was made for', () => {
    expect(isSigned(body, signatureOf(body, SECRET), SECRET)).toBe(true);
  });

  test('is the one LINE documents: HMAC-SHA256 in base64', () => {
    // Made with `printf %s '{}' | openssl dgst -sha256 -hmac secret -binary | base64`.
    expect(signatureOf(Buffer.from('{}'), 'secret')).toBe('dzJZAsrKgS3CWXM6rNBGtzgXNyx3e42VtAJkdHRRbhM=');
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['too short', 'AAAA'],
    ['too long', `${signatureOf(body, SECRET)}AAAA`],
    ['of another secret', signatureOf(body, 'another')],
    ['with a letter that is not base64', `${signatureOf(body, SECRET).slice(0, -2)}*=`],
    ['sent twice', `${signatureOf(body, SECRET)}, ${signatureOf(body, SECRET)}`],
    ['in other letters', 'ł'.repeat(44)],
  ])('%s: refused', (_, signature) => {
    expect(isSigned(body, signature, SECRET)).toBe(false);
  });

  test('does not fit the same JSON written differently', () => {
    const rewritten = Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1));
    expect(isSigned(rewritten, signatureOf(body, SECRET), SECRET)).toBe(false);
  });
});
