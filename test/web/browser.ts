import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where screenshots go; ignored by git. */
export const OUTPUT = path.join(ROOT, 'test/output');

/** No call home, no sandbox (containers), the same letters everywhere. */
const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-proxy-server',
  '--font-render-hinting=none',
];

/**
 * Starts a browser that needs nothing installed: the Chromium inside the package `@sparticuz/chromium`
 * (Linux on x64), with the libraries it brings where the system has none. Elsewhere, or when `CHROMIUM_PATH`
 * is set, a browser that is already there.
 */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return chromium.launch({ executablePath: given, args: ARGS });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: ARGS });
  }
  const home = await unpack();
  // A system without any letters gets the few that the package brings.
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(home, 'fonts') };
  const start = (more: Record<string, string>) =>
    chromium.launch({
      executablePath: path.join(home, 'chromium'),
      args: ARGS,
      env: { ...(process.env as Record<string, string>), ...fonts, ...more },
    });
  try {
    return await start({});
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    return start({ LD_LIBRARY_PATH: path.join(home, 'al2023/lib') });
  }
}

/**
 * Unpacks the browser once. The package writes to the temporary directory and takes a half-written file for
 * a whole one, so this happens in a process with a directory of its own, put in place when it is complete.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(
    await readFile(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const cache = path.join(ROOT, 'node_modules/.cache');
  const home = path.join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${home}-`);
  const script = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    // The second makes the package unpack its libraries too.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  // Whoever is first wins; the files are the same.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}

/** Sizes that people have in their hands and on their desks. */
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** A busy machine now and then fails to draw a picture in time. */
const TRIES = 4;

/** Keeps a screenshot for people to look at; tests assert on the page itself. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(path.dirname(path.join(OUTPUT, name)), { recursive: true });
  for (let tries = 1; ; tries += 1) {
    try {
      await page.screenshot({ animations: 'disabled', path: path.join(OUTPUT, `${name}.png`) });
      return;
    } catch (error) {
      if (tries === TRIES || !String(error).includes('Unable to capture screenshot')) throw error;
      await page.waitForTimeout(500 * tries);
    }
  }
}
