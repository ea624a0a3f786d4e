import { HTTPFetchError, messagingApi } from '@line/bot-sdk';

const OFFICIAL = 'https://api.line.me';
/** ref#domain-name: pictures go to another host than everything else. */
const OFFICIAL_DATA = 'https://api-data.line.me';

export interface RichMenuApiOptions {
  readonly channelAccessToken: string;
  /** Default the official one; a stand-in serves pictures under the same address. */
  readonly apiBaseUrl?: string;
  /** The SDK sets no limit of its own. Default 20 s: a picture may go up slowly. */
  readonly timeoutMs?: number;
}

/** Where pictures are sent, for an address of the API. */
export const dataUrlOf = (apiBaseUrl: string): string =>
  new URL(apiBaseUrl).origin === OFFICIAL ? OFFICIAL_DATA : apiBaseUrl;

/** LINE's rich menu calls. Every one throws the SDK's error (see `statusOf`), or `LineSlow` when no answer came. */
export interface RichMenuApi {
  validate(menu: messagingApi.RichMenuRequest): Promise<void>;
  create(menu: messagingApi.RichMenuRequest): Promise<string>;
  upload(menuId: string, picture: Uint8Array): Promise<void>;
  hasPicture(menuId: string): Promise<boolean>;
  delete(menuId: string): Promise<void>;
  menus(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Which menu each alias stands for. */
  aliases(): Promise<ReadonlyMap<string, string>>;
  createAlias(alias: string, menuId: string): Promise<void>;
  updateAlias(alias: string, menuId: string): Promise<void>;
  deleteAlias(alias: string): Promise<void>;
  /** The menu everybody sees who has none of their own, as far as it was set by a program; else `null`. */
  defaultMenu(): Promise<string | null>;
  setDefault(menuId: string): Promise<void>;
  cancelDefault(): Promise<void>;
  /** The menu linked to one person, or `null`. */
  menuOf(person: string): Promise<string | null>;
  link(person: string, menuId: string): Promise<void>;
  /** Moves everybody from menus to others, in the background; returns what to ask `progress` for. */
  move(operations: readonly messagingApi.RichMenuBatchOperation[], resumeKey: string): Promise<string>;
  progress(requestId: string): Promise<messagingApi.RichMenuBatchProgressPhase>;
}

/** No answer within the time given: what was asked may have been done or not. */
export class LineSlow extends Error {
  override readonly name = 'LineSlow';
}

/** The HTTP status of an answer of LINE's, or `null` when there was none. */
export const statusOf = (error: unknown): number | null =>
  error instanceof HTTPFetchError ? error.status : null;

export function richMenuApi(options: RichMenuApiOptions): RichMenuApi {
  const { channelAccessToken, apiBaseUrl = OFFICIAL, timeoutMs = 20_000 } = options;
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBaseUrl });
  const blobs = new messagingApi.MessagingApiBlobClient({
    channelAccessToken,
    baseURL: dataUrlOf(apiBaseUrl),
  });
  const within = <T>(request: Promise<T>): Promise<T> => inTime(request, timeoutMs);
  const quietly = async (request: Promise<unknown>): Promise<void> => void (await within(request));
  const id = ({ richMenuId }: messagingApi.RichMenuIdResponse): string => richMenuId;

  return {
    validate: (menu) => quietly(client.validateRichMenuObject(menu)),
    create: async (menu) => id(await within(client.createRichMenu(menu))),
    upload: (menuId, picture) =>
      quietly(blobs.setRichMenuImage(menuId, new Blob([new Uint8Array(picture)], { type: 'image/png' }))),
    async hasPicture(menuId) {
      const picture = await orNull(within(blobs.getRichMenuImage(menuId)));
      picture?.destroy();
      return picture !== null;
    },
    delete: (menuId) => quietly(client.deleteRichMenu(menuId)),
    menus: async () =>
      (await within(client.getRichMenuList())).richmenus.map(({ richMenuId, name }) => ({
        id: richMenuId,
        name,
      })),
    aliases: async () =>
      new Map(
        (await within(client.getRichMenuAliasList())).aliases.map(({ richMenuAliasId, richMenuId }) => [
          richMenuAliasId,
          richMenuId,
        ]),
      ),
    createAlias: (richMenuAliasId, richMenuId) =>
      quietly(client.createRichMenuAlias({ richMenuAliasId, richMenuId })),
    updateAlias: (alias, richMenuId) => quietly(client.updateRichMenuAlias(alias, { richMenuId })),
    deleteAlias: (alias) => quietly(client.deleteRichMenuAlias(alias)),
    defaultMenu: async () => (await orNull(within(client.getDefaultRichMenuId().then(id)))) ?? null,
    setDefault: (menuId) => quietly(client.setDefaultRichMenu(menuId)),
    cancelDefault: () => quietly(client.cancelDefaultRichMenu()),
    menuOf: async (person) => (await orNull(within(client.getRichMenuIdOfUser(person).then(id)))) ?? null,
    link: (person, menuId) => quietly(client.linkRichMenuIdToUser(person, menuId)),
    async move(operations, resumeRequestKey) {
      const request = { operations: [...operations], resumeRequestKey };
      const { httpResponse } = await within(client.richMenuBatchWithHttpInfo(request));
      return httpResponse.headers.get('x-line-request-id') ?? '';
    },
    progress: async (requestId) => (await within(client.getRichMenuBatchProgress(requestId))).phase,
  };
}

/** LINE says 404 for "there is none". */
const orNull = <T>(request: Promise<T>): Promise<T | null> =>
  request.catch((error: unknown) => {
    if (statusOf(error) === 404) return null;
    throw error;
  });

/** Rejects with `LineSlow` when there is no answer by then; the request itself cannot be called back. */
export async function inTime<T>(request: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LineSlow('LINE did not answer in time.')), timeoutMs);
  });
  try {
    return await Promise.race([request, late]);
  } finally {
    clearTimeout(timer);
  }
}
