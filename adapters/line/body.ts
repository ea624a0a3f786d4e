import type { Request } from 'restify';
import { Problem } from '../http/problem.ts';

/**
 * The bytes of a request exactly as they came, for the signature. Must run before any body parser of the server:
 * on a body that was read already it finds nothing. Throws a 413 problem over `limit`; what still comes is let pass
 * unread, so that the answer reaches the sender.
 */
export function readRawBody(request: Request, limit: number): Promise<Buffer> {
  const tooLarge = () => new Problem(413, 'too_large', `The body is larger than ${limit} bytes.`);
  return new Promise((resolve, reject) => {
    if (request.readableEnded) {
      resolve(Buffer.alloc(0));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (error: Error) => {
      request.off('data', take);
      request.resume();
      reject(error);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) refuse(tooLarge());
      else chunks.push(chunk);
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      refuse(tooLarge());
      return;
    }
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', refuse);
    request.once('close', () => reject(new Problem(400, 'broken_off', 'The request ended too early.')));
  });
}
