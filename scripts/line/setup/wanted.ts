import type { messagingApi } from '@line/bot-sdk';
import { aliasOf, richMenuOf } from '../../../adapters/line/richmenu/menus.ts';
import { hashOf, nameOf, PLACES, type Place } from '../../../adapters/line/richmenu/names.ts';
import { readPicture } from '../../../adapters/line/richmenu/pictures.ts';
import { readWords } from '../words.ts';

/** One menu as it should be on LINE. */
export interface Wanted {
  readonly place: Place;
  readonly alias: string;
  readonly menu: messagingApi.RichMenuRequest & { readonly name: string };
  readonly picture: Uint8Array;
}

/** Every menu of this version with its picture. */
export const wantedMenus = (): Promise<Wanted[]> =>
  Promise.all(
    PLACES.map(async (place) => {
      const menu = richMenuOf(place.locale, place.tab, readWords(place.locale));
      const picture = await readPicture(place);
      const name = nameOf(place, hashOf(menu, picture));
      return { place, alias: aliasOf(place.locale, place.tab), menu: { ...menu, name }, picture };
    }),
  );
