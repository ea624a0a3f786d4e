import cliProgress from 'cli-progress';

/** Shows how far the import is: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  /** The next of the steps begins. */
  readonly next: (what: string) => void;
  readonly end: () => void;
}

/** @param say Prints a plain line. */
export function showProgress(total: number, isTerminal: boolean, say: (line: string) => void): Progress {
  if (!isTerminal) return { next: (what) => say(`${what} …`), end: () => {} };
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total}  {what}',
      stream: process.stdout,
      clearOnComplete: true,
      // Reading a large table takes longer than the pause between two drawings.
      forceRedraw: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let done = -1;
  bar.start(total, 0, { what: '' });
  return {
    next: (what) => {
      done += 1;
      bar.update(done, { what });
      // Steps run without a pause; the timer of the bar does not get its turn.
      bar.render();
    },
    end: () => bar.stop(),
  };
}
