import path from 'node:path';
import { openHouse } from '../../bot/open.ts';
import type { House } from '../../bot/house.ts';

export const ROOT = path.join(__dirname, '../..');

let opened: Promise<House> | undefined;

/** The real house (catalogue, words, dialogs), loaded once per test file. */
export const realHouse = (): Promise<House> => (opened ??= openHouse(ROOT));
