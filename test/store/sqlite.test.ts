import { openSqliteStore } from '../../store/sqlite/store.ts';
import { storeContract } from './contract.ts';
import { freshPath } from './files.ts';

storeContract('sqlite', (clock) => openSqliteStore(freshPath(), { clock }));
