import path from 'node:path';
import { loadCatalogue } from '../seeds/load.ts';
import { buildHouse, type House, type HouseOptions } from './house.ts';
import { loadWords } from './words.ts';

/** Loads catalogue and words from a program folder and prepares everything a turn needs. */
export async function openHouse(root: string, options: HouseOptions = {}): Promise<House> {
  const catalogue = await loadCatalogue(path.join(root, 'seeds'));
  return buildHouse(catalogue, await loadWords(path.join(root, 'locales'), catalogue), options);
}
