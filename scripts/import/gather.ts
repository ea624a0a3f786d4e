import { basename } from 'node:path';
import { readInput, type InputFile } from './content.ts';
import type { Options } from './options.ts';
import type { Progress } from './progress.ts';
import { GROUPS, KINDS, recognise, requireGroup, type Kind } from './recognise.ts';
import { refuse } from './refuse.ts';

/** The files that were given, by what they hold. */
export type Given = ReadonlyMap<Kind, readonly InputFile[]>;

/** Kinds that consist of several files. */
const IN_PARTS: ReadonlySet<Kind> = new Set(['majorWages', 'occupationWages', 'newGraduates']);

/** Reads and recognises all files; refuses what is in the wrong group or there twice. */
export async function gather(options: Options, progress: Progress): Promise<Given> {
  const given = new Map<Kind, InputFile[]>();
  for (const group of GROUPS) {
    for (const path of options.files[group]) {
      const file = await readNext(path, progress);
      const kind = recognise(file);
      requireGroup(file.name, kind, group);
      const others = given.get(kind) ?? [];
      if (others.length > 0 && !IN_PARTS.has(kind)) {
        refuse(
          `${others[0]!.name} and ${file.name} both hold ${KINDS[kind].holds}: give only the newer one.`,
        );
      }
      given.set(kind, [...others, file]);
    }
  }
  if (options.officialText && !given.has('descriptions')) {
    refuse('--official-text needs the descriptions of job tag (解説系): give that file to --jobtag');
  }
  return given;
}

function readNext(path: string, progress: Progress): Promise<InputFile> {
  progress.next(`Reading ${basename(path)}`);
  return readInput(path);
}

/** The only file of a kind, if it was given. */
export const only = (given: Given, kind: Kind): InputFile | null => given.get(kind)?.[0] ?? null;
