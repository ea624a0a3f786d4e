import type { z } from 'zod';
import { broken, shown, type SeedFile } from './broken.ts';

/** A seed kept as one JSON document, checked against its shape. */
export function readJson<T>(file: SeedFile, shape: z.ZodType<T>): T {
  const checked = shape.safeParse(parse(file, file.text, 1));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  return broken(file, lineOf(file.text, issue.path), describe(issue));
}

/** A seed kept as one JSON object a line; every line must have the shape. */
export function readJsonLines<T>(file: SeedFile, shape: z.ZodType<T>): { line: number; value: T }[] {
  const lines = file.text.split('\n');
  if (lines.pop() !== '') broken(file, lines.length + 1, 'the last line must end with a line break');
  return lines.map((text, i) => {
    const checked = shape.safeParse(parse(file, text, i + 1));
    return checked.success
      ? { line: i + 1, value: checked.data }
      : broken(file, i + 1, describe(checked.error.issues[0]!));
  });
}

/** The line on which the value at a path starts, e.g. of `links.manapass.url`. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  return text.slice(0, placeOf(text, path)).split('\n').length;
}

function parse(file: SeedFile, text: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const place = /\(line (\d+) column \d+\)/u.exec(cause instanceof Error ? cause.message : '');
    return broken(file, firstLine + (place ? Number(place[1]) - 1 : 0), 'is not valid JSON', cause);
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  const found = 'input' in issue && issue.input !== undefined ? `: ${shown(issue.input)}` : '';
  return `${place === '' ? 'the value' : place}: ${issue.message}${found}`;
}

const SPACE = /[\s,:]*/uy;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]|[^\s,:{}[\]"]+/uy;

/** Index in valid JSON text of the value at a path; of its nearest existing parent when it is missing. */
function placeOf(text: string, path: readonly PropertyKey[]): number {
  let at = skip(text, 0);
  for (const key of path) {
    const isObject = text[at] === '{';
    if (!isObject && text[at] !== '[') return at;
    let inside = skip(text, at + 1);
    let found = -1;
    for (let i = 0; found < 0 && text[inside] !== '}' && text[inside] !== ']'; i += 1) {
      let name: PropertyKey = i;
      if (isObject) {
        const end = endOf(text, inside);
        name = JSON.parse(text.slice(inside, end)) as string;
        inside = skip(text, end);
      }
      if (String(name) === String(key)) found = inside;
      else inside = skip(text, endOf(text, inside));
    }
    if (found < 0) return at;
    at = found;
  }
  return at;
}

function skip(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

function endOf(text: string, at: number): number {
  let depth = 0;
  do {
    TOKEN.lastIndex = skip(text, at);
    const token = TOKEN.exec(text)![0];
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    at = TOKEN.lastIndex;
  } while (depth > 0);
  return at;
}
