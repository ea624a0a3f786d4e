import type { IncomingMessage } from 'node:http';

/** Why a body was not had. */
export type BodyFault = 'too_large' | 'cut_off';

/**
 * The bytes of a body, up to a limit, or why not. What comes beyond the limit is let pass unseen, so that the client
 * stays to read our answer; the time for a whole request ends it.
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | BodyFault> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    return Promise.resolve('too_large');
  }
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) return void chunks.push(chunk);
      chunks = [];
      resolve('too_large');
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => resolve('cut_off'));
    request.once('close', () => resolve('cut_off'));
  });
}
