/** What `npm run line:preview` shows is what LINE would take, and no dialog is missing. */
import { DIALOGS } from '../../dialogs/index.ts';
import { LOCALES } from '../../domain/locales.ts';
import { screenHtml } from '../../scripts/line/preview/message.ts';
import { screensOf } from '../../scripts/line/preview/screens.ts';
import { realHouse } from '../support/house.ts';
import { faultsOf } from './standin/messages.ts';
import { textsOf } from './standin/reading.ts';

/** It only asks back, when a sentence is unclear. */
const ASKS_BACK = ['which'];

test.each(LOCALES)('every screen in %s', async (locale) => {
  const house = await realHouse();
  const screens = screensOf(house, locale, 'https://shirube.example.jp');
  const known = new Set(screens.map(({ title }) => title.split(':')[0]));
  const missing = DIALOGS.map(({ name }) => name).filter(
    (name) => !known.has(name) && !ASKS_BACK.includes(name),
  );
  expect(missing).toEqual([]);
  const stale = house.words.phrase(locale, { key: 'common:stale' });
  for (const { title, messages } of screens) {
    expect([title, faultsOf(messages)]).toEqual([title, []]);
    expect(messages.flatMap(textsOf)).not.toContain(stale);
    const html = screenHtml(messages, title, { scale: 1, picture: (url) => url });
    for (const said of messages.flatMap(textsOf)) expect(html).toContain(said.split(/[&<>"\n]/u)[0]);
  }
});
