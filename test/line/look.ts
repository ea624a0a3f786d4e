/**
 * Pictures of real conversations as they look on LINE, into test/output/line/: `node test/line/look.ts [language]`.
 * Nothing is compared; it is for looking at.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';
import { previewHtml, previewPage } from '../../adapters/line/preview.ts';
import { renderSpeech } from '../../adapters/line/render.ts';
import { openHouse } from '../../bot/open.ts';
import { nearestLocale } from '../../domain/locales.ts';
import { handy, Talk } from '../support/talk.ts';

const root = path.join(import.meta.dirname, '../..');
const out = path.join(root, 'test/output/line');
const locale = nearestLocale(process.argv[2]) ?? 'ja';
const talk = new Talk(await openHouse(root), locale);
const screens: string[] = [];
const shot = (title: string) => {
  screens.push(previewHtml(renderSpeech(talk.last, { publicBaseUrl: 'https://shirube.example.jp' }), title));
};

talk.hello();
shot('hello');
for (const payload of ['menu:open', 'interests:open', 'interests:start']) {
  talk.tap(payload);
  shot(payload);
}
talk.answer(handy, 9);
talk.answer(handy, 1);
shot('milestone');
talk.tap('go:back');
shot('back, chosen');
talk.answer(handy);
shot('results');
for (const payload of [
  'occupation:open:156',
  'wages:open:156',
  'prefecture:region:kyushu_okinawa',
  'prefecture:choose:11',
  'wages:compare:156:11,13,27',
  'next:open:156',
  'search:open',
  'prefecture:open',
  'go:language',
]) {
  // prettier-ignore
  talk.tap(payload);
  shot(payload);
}

await mkdir(out, { recursive: true });
const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args,
});
const page = await browser.newPage({ viewport: { width: 1700, height: 900 }, deviceScaleFactor: 1 });
for (let i = 0; i < screens.length; i += 4) {
  await page.setContent(previewPage(screens.slice(i, i + 4)));
  await page.screenshot({ path: path.join(out, `${locale}-${i / 4 + 1}.png`), fullPage: true });
}
await browser.close();
