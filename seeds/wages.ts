import type { WageCell, WageGroup, WageTable } from '../domain/catalogue.ts';
import { readCsv } from './csv.ts';
import type { SeedFile } from './broken.ts';

export const WAGE_GROUP_COLUMNS = ['id', 'level', 'major', 'name_ja', 'name_ja_easy', 'name_en'];
export const WAGE_CELL_COLUMNS = ['area', 'group', 'monthly_yen', 'bonus_yen', 'workers', 'age'];
export const AREA = /^(0[0-9]|[1-3][0-9]|4[0-7])$/u;

/** The wage survey: its groups, and pay by group and area. */
export function readWages(year: number, groupFile: SeedFile, cellFile: SeedFile): WageTable {
  const groups = readWageGroups(groupFile);
  const cells = new Map<string, WageCell>();
  for (const row of readCsv(cellFile, WAGE_CELL_COLUMNS)) {
    const group = row.text('group');
    if (!groups.has(group)) row.broken(`there is no wage group ${group}`);
    const key = `${group}/${row.matching('area', AREA, 'an area from 00 to 47')}`;
    if (cells.has(key)) row.broken(`the cell ${key} is there twice`);
    const monthlyYen = row.count('monthly_yen');
    if (monthlyYen < 50_000 || monthlyYen > 5_000_000) {
      row.broken(`monthly_yen is not a month's pay in yen: ${monthlyYen}`);
    }
    cells.set(key, {
      monthlyYen,
      bonusYen: row.count('bonus_yen'),
      workers: row.count('workers'),
      age: row.tenthsOrNull('age'),
    });
  }
  return { year, groups, cells };
}

/** The survey's major groups, then its occupation groups, in the order of its tables. */
export function readWageGroups(file: SeedFile): Map<string, WageGroup> {
  const groups = new Map<string, WageGroup>();
  for (const row of readCsv(file, WAGE_GROUP_COLUMNS)) {
    const id = row.matching('id', /^([A-Z]|\d{3})$/u, 'a letter or three digits');
    if (groups.has(id)) row.broken(`the group ${id} is there twice`);
    const level = row.oneOf('level', ['major', 'occupation']);
    const major = row.textOrNull('major');
    if (level === 'major' && major !== null) row.broken('a major group has no major group of its own');
    if (level === 'occupation' && (major === null || groups.get(major)?.level !== 'major')) {
      row.broken(`major ${major ?? ''} is not a major group listed above`);
    }
    groups.set(id, {
      id,
      level,
      major,
      names: { ja: row.text('name_ja'), 'ja-easy': row.text('name_ja_easy'), en: row.text('name_en') },
    });
  }
  return groups;
}
