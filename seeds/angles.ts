import { PLACES, SETTINGS, WORK_TAGS, type Angles } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { readCsv, type Row } from './csv.ts';

export const ANGLE_COLUMNS = ['id', 'places', 'licence', 'untrained', 'night', 'tags', 'settings'];

/** Angles by occupation, as judged by hand. */
export function readAngles(file: SeedFile): Map<number, Angles> {
  const angles = new Map<number, Angles>();
  for (const row of readCsv(file, ANGLE_COLUMNS)) {
    const id = row.count('id');
    if (angles.has(id)) row.broken(`occupation ${id} is there twice`);
    const places = listOf(row, 'places', PLACES);
    if (places.length === 0) row.broken(`occupation ${id} has no place`);
    angles.set(id, {
      places,
      licence: row.oneOf('licence', ['required', 'helpful', 'none']),
      untrained: row.oneOf('untrained', ['yes', 'no']) === 'yes',
      night: row.oneOf('night', ['usual', 'some', 'no']),
      tags: listOf(row, 'tags', WORK_TAGS),
      settings: listOf(row, 'settings', SETTINGS),
    });
  }
  if (angles.size === 0) broken(file, null, 'there are no angles');
  return angles;
}

function listOf<T extends string>(row: Row, column: string, allowed: readonly T[]): T[] {
  return row.list(column).map((value) => {
    const known = allowed.find((one) => one === value);
    return known ?? row.broken(`${column} is not one of ${allowed.join(', ')}: ${value}`);
  });
}
