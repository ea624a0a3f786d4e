import type { Group } from '../domain/catalogue.ts';
import { readCsv } from './csv.ts';
import type { SeedFile } from './broken.ts';

export const FIELD_COLUMNS = ['id', 'name_ja', 'name_ja_easy', 'name_en'];

/** Everyday names of the major (`04`) and middle groups (`04_021`) of the 厚労省編職業分類; a group comes after its field. */
export function readFields(file: SeedFile): Map<string, Group> {
  const fields = new Map<string, Group>();
  for (const row of readCsv(file, FIELD_COLUMNS)) {
    const id = row.matching('id', /^\d{2}(_\d{3})?$/u, 'a group such as 04 or 04_021');
    if (fields.has(id)) row.broken(`the field ${id} is there twice`);
    if (id.length > 2 && !fields.has(id.slice(0, 2))) row.broken(`the group ${id} comes before its field`);
    fields.set(id, {
      id,
      names: { ja: row.text('name_ja'), 'ja-easy': row.text('name_ja_easy'), en: row.text('name_en') },
    });
  }
  return fields;
}
