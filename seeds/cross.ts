import type { Catalogue } from '../domain/catalogue.ts';
import { ALL_JAPAN } from '../domain/wages.ts';
import { broken } from './broken.ts';
import type { SeedFiles, SeedName } from './files.ts';

/** What one seed says of another must be true: groups that occupations name exist, every prefecture has figures. */
export function checkReferences(catalogue: Catalogue, files: SeedFiles): void {
  const { occupations, wages, offers, prefectures, minimumWages } = catalogue;
  let line = 1;
  for (const { id, wageGroup, offerGroup } of occupations.values()) {
    line += 1;
    if (wageGroup !== null && wages.groups.get(wageGroup)?.level !== 'occupation') {
      broken(files.occupations, line, `occupation ${id}: there is no wage group ${wageGroup}`);
    }
    if (offerGroup !== null && !offers.groups.has(offerGroup)) {
      broken(files.occupations, line, `occupation ${id}: there is no Hello Work group ${offerGroup}`);
    }
  }
  for (const group of wages.groups.keys()) requireCell(wages.cells, group, ALL_JAPAN, 'wageCells');
  for (const group of offers.groups.keys()) requireCell(offers.cells, group, ALL_JAPAN, 'offerCells');
  const majors = [...wages.groups.values()].filter(({ id, level }) => level === 'major' && id !== UNKNOWN);
  for (const code of prefectures.keys()) {
    for (const { id } of majors) requireCell(wages.cells, id, code, 'wageCells');
    for (const group of offers.groups.keys()) requireCell(offers.cells, group, code, 'offerCells');
    if (!minimumWages.some(({ area }) => area === code)) {
      broken(files.minimumWages, null, `there is no minimum wage for prefecture ${code}`);
    }
  }

  function requireCell(
    cells: ReadonlyMap<string, unknown>,
    group: string,
    area: string,
    name: SeedName,
  ): void {
    if (!cells.has(`${group}/${area}`)) broken(files[name], null, `there is no cell ${group}/${area}`);
  }
}

/** 不詳, which the survey publishes for very few areas. */
const UNKNOWN = 'X';
