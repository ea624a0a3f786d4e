import { z } from 'zod';
import type { OfficialText } from '../domain/catalogue.ts';
import type { SeedFile } from './broken.ts';
import { readJsonLines } from './json.ts';
import { Keyed } from './keyed.ts';
import { filled } from './shapes.ts';

const shape = z.strictObject({
  id: z.int().positive(),
  version: filled,
  summary: z.string(),
  what_it_is: z.string(),
  how_to_become: z.string(),
  working_conditions: z.string(),
});

/** The official descriptions of the occupations there are; `null` where none were imported (`--official-text`). */
export function readOfficialTexts(
  file: SeedFile | null,
  known: ReadonlyMap<number, unknown>,
): Map<number, OfficialText> | null {
  if (file === null) return null;
  const lines = new Keyed(file, readJsonLines(file, shape));
  return new Map(
    [...known.keys()].flatMap((id) => {
      const line = lines.get(id);
      return line ? [[id, officialText(line)] as const] : [];
    }),
  );
}

const officialText = ({ version, ...line }: z.infer<typeof shape>): OfficialText => ({
  summary: line.summary,
  whatItIs: line.what_it_is,
  howToBecome: line.how_to_become,
  workingConditions: line.working_conditions,
  attribution: `『職業情報データベース 解説系ダウンロードデータ ver.${version}』職業情報提供サイト（job tag）（https://shigoto.mhlw.go.jp/User/download）より`,
});
