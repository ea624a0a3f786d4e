import type { RichMenuApi } from '../../../adapters/line/richmenu/api.ts';
import { placeOf, readName } from '../../../adapters/line/richmenu/names.ts';
import { look, type SetupOptions } from './apply.ts';

/**
 * Removes every menu and alias of ours and nothing of others. The default goes first, then the aliases, so that nobody
 * is shown a tab that leads nowhere; whoever had a menu of ours sees the one of the Official Account Manager, or none.
 */
export async function takeDown(
  api: RichMenuApi,
  { dryRun, say }: Pick<SetupOptions, 'dryRun' | 'say'>,
): Promise<void> {
  const { menus, aliases, defaultMenu } = await look(api);
  const ours = menus.filter(({ name }) => readName(name) !== null);
  const ids = new Set(ours.map(({ id }) => id));
  const ownAliases = [...aliases].filter(([alias, id]) => ids.has(id) || placeOf(alias) !== null);
  const isDefault = defaultMenu !== null && ids.has(defaultMenu);
  if (ours.length === 0 && ownAliases.length === 0) return say('There is nothing of ours to remove.');
  const what = `${ours.length} menus and ${ownAliases.length} aliases${isDefault ? ', and the default' : ''}`;
  if (dryRun) return say(`would remove ${what}`);
  if (isDefault) await api.cancelDefault();
  for (const [alias] of ownAliases) await api.deleteAlias(alias);
  for (const { id } of ours) await api.delete(id);
  say(`removed ${what}; ${menus.length - ours.length} menus of others were left alone`);
}
