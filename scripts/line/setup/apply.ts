import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import type { RichMenuApi } from '../../../adapters/line/richmenu/api.ts';
import { statusOf } from '../../../adapters/line/richmenu/api.ts';
import { placeOf, readName } from '../../../adapters/line/richmenu/names.ts';
import type { Wanted } from './wanted.ts';

/** What is on LINE now. */
export interface Found {
  readonly menus: readonly { readonly id: string; readonly name: string }[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly defaultMenu: string | null;
}

export interface SetupOptions {
  /** Alias of the menu that people see who have none of their own. */
  readonly defaultAlias: string;
  /** Says what would be done, and changes nothing. */
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
  /** Pauses while people are moved. Default: 1, 2, 4 … 30 seconds, about two minutes in all. */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000];

export async function look(api: RichMenuApi): Promise<Found> {
  const [menus, aliases, defaultMenu] = await Promise.all([api.menus(), api.aliases(), api.defaultMenu()]);
  return { menus, aliases, defaultMenu };
}

/**
 * Makes LINE's menus those that are wanted. What is right already is left alone; new menus are complete before an alias
 * or the default points at them; people are moved to them before the old ones go. Stopped anywhere, running it again
 * finishes the work. Menus and aliases of others are never touched.
 */
export async function setUp(
  api: RichMenuApi,
  wanted: readonly Wanted[],
  options: SetupOptions,
): Promise<void> {
  const found = await look(api);
  const ids = new Map<string, string>();
  for (const one of wanted) ids.set(one.alias, await ensureMenu(api, one, found, options));
  for (const { alias } of wanted) await ensureAlias(api, alias, ids.get(alias)!, found, options);
  await ensureDefault(api, ids.get(options.defaultAlias)!, found, options);
  await retireOld(api, ids, found, options);
}

/** The id of the menu, which is there with its picture afterwards. */
async function ensureMenu(
  api: RichMenuApi,
  { alias, menu, picture }: Wanted,
  found: Found,
  { dryRun, say }: SetupOptions,
): Promise<string> {
  const same = found.menus.filter(({ name }) => name === menu.name);
  // An alias can only point at a menu that has its picture.
  const ready = same.find(({ id }) => found.aliases.get(alias) === id);
  if (ready) return ready.id;
  const [started] = same;
  if (started && (await api.hasPicture(started.id))) return started.id;
  if (!started) await api.validate(menu);
  if (dryRun) {
    say(`would make ${alias}`);
    return started?.id ?? alias;
  }
  const id = started?.id ?? (await api.create(menu));
  await api.upload(id, picture);
  say(started ? `finished ${alias}: its picture was missing` : `made ${alias}`);
  return id;
}

async function ensureAlias(
  api: RichMenuApi,
  alias: string,
  id: string,
  found: Found,
  { dryRun, say }: SetupOptions,
): Promise<void> {
  const before = found.aliases.get(alias);
  if (before === id) return;
  const now = before === undefined ? 'set' : 'moved';
  if (dryRun) return say(`would have the alias ${alias} ${now}`);
  await (before === undefined ? api.createAlias(alias, id) : api.updateAlias(alias, id));
  say(`the alias ${alias} is ${now}`);
}

async function ensureDefault(
  api: RichMenuApi,
  id: string,
  found: Found,
  { defaultAlias, dryRun, say }: SetupOptions,
): Promise<void> {
  if (found.defaultMenu === id) return;
  const before = found.menus.find((menu) => menu.id === found.defaultMenu);
  const instead =
    found.defaultMenu !== null && (!before || readName(before.name) === null)
      ? ', instead of one that is not ours and is kept'
      : '';
  if (!dryRun) await api.setDefault(id);
  say(`${dryRun ? 'would show' : 'shows'} ${defaultAlias} to everybody by default${instead}`);
}

/** Moves people from menus of ours that are no longer wanted, then deletes these. */
async function retireOld(
  api: RichMenuApi,
  ids: ReadonlyMap<string, string>,
  found: Found,
  options: SetupOptions,
): Promise<void> {
  const { dryRun, say } = options;
  const kept = new Set(ids.values());
  const old = found.menus.filter(({ id, name }) => readName(name) !== null && !kept.has(id));
  if (old.length === 0) return;
  if (dryRun) return say(`would move people from ${old.length} old menus, and delete these`);
  if (!(await movePeople(api, old, ids, options))) return;
  const gone = new Set(old.map(({ id }) => id));
  for (const [alias, id] of found.aliases) {
    if (gone.has(id) && placeOf(alias) === null) await api.deleteAlias(alias);
  }
  for (const { id } of old) await api.delete(id);
  say(`deleted ${old.length} old menus`);
}

/** Whether everybody sees a new menu now. */
async function movePeople(
  api: RichMenuApi,
  old: Found['menus'],
  ids: ReadonlyMap<string, string>,
  { say, pausesMs = PAUSES_MS }: SetupOptions,
): Promise<boolean> {
  const operations = old.map(({ id, name }): messagingApi.RichMenuBatchOperation => {
    const { locale, tab } = readName(name)!;
    const to = ids.get(`shirube-${locale}-${tab}`);
    return to === undefined ? { type: 'unlink', from: id } : ({ type: 'link', from: id, to } as const);
  });
  // The same key for the same move: when the answer is lost, running again resumes instead of beginning anew.
  const key = createHash('sha256').update(JSON.stringify(operations)).digest('hex');
  const later = `People are still seeing ${old.length} old menus, which work on. Run this again in an hour: it moves them and deletes the old menus.`;
  let request: string;
  try {
    request = await api.move(operations, key);
  } catch (error) {
    if (statusOf(error) !== 429) throw error;
    say(`LINE moves people between menus only three times an hour. ${later}`);
    return false;
  }
  for (const pause of pausesMs) {
    const phase = await api.progress(request);
    if (phase === 'succeeded') return true;
    if (phase === 'failed') break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  say(`LINE has not finished moving people. ${later}`);
  return false;
}
