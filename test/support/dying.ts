import type { Store } from '../../store/port.ts';

/** A store that dies before or after its n-th call, as a killed process would: then it does nothing any more. */
export function dying(
  store: Store,
  dies: { at: number; after: boolean },
): { store: Store; died: () => boolean } {
  let calls = 0;
  let dead = false;
  const wrapped = new Proxy(store, {
    get(target, name) {
      const method = target[name as keyof Store];
      if (typeof method !== 'function') return method;
      return async (...args: never[]) => {
        if (dead) return new Promise(() => {});
        const last = ++calls === dies.at;
        if (last && !dies.after) {
          dead = true;
          return new Promise(() => {});
        }
        const result: unknown = await (method as (...args: never[]) => unknown).apply(target, args);
        if (last) {
          dead = true;
          return new Promise(() => {});
        }
        return result;
      };
    },
  });
  return { store: wrapped, died: () => dead };
}

export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('What was waited for did not happen within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
