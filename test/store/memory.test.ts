import { openMemoryStore } from '../../store/memory/store.ts';
import { storeContract } from './contract.ts';

storeContract('memory', async (clock) => openMemoryStore(clock));
