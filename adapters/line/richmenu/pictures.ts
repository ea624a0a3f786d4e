import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { aliasOf } from './menus.ts';
import type { Place } from './names.ts';

/** ref#upload-rich-menu-image: "Max file size: 1 MB"; the smaller of the two megabytes. */
export const MOST_BYTES = 1_000_000;

export const PICTURES = path.join(import.meta.dirname, 'pictures');

export const pictureFile = ({ locale, tab }: Place): string => `${aliasOf(locale, tab)}.png`;

/** The picture of a menu, a PNG that `npm run line:pictures` made. */
export const readPicture = (place: Place): Promise<Buffer> =>
  readFile(path.join(PICTURES, pictureFile(place)));
