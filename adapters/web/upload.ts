import type { IncomingMessage } from 'node:http';
import { json, parse, Refusal, type Json } from './http.ts';

/** Largest upload, in bytes; what comes is read away and never kept. */
const MOST_BYTES = 8 * 1024 * 1024;
/** The activity comes first and is small; after so many bytes nothing is kept. */
const HEAD_BYTES = 64 * 1024;

/**
 * The activity of a multipart upload, with one attachment that says what kind of file came.
 * Clients write a part named `activity` (JSON) and parts named `file`.
 */
export async function readUpload(request: IncomingMessage): Promise<Json> {
  const boundary = /^multipart\/form-data;.*?boundary="?([^";]+)/i.exec(
    request.headers['content-type'] ?? '',
  )?.[1];
  if (boundary === undefined) {
    throw new Refusal(415, 'UnsupportedMediaType', 'Send the files as multipart/form-data.');
  }
  const parts = (await readHead(request)).split(`--${boundary}`).map((part) => {
    const [head = '', ...body] = part.split('\r\n\r\n');
    return {
      type: /^content-type:\s*([\w./+-]+)/im.exec(head)?.[1] ?? '',
      file: /\bfilename="([^"]*)"/i.exec(head)?.[1],
      isActivity: /\bname="activity"/i.test(head),
      body: body.join('\r\n\r\n'),
    };
  });
  const activity = parts.find(({ isActivity }) => isActivity);
  const file = parts.find((part) => part !== activity && part.file !== undefined);
  return {
    type: 'message',
    ...(activity ? json(parse(activity.body)) : {}),
    ...(file && { attachments: [{ contentType: file.type, name: file.file }] }),
  };
}

/** The beginning of the body as text; the rest is counted and dropped. */
function readHead(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      if (size < HEAD_BYTES) chunks.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.length;
      if (size > MOST_BYTES) reject(new Refusal(413, 'MessageSizeTooBig', 'The file is larger than 8 MB.'));
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    const broken = () => reject(new Refusal(400, 'BadSyntax', 'The request ended before its body did.'));
    request.once('error', broken);
    request.once('close', broken);
  });
}
