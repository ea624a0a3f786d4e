import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a line is like, as the phone at its end sees it. */
export interface LineProfile {
  /** There and back, in milliseconds. */
  readonly roundTripMs: number;
  /** Bytes a second, shared by all connections. */
  readonly down: number;
  readonly up: number;
  /** Round trips before the first byte of a connection: TCP and TLS 1.3 take one each. */
  readonly roundTripsToConnect: number;
}

/** The slow 4G that Lighthouse simulates: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
export const SLOW_4G: LineProfile = {
  roundTripMs: 150,
  down: 1_600_000 / 8,
  up: 750_000 / 8,
  roundTripsToConnect: 2,
};

/** About two packets: so connections that send at once take turns. */
const PIECE_BYTES = 3_000;

/** One direction. A piece leaves when all before it have left, and arrives half a round trip later. */
class Lane {
  bytes = 0;
  #free = 0;
  readonly #rate: number;
  readonly #delay: number;

  constructor(bytesPerSecond: number, delayMs: number) {
    this.#rate = bytesPerSecond;
    this.#delay = delayMs;
  }

  /** When a piece that is handed in now arrives. */
  book(bytes: number): number {
    this.bytes += bytes;
    this.#free = Math.max(performance.now(), this.#free) + (bytes / this.#rate) * 1000;
    return this.#free + this.#delay;
  }
}

/**
 * A slow line as a relay on this machine. The browser's own throttling (`Network.emulateNetworkConditions`) slows
 * requests, but neither WebSockets nor the opening of connections; here every byte waits. What it leaves out: TCP's
 * slow start, lost packets, and the looking up of names.
 */
export class SlowLine {
  readonly #profile: LineProfile;
  readonly #down: Lane;
  readonly #up: Lane;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();

  constructor(profile: LineProfile) {
    this.#profile = profile;
    this.#down = new Lane(profile.down, profile.roundTripMs / 2);
    this.#up = new Lane(profile.up, profile.roundTripMs / 2);
  }

  /** Bytes that have come down so far, headers included. */
  get received(): number {
    return this.#down.bytes;
  }

  /** The address at this end of what listens on a local address; all addresses share the line. */
  async to(url: string): Promise<string> {
    const { port } = new URL(url);
    const server = createServer((near) => this.#join(near, connect(Number(port), '127.0.0.1')));
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const server of this.#servers) server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    const open = performance.now() + this.#profile.roundTripMs * this.#profile.roundTripsToConnect;
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.once('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {
        near.destroy();
        far.destroy();
      });
    }
    carry(near, far, this.#up, open);
    carry(far, near, this.#down, open);
  }
}

/** Hands on what comes from one socket, piece by piece, when its time has come and not before the line is open. */
function carry(from: Socket, to: Socket, lane: Lane, open: number): void {
  const queue: { readonly at: number; readonly piece: Buffer | null }[] = [];
  let waiting = false;
  const go = (): void => {
    waiting = false;
    for (let head = queue[0]; head; head = queue[0]) {
      const wait = head.at - performance.now();
      if (wait > 0) {
        waiting = true;
        return void setTimeout(go, wait);
      }
      queue.shift();
      if (head.piece) to.write(head.piece);
      else to.end();
    }
  };
  const put = (piece: Buffer | null): void => {
    queue.push({ at: Math.max(lane.book(piece?.length ?? 0), open), piece });
    if (!waiting) go();
  };
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) put(chunk.subarray(at, at + PIECE_BYTES));
  });
  from.on('end', () => put(null));
}
