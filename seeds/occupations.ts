import { INTERESTS, type InterestScores } from '../domain/interests.ts';
import { WORK_VALUES, type FigureColumns, type Occupation, type WorkValue } from '../domain/catalogue.ts';
import { readAngles } from './angles.ts';
import type { SeedFiles } from './files.ts';
import { readCsv, type Row } from './csv.ts';
import { readFigures } from './figures.ts';
import { spellOut } from './reading.ts';
import { romanise } from './romaji.ts';
import { readStories, type Story } from './stories.ts';
import { readTexts, type Text } from './texts.ts';

export const OCCUPATION_COLUMNS = [
  'id',
  'name',
  'aliases',
  'mhlw_codes',
  'jsoc_codes',
  'wage_group',
  'wage_group_basis',
  'offer_group',
];

/**
 * Occupations by job tag number: names and codes, figures, and our words about them. A new edition of job tag brings
 * occupations that have no words yet and takes others away that still have some; `npm run check` names both.
 */
export function readOccupations(files: SeedFiles, columns: FigureColumns): Map<number, Occupation> {
  const figures = readFigures(files.figures, columns);
  const angles = readAngles(files.angles);
  const rows = readCsv(files.occupations, OCCUPATION_COLUMNS);
  const texts = readTexts(files.texts, new Set(rows.map((row) => row.count('id'))));
  const stories = readStories(files.stories);
  const occupations = new Map<number, Occupation>();
  let last = 0;
  for (const row of rows) {
    const id = row.count('id');
    if (id <= last) row.broken(`id ${id} must be greater than the one before it, ${last}`);
    last = id;
    const figure = figures.get(id) ?? row.broken(`occupation ${id} has no line in ${files.figures.path}`);
    occupations.set(id, {
      id,
      ...words(row, texts.get(id) ?? null, stories.get(id) ?? null),
      ...codes(row),
      licences: figure.licences,
      figures: figure.figures,
      angles: angles.get(id) ?? null,
      interests: named(INTERESTS, figure.figures.interests) satisfies InterestScores | null,
      values: named(WORK_VALUES, figure.figures.work_values) satisfies Record<WorkValue, number> | null,
    });
  }
  figures.refuseOthers(occupations);
  return occupations;
}

const HAN = /\p{Script=Han}/u;
type Words = Pick<Occupation, 'name' | 'reading' | 'romaji' | 'aliases' | 'everyday' | 'aliasesEn' | 'texts'>;

function words(row: Row, text: Text | null, story: Story | null): Words {
  const name = row.text('name');
  const spelled = text && spellOut(name, text.reading);
  // A reading that does not fit is one of an earlier name.
  const reading = text && spelled ? text.reading : '';
  return {
    name,
    reading,
    romaji: romanise(reading),
    aliases: [...new Set([...row.list('aliases'), ...(text?.everyday_ja ?? [])])].filter(
      (alias) => alias !== name,
    ),
    everyday: (text?.everyday_ja ?? []).filter((alias) => alias !== name),
    aliasesEn: text?.aliases_en ?? [],
    texts: {
      ja: { name, summary: text?.summary.ja ?? null, story: story?.ja ?? null },
      // 「看護師（かんごし）」; a name without kanji needs no reading.
      'ja-easy': {
        name: spelled && HAN.test(name) ? `${name}（${spelled}）` : name,
        summary: text?.summary['ja-easy'] ?? null,
        story: story?.['ja-easy'] ?? null,
      },
      en: { name: text?.name_en ?? name, summary: text?.summary.en ?? null, story: story?.en ?? null },
    },
  };
}

type Codes = Pick<Occupation, 'mhlwCodes' | 'jsocCodes' | 'wageGroup' | 'wageGroupBasis' | 'offerGroup'>;

function codes(row: Row): Codes {
  const wageGroup = row.textOrNull('wage_group');
  const basis = row.oneOf('wage_group_basis', ['published_code', 'inferred', '']);
  if ((wageGroup === null) !== (basis === '')) row.broken('wage_group and wage_group_basis go together');
  return {
    mhlwCodes: row.list('mhlw_codes'),
    jsocCodes: row.list('jsoc_codes'),
    wageGroup,
    wageGroupBasis: basis === '' ? null : basis,
    offerGroup: row.textOrNull('offer_group'),
  };
}

function named<K extends string>(
  keys: readonly K[],
  figures: readonly (number | null)[] | null,
): Record<K, number> | null {
  return figures && (Object.fromEntries(keys.map((key, i) => [key, figures[i]])) as Record<K, number>);
}
