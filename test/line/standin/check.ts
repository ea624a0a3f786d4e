/**
 * What LINE refuses, as it publishes it (pages as in adapters/line/limits.ts). Written apart from the renderer and
 * with numbers of its own, so that a wrong number there is found here.
 */
export interface Fault {
  readonly message: string;
  readonly property: string;
}

export type Loose = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const segmenter = new Intl.Segmenter();
export const graphemes = (text: string): number => [...segmenter.segment(text)].length;

/** Collects faults with the path of the property they were found at. */
export class Check {
  readonly faults: Fault[];
  readonly path: string;
  constructor(faults: Fault[], path: string) {
    this.faults = faults;
    this.path = path;
  }
  at(name: string | number): Check {
    return new Check(
      this.faults,
      typeof name === 'number' ? `${this.path}[${name}]` : `${this.path}.${name}`,
    );
  }
  fault(message: string): void {
    this.faults.push({ message, property: this.path });
  }
  ok(right: boolean, message: string): void {
    if (!right) this.fault(message);
  }
  /** A string that is not blank, whole (no half characters) and not too long. */
  text(value: unknown, most: number, count = (text: string): number => text.length): void {
    if (typeof value !== 'string' || value.trim() === '') return this.fault('May not be empty');
    this.ok(value.isWellFormed(), 'Must be well-formed');
    this.ok(count(value) <= most, `Length must be between 0 and ${most}`);
  }
  oneOf(value: unknown, allowed: readonly unknown[]): void {
    if (value === undefined || allowed.includes(value)) return;
    this.fault(`Must be one of the following values: [${allowed.join(', ')}]`);
  }
  matches(value: unknown, pattern: RegExp): void {
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) return;
    this.fault('invalid property');
  }
  only(value: Loose, names: readonly string[]): void {
    for (const name of Object.keys(value)) if (!names.includes(name)) this.at(name).fault('unknown field');
  }
}
