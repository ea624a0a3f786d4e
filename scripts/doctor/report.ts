/** How one thing is: right, worth a look, wrong, or it could not be found out from here. */
export type State = 'ok' | 'look' | 'wrong' | 'unchecked';

/** One line of the report. Never holds a secret, and nothing of people. */
export interface Finding {
  /** What was looked at, e.g. `LINE webhook`. */
  readonly about: string;
  readonly state: State;
  readonly found: string;
  /** What to do; missing when nothing is to be done. */
  readonly todo?: string;
}

/** Findings about one thing, short to write. */
export const about = (name: string) => ({
  ok: (found: string): Finding => ({ about: name, state: 'ok', found }),
  look: (found: string, todo: string): Finding => ({ about: name, state: 'look', found, todo }),
  wrong: (found: string, todo: string): Finding => ({ about: name, state: 'wrong', found, todo }),
  unchecked: (found: string, todo?: string): Finding => ({
    about: name,
    state: 'unchecked',
    found,
    ...(todo !== undefined && { todo }),
  }),
});

const SIGNS: Readonly<Record<State, string>> = { ok: 'ok', look: '! ', wrong: '✗ ', unchecked: '? ' };

export const lineOf = ({ about, state, found, todo }: Finding): string =>
  `${SIGNS[state]}  ${about}: ${found}${todo === undefined ? '' : ` → ${todo}`}`;

/** The last line: how many of each. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (state: State): number => findings.filter((one) => one.state === state).length;
  const [wrong, look, unchecked] = [count('wrong'), count('look'), count('unchecked')];
  const more = [
    ...(look > 0 ? [`${look} worth a look`] : []),
    ...(unchecked > 0 ? [`${unchecked} could not be checked`] : []),
  ];
  return [wrong === 0 ? 'Nothing is wrong' : `${wrong} wrong`, ...more].join(', ') + '.';
}
