/**
 * `npm run line:preview -- --lang ja`: the main screens of every dialog as LINE shows them, as a page to open in a browser,
 * in test/output/line/. `--png` takes pictures of it as well; `--big` with large letters, `--dark` in dark mode;
 * `--only wages` keeps the screens whose title holds the word. Nothing is compared; it is for looking at.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ICONS_PATH, iconSvg, isIconName } from '../../../adapters/line/icons/shapes.ts';
import { townSvg } from '../../../adapters/pages/town.ts';
import { openHouse } from '../../../bot/open.ts';
import { LOCALES, nearestLocale } from '../../../domain/locales.ts';
import { launchBrowser } from '../../../test/web/browser.ts';
import { pageHtml, screenHtml } from './message.ts';
import { screensOf } from './screens.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const OUT = path.join(ROOT, 'test/output/line');
const OURS = 'https://shirube.example.jp';
/** LINE's largest letters, roughly. */
const BIG = 1.4;
const IN_A_PICTURE = 6;

const { values: asked } = parseArgs({
  options: {
    lang: { type: 'string', default: 'ja' },
    only: { type: 'string', default: '' },
    png: { type: 'boolean', default: false },
    big: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
  },
});
const locale = nearestLocale(asked.lang);
if (!locale) throw new Error(`We do not speak "${asked.lang}" yet. Try --lang ${LOCALES.join(', ')}.`);

const inline = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
/** Pictures of ours are drawn into the page, so that it needs no running service. */
function picture(url: string): string {
  const name = new RegExp(`^${ICONS_PATH}/\\w+/(\\w+)\\.png$`, 'u').exec(url.slice(OURS.length))?.[1] ?? '';
  return isIconName(name) ? inline(iconSvg(name)) : inline(townSvg());
}

const phone = { scale: asked.big ? BIG : 1, picture };
const screens = screensOf(await openHouse(ROOT), locale, OURS)
  .filter(({ title }) => title.includes(asked.only))
  .map(({ title, messages }) => screenHtml(messages, title, phone));
const name = [locale, ...(asked.big ? ['big'] : []), ...(asked.dark ? ['dark'] : [])].join('-');

await mkdir(OUT, { recursive: true });
const file = path.join(OUT, `${name}.html`);
await writeFile(file, pageHtml(screens, asked.dark));
console.log(file);

if (asked.png) {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1660, height: 800 } });
  for (let at = 0; at < screens.length; at += IN_A_PICTURE) {
    await page.setContent(pageHtml(screens.slice(at, at + IN_A_PICTURE), asked.dark));
    const shot = path.join(OUT, `${name}-${at / IN_A_PICTURE + 1}.png`);
    await page.screenshot({ path: shot, fullPage: true });
    console.log(shot);
  }
  await browser.close();
}
