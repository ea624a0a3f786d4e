/** Part of `npm run check`: every link inside the documentation leads to a file, and to a heading that is there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const LINK = /\]\(([^)\s]+)\)|\ssrc="([^"]+)"/gu;

/** A heading as the part of an address behind `#`. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```$/gmu, '');
const anchorsOf = (file: string): readonly string[] =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#+ (.+)$/gmu)].map(([, heading]) =>
    anchorOf(heading!),
  );

const files = globSync(['*.md', '{docs,seeds,bench}/**/*.md'], { cwd: ROOT }).map((file) =>
  path.join(ROOT, file),
);
const broken = files.flatMap((file) =>
  [...withoutCode(readFileSync(file, 'utf8')).matchAll(LINK)]
    .map(([, link, source]) => link ?? source!)
    .filter((link) => {
      if (/^[a-z]+:/iu.test(link)) return false;
      const [name = '', anchor] = link.split('#');
      const target = name === '' ? file : path.resolve(path.dirname(file), name);
      return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    })
    .map((link) => `${path.relative(ROOT, file)}: ${link} leads nowhere`),
);
for (const line of broken) console.log(line);
console.log(`${files.length} documents, ${broken.length} broken links`);
if (broken.length > 0) process.exitCode = 1;
