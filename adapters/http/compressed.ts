import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request } from 'restify';

/** Bytes that are sent many times, compressed once. */
export interface Compressed {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** How bytes travel: the names of `Content-Encoding`, or as they are. */
export type Coding = keyof Compressed;

/** Compresses as tightly as can be: for what is made at the start, not while somebody waits. */
export const compress = (plain: Buffer): Compressed => ({
  plain,
  br: brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  }),
  gzip: gzipSync(plain, { level: constants.Z_BEST_COMPRESSION }),
});

/** The tightest coding that a client takes. `br;q=0` refuses one; `*` takes any. */
export function codingFor({ headers }: Request): Coding {
  const taken = new Map(
    (headers['accept-encoding']?.toString() ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined || Number(q.slice(2)) > 0] as const;
    }),
  );
  const others = taken.get('*') ?? false;
  return (['br', 'gzip'] as const).find((name) => taken.get(name) ?? others) ?? 'plain';
}
