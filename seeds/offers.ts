import type { Group, OfferCell, OfferTable } from '../domain/catalogue.ts';
import { readCsv } from './csv.ts';
import type { SeedFile } from './broken.ts';
import { AREA } from './wages.ts';

export const OFFER_GROUP_COLUMNS = ['id', 'name_ja', 'name_ja_easy', 'name_en'];
export const OFFER_CELL_COLUMNS = ['area', 'group', 'monthly_yen', 'hourly_yen', 'openings', 'seekers'];

/** Hello Work's statistics: its groups, and offered pay, openings and seekers by group and area. */
export function readOffers(year: number, groupFile: SeedFile, cellFile: SeedFile): OfferTable {
  const groups = readOfferGroups(groupFile);
  const cells = new Map<string, OfferCell>();
  for (const row of readCsv(cellFile, OFFER_CELL_COLUMNS)) {
    const group = row.text('group');
    if (!groups.has(group)) row.broken(`there is no Hello Work group ${group}`);
    const key = `${group}/${row.matching('area', AREA, 'an area from 00 to 47')}`;
    if (cells.has(key)) row.broken(`the cell ${key} is there twice`);
    const monthlyYen = row.countOrNull('monthly_yen');
    const hourlyYen = row.countOrNull('hourly_yen');
    if (monthlyYen !== null && monthlyYen < 50_000) row.broken(`monthly_yen is not in yen: ${monthlyYen}`);
    if (hourlyYen !== null && hourlyYen > 50_000) row.broken(`hourly_yen is not an hour's pay: ${hourlyYen}`);
    cells.set(key, {
      monthlyYen,
      hourlyYen,
      openings: row.countOrNull('openings'),
      seekers: row.countOrNull('seekers'),
    });
  }
  return { year, groups, cells };
}

export function readOfferGroups(file: SeedFile): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of readCsv(file, OFFER_GROUP_COLUMNS)) {
    const id = row.matching('id', /^\d{2}$/u, 'two digits');
    if (groups.has(id)) row.broken(`the group ${id} is there twice`);
    groups.set(id, {
      id,
      names: { ja: row.text('name_ja'), 'ja-easy': row.text('name_ja_easy'), en: row.text('name_en') },
    });
  }
  return groups;
}
