import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { LOCALES } from '../../domain/locales.ts';
import type { Service } from '../../server.ts';
import { startWhole } from '../support/service.ts';
import { DESKTOP, launchBrowser, PHONE, picture } from './browser.ts';
import { visitor as visitorOf } from './talking.ts';

const AXE = readFileSync(path.join(__dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let service: Service;
const faults: string[] = [];
beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWhole()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

const visitor = visitorOf(() => browser, faults);
const visit = (address: string, options: BrowserContextOptions = {}): Promise<Page> =>
  visitor(service.url + address, { viewport: PHONE, deviceScaleFactor: 2, ...options });

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe-core finds wrong: rules of WCAG 2.2 A and AA, and its best practices. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const result = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as AxeResult;
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each([
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ])('nobody is kept out, on a %s', async (kind, viewport) => {
    for (const [name, address] of Object.entries({
      // A figure of its own with a ladder; wider figures; no figures at all; words; nothing there.
      nurse: `/occupations/156?lang=${locale}&prefecture=11`,
      stable: `/occupations/218?lang=${locale}&prefecture=16`,
      police: `/occupations/135?lang=${locale}`,
      glossary: `/glossary?lang=${locale}`,
      missing: `/occupations/999999?lang=${locale}`,
    })) {
      const page = await visit(address, { viewport });
      await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      expect([name, ...(await barriers(page))]).toEqual([name]);
      if (name === 'nurse') await picture(page, `occupation-${kind}-${locale}`);
      await page.context().close();
    }
  });

  test('headings are in order, and nothing must be scrolled sideways, also at 400%', async () => {
    for (const width of [320, 360, 1280]) {
      const page = await visit(`/occupations/218?lang=${locale}&prefecture=16`, {
        viewport: { width, height: 800 },
      });
      await page.locator('summary').click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const levels = await page
        .locator('h1, h2, h3')
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
      await page.context().close();
    }
  });

  test('what is tapped is large enough for a thumb', async () => {
    const page = await visit(`/occupations/156?lang=${locale}`);
    const targets =
      '.brand, .languages a, .ask, select, button, summary, .similar a, .chips a, .links a, .elsewhere a, .foot a';
    for (const target of await page.locator(targets).all()) {
      const box = (await target.boundingBox())!;
      expect([await target.innerText(), Math.round(Math.min(box.width, box.height)) >= 44]).toEqual([
        await target.innerText(),
        true,
      ]);
    }
    await page.context().close();
  });
});

test('without script: a prefecture is chosen with the form', async () => {
  const page = await visit('/occupations/156?lang=en', { javaScriptEnabled: false });
  await page.getByLabel('Choose a prefecture').selectOption('47');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/prefecture=47#pay$/u);
  expect(await page.locator('.figure dd').first().innerText()).toBe('¥4.862 million');
  expect(await page.locator('select').inputValue()).toBe('47');
  await page.context().close();
});

test('the keyboard comes to the content first, and shows where it is', async () => {
  const page = await visit('/occupations/156?lang=en', { viewport: DESKTOP });
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('ask');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  await page.context().close();
});

describe('the button', () => {
  const card = (page: Page) => page.locator('.card h3', { hasText: 'Nurse' });
  const said = async (page: Page) =>
    (await page.locator('.log > *').allInnerTexts()).filter((text) => text !== '');

  test('opens the bubble on that very occupation, once, and not again on reload', async () => {
    const page = await visit('/occupations/156?lang=en');
    await page.locator('.ask').click();
    await card(page).first().waitFor();
    await picture(page, 'asked-about-an-occupation');
    expect(await card(page).count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?lang=en');
    const before = await said(page);
    await page.reload();
    await card(page).first().waitFor();
    await page.waitForTimeout(1_000);
    expect(await card(page).count()).toBe(1);
    expect(await said(page)).toEqual(before);
    // Asked for again: said again.
    await page.goto(`${service.url}/occupations/156?lang=en`);
    await page.locator('.ask').click();
    await card(page).nth(1).waitFor();
    expect(await card(page).count()).toBe(2);
    await page.context().close();
  });

  test('also for somebody in the middle of a conversation', async () => {
    const page = await visit('/?lang=en');
    await page.locator('[data-shirube-open]').click();
    await page.locator('.question button').first().click({ delay: 250 });
    await page.locator('[data-payload="interests:open"]').click();
    await page.locator('[data-payload="interests:start"]').click();
    await page.locator('[role=progressbar]').waitFor();
    await page.goto(`${service.url}/occupations/156?lang=en`);
    await page.locator('.ask').click();
    await card(page).first().waitFor();
    expect(await page.locator('.question:not(.answered)').count()).toBe(0);
    await page.context().close();
  });

  test('asks for nothing but an occupation or the search', async () => {
    for (const open of [
      'occupation:open:1234567',
      'conversation:forget',
      '"><script>',
      'occupation:open:1 ',
    ]) {
      const page = await (await fetch(`${service.url}/?lang=en&open=${encodeURIComponent(open)}`)).text();
      expect(page).not.toContain('data-open=');
    }
    const page = await (await fetch(`${service.url}/?lang=en&open=occupation:open:156`)).text();
    expect(page).toContain('data-open="occupation:open:156"');
  });

  test('of a page that is not there leads to the search', async () => {
    const page = await visit('/occupations/999999?lang=en');
    await page.locator('.ask').click();
    await page
      .locator('.said', { hasText: /name|job/u })
      .last()
      .waitFor();
    expect(await page.locator('textarea').isVisible()).toBe(true);
    await page.context().close();
  });
});

test('on paper: two pages of A4 at most, with all prefectures and the address', async () => {
  for (const address of [
    '/occupations/26?lang=ja-easy&prefecture=35',
    '/occupations/156?lang=en&prefecture=11',
    '/occupations/453?lang=ja-easy&prefecture=22',
  ]) {
    const page = await visit(address, { viewport: DESKTOP });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([address, (pdf.match(/\/Type\s*\/Page\b(?!s)/gu) ?? []).length]).toEqual([address, 2]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#p47').isVisible()).toBe(true);
    expect(await page.locator('.address').innerText()).toContain(address);
    for (const hidden of ['.ask', 'form', '.languages', '.links-card']) {
      expect(await page.locator(hidden).isVisible()).toBe(false);
    }
    await page.context().close();
  }
});
