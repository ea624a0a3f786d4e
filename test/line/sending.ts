import { startChannel, type ChannelOptions, type TestChannel } from './service.ts';
import { followed, newPerson, startStandin, type Standin } from './standin/index.ts';

/** A stand-in, and the channel that sends to it once a test has started it. */
export interface Sending {
  standin: Standin;
  channel: TestChannel;
  /** Milliseconds by which the channel's clock is ahead of ours. */
  skew: number;
  /** The channel's clock. */
  readonly clock: () => Date;
  /** Starts the channel; a second time after it was stopped, as after a restart. */
  readonly start: (options?: ChannelOptions) => Promise<void>;
  /** `reply 200`, `push 409` …, as LINE saw them. */
  readonly attempts: () => string[];
  /** Somebody follows, and everything is sent. Returns who. */
  readonly hello: (more?: object) => Promise<string>;
}

/** A fresh stand-in for every test of a file; whatever a test started is stopped after it. */
export function senderBench(): Sending {
  const bench = {
    skew: 0,
    clock: () => new Date(Date.now() + bench.skew),
    async start(options: ChannelOptions = {}) {
      bench.channel = await startChannel(bench.standin, {
        ...options,
        line: { clock: bench.clock, ...options.line },
      });
    },
    attempts: () => bench.standin.attempts.map(({ way, status }) => `${way} ${status ?? 'dropped'}`),
    async hello(more: object = {}) {
      const person = newPerson();
      await bench.standin.deliver([{ ...followed(person), ...more }]);
      await bench.channel.settled();
      return person;
    },
  } as Sending;
  beforeEach(async () => {
    bench.skew = 0;
    bench.standin = await startStandin();
  });
  afterEach(async () => {
    await bench.channel.stop();
    await bench.standin.stop();
  });
  return bench;
}
