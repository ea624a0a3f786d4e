import type { IncomingMessage } from 'node:http';

/** A request that is answered with an error, in the shape of the public Direct Line. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
  }
  get body() {
    return { error: { code: this.code, message: this.message } };
  }
}

export type Json = Readonly<Record<string, unknown>>;

/** Largest body of a request, in bytes. */
export const MOST_BYTES = 64 * 1024;

/**
 * The JSON object in a request's body. `whenEmpty` stands for a missing body; some clients then name
 * a content type that is not JSON, which is fine.
 */
export async function readJson(request: IncomingMessage, whenEmpty?: Json): Promise<Json> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && whenEmpty) return whenEmpty;
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  const coding = request.headers['content-encoding'];
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(type) || (coding && coding !== 'identity')) {
    throw new Refusal(415, 'UnsupportedMediaType', 'Send the activity as application/json, not compressed.');
  }
  const value = parse(bytes);
  if (!isJson(value)) throw new Refusal(400, 'BadSyntax', 'The body must be a JSON object.');
  return value;
}

/** The whole body, or 413. What is too much is left to the HTTP server, which reads it away unseen. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooMuch = new Refusal(413, 'MessageSizeTooBig', `The body may have ${MOST_BYTES} bytes at most.`);
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return Promise.reject(tooMuch);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_BYTES) return chunks.push(chunk);
      chunks.length = 0;
      return reject(tooMuch);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    const broken = () => reject(new Refusal(400, 'BadSyntax', 'The request ended before its body did.'));
    request.once('error', broken);
    request.once('close', broken);
  });
}

/** JSON, or 400. */
export function parse(bytes: Buffer | string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal(400, 'BadSyntax', 'The body is not JSON.');
  }
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `value` when it is an object, else an empty one: for reading what a client may have left out. */
export const json = (value: unknown): Json => (isJson(value) ? value : {});

/** `value` when it is a string with something in it; cut, and always well-formed Unicode. */
export function words(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const cut = value.slice(0, most);
  const whole = value.length > most && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole.toWellFormed();
}
