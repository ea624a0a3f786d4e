import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PLACES } from '../../../adapters/line/richmenu/names.ts';
import { readPicture } from '../../../adapters/line/richmenu/pictures.ts';
import { LOCALES } from '../../../domain/locales.ts';
import { png, tooWide } from '../../../scripts/line/pictures/draw.ts';
import { LETTERS, menuSvg } from '../../../scripts/line/pictures/svg.ts';
import { readWords } from '../../../scripts/line/words.ts';
import { ROOT } from '../../support/house.ts';

const check = (root: string) =>
  spawnSync(process.execPath, ['scripts/line/pictures.ts', '--check'], { cwd: root, encoding: 'utf8' });

test('letters are at least 13 px high where 2500 are shown as 375', () => {
  for (const size of Object.values(LETTERS)) expect((size * 375) / 2500).toBeGreaterThanOrEqual(13);
});

test('words fit their tiles and tabs; longer ones are named', () => {
  for (const locale of LOCALES) expect(tooWide(readWords(locale))).toEqual([]);
  const words = readWords('en');
  const long = { ...words, tile: { ...words.tile, list: 'Everything I have kept' } };
  expect(tooWide(long)).toEqual([expect.stringMatching(/^"Everything I have kept" is \d+ px wide/u)]);
});

test('a picture is drawn to the same bytes again', async () => {
  const [place] = PLACES;
  const { locale, tab } = place!;
  expect(png(menuSvg(tab, readWords(locale))).equals(await readPicture(place!))).toBe(true);
});

test('the check passes here, and fails once a word or a picture was changed', () => {
  expect(check(ROOT)).toMatchObject({ status: 0, stdout: '' });
  const root = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  for (const part of ['adapters', 'domain', 'locales', 'scripts', 'package.json', 'errors.ts'])
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const words = path.join(root, 'locales/ja/richmenu.json');
  writeFileSync(words, readFileSync(words, 'utf8').replace('使い方', '使いかた'));
  writeFileSync(path.join(root, 'adapters/line/richmenu/pictures/shirube-en-find.png'), 'x');
  const { status, stdout } = check(root);
  expect(status).toBe(1);
  expect(stdout.trim().split('\n')).toEqual([
    'shirube-ja-next.png is not current: run npm run line:pictures',
    'shirube-en-find.png was changed by hand: run npm run line:pictures',
  ]);
});
