import { ShirubeError } from '../errors.ts';
import { openMemoryStore } from './memory/store.ts';
import type { Store } from './port.ts';
import { openSqliteStore } from './sqlite/store.ts';

/** Opens the engine a database URL names: `sqlite:<file>` or `memory:`. */
export async function openStore(url: string): Promise<Store> {
  if (url === 'memory:') return openMemoryStore();
  if (url.startsWith('sqlite:')) return openSqliteStore(url.slice('sqlite:'.length));
  throw new ShirubeError('SETTING_WRONG', 'DATABASE_URL must be sqlite:<file> or memory:');
}
