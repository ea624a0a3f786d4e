/**
 * `npm run line:pictures`: draws the pictures of the rich menu into adapters/line/richmenu/pictures/.
 * With `--check` nothing is drawn: it says whether the pictures there are those of today's words and shapes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MOST_BYTES, pictureFile, PICTURES } from '../../adapters/line/richmenu/pictures.ts';
import { PLACES } from '../../adapters/line/richmenu/names.ts';
import { LOCALES } from '../../domain/locales.ts';
import { inputHash, png, sha256, tooWide } from './pictures/draw.ts';
import { menuSvg } from './pictures/svg.ts';
import { readWords } from './words.ts';

/** What each picture was made of, and which bytes it has. */
type Manifest = Record<string, { readonly input: string; readonly png: string }>;

const MANIFEST = path.join(PICTURES, 'manifest.json');
const wanted = PLACES.map((place) => ({
  file: pictureFile(place),
  svg: menuSvg(place.tab, readWords(place.locale)),
}));

const problems = LOCALES.flatMap((locale) =>
  tooWide(readWords(locale)).map((problem) => `locales/${locale}/richmenu.json: ${problem}`),
);
if (process.argv.includes('--check')) problems.push(...stale());
else if (problems.length === 0) draw();
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function draw(): void {
  mkdirSync(PICTURES, { recursive: true });
  const manifest: Manifest = {};
  for (const { file, svg } of wanted) {
    const bytes = png(svg);
    if (bytes.length > MOST_BYTES)
      problems.push(`${file} has ${bytes.length} bytes, LINE takes ${MOST_BYTES}`);
    writeFileSync(path.join(PICTURES, file), bytes);
    manifest[file] = { input: inputHash(svg), png: sha256(bytes) };
  }
  for (const file of strays()) rmSync(path.join(PICTURES, file));
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Pictures of a language or a tab that is gone. */
function strays(): string[] {
  return readdirSync(PICTURES).filter(
    (file) => file.endsWith('.png') && !wanted.some((one) => one.file === file),
  );
}

function stale(): string[] {
  const again = 'run npm run line:pictures';
  if (!existsSync(MANIFEST)) return [`there are no pictures of the rich menu: ${again}`];
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  return [
    ...wanted.flatMap(({ file, svg }) => {
      const at = path.join(PICTURES, file);
      const known = manifest[file];
      if (!existsSync(at) || known?.input !== inputHash(svg)) return [`${file} is not current: ${again}`];
      return known.png === sha256(readFileSync(at)) ? [] : [`${file} was changed by hand: ${again}`];
    }),
    ...strays().map((file) => `${file} belongs to no menu: ${again}`),
  ];
}
