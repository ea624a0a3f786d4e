import { broken, type SeedFile } from './broken.ts';

/** Lines of a seed by occupation id; ids rise from line to line, so that two people's edits merge well. */
export class Keyed<T extends { readonly id: number }> {
  readonly #file: SeedFile;
  readonly #byId = new Map<number, { line: number; value: T }>();

  constructor(file: SeedFile, lines: readonly { line: number; value: T }[]) {
    this.#file = file;
    let last = 0;
    for (const { line, value } of lines) {
      if (value.id <= last)
        broken(file, line, `id ${value.id} must be greater than the one before it, ${last}`);
      last = value.id;
      this.#byId.set(value.id, { line, value });
    }
  }

  get(id: number): T | undefined {
    return this.#byId.get(id)?.value;
  }

  /** Ids and the lines they stand on. */
  lines(): ReadonlyMap<number, number> {
    return new Map([...this.#byId].map(([id, { line }]) => [id, line]));
  }

  /** Every line must belong to an occupation that exists. */
  refuseOthers(known: ReadonlyMap<number, unknown>): void {
    for (const [id, { line }] of this.#byId) {
      if (!known.has(id)) broken(this.#file, line, `there is no occupation ${id}`);
    }
  }
}
