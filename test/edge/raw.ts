import { connect, type Socket } from 'node:net';

/** What came back over a plain connection. */
export interface Raw {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Opens a plain connection to a service, for saying what no HTTP client would say. */
export function dial(url: string): Promise<Socket> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Reads until the other side ends, or `withinMs` is over. */
export function readAll(socket: Socket, withinMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => {});
    const late = setTimeout(() => socket.destroy(), withinMs);
    socket.once('close', () => {
      clearTimeout(late);
      resolve(text);
    });
  });
}

export function parsed(text: string): Raw {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/u.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') };
}

/** Says these very bytes and reads the answer. */
export async function sayRaw(url: string, text: string): Promise<Raw> {
  const socket = await dial(url);
  const answer = readAll(socket);
  socket.write(Buffer.from(text, 'latin1'));
  return parsed(await answer);
}

/** A request without a body to an address that is sent as it is written. */
export const ask = (url: string, method: string, address: string, headers = ''): Promise<Raw> =>
  sayRaw(
    url,
    `${method} ${address} HTTP/1.1\r\nHost: shirube.example\r\n${headers}Connection: close\r\n\r\n`,
  );
