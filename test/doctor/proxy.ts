import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ProxyOptions {
  /** Changes a body on its way, as proxies do that parse it. */
  readonly rewrite?: (body: string) => string;
  /** Whether WebSockets pass. */
  readonly upgrades?: boolean;
}

/** A reverse proxy before a service, with the faults that reverse proxies have. */
export async function startProxy(
  target: string,
  { rewrite = (same) => same, upgrades = true }: ProxyOptions = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => {
      const text = rewrite(body);
      const headers = { ...incoming.headers };
      delete headers['content-length'];
      delete headers.connection;
      const onward = request(
        {
          hostname,
          port,
          path: incoming.url,
          method: incoming.method,
          headers: { ...headers, ...(text !== '' && { 'content-length': Buffer.byteLength(text) }) },
        },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.once('error', () => outgoing.destroy());
      onward.end(text);
    });
  });
  server.on('upgrade', (incoming, socket: Socket) => {
    if (!upgrades) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
      return;
    }
    const onward = connect(Number(port), hostname, () => {
      const headers = incoming.rawHeaders.flatMap((name, n, all) =>
        n % 2 ? [] : [`${name}: ${all[n + 1]}`],
      );
      onward.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) one.on('error', () => socket.destroy());
    sockets.add(socket).add(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
