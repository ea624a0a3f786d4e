import { INTERESTS, type InterestScores } from '../domain/interests.ts';
import { WORK_VALUES, type Occupation, type WorkValue } from '../domain/catalogue.ts';
import type { SeedFiles } from './files.ts';
import { readCsv, type Row } from './csv.ts';
import { readFigures } from './figures.ts';
import type { Keyed } from './keyed.ts';
import { spellOut } from './reading.ts';
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

/** Occupations by job tag number: names and codes, figures, and our words about them. */
export function readOccupations(files: SeedFiles): Map<number, Occupation> {
  const figures = readFigures(files.figures, files.figureColumns);
  const texts = readTexts(files.texts);
  const stories = readStories(files.stories);
  const occupations = new Map<number, Occupation>();
  let last = 0;
  for (const row of readCsv(files.occupations, OCCUPATION_COLUMNS)) {
    const id = row.count('id');
    if (id <= last) row.broken(`id ${id} must be greater than the one before it, ${last}`);
    last = id;
    const text = texts.get(id) ?? row.broken(`occupation ${id} has no line in ${files.texts.path}`);
    const figure = figures.get(id) ?? row.broken(`occupation ${id} has no line in ${files.figures.path}`);
    occupations.set(id, {
      id,
      ...words(row, text, stories.get(id) ?? null, spelled(row.text('name'), text, texts)),
      ...codes(row),
      interests: named(INTERESTS, figure.interests) satisfies InterestScores | null,
      values: named(WORK_VALUES, figure.work_values) satisfies Record<WorkValue, number> | null,
    });
  }
  texts.refuseOthers(occupations);
  stories.refuseOthers(occupations);
  figures.refuseOthers(occupations);
  return occupations;
}

/** The name with its kanji read; the reading must be one of this very name. */
function spelled(name: string, { id, reading }: Text, texts: Keyed<Text>): string {
  return spellOut(name, reading) ?? texts.broken(id, `reading does not fit the name ${name}: ${reading}`);
}

const HAN = /\p{Script=Han}/u;
type Words = Pick<Occupation, 'name' | 'reading' | 'aliases' | 'aliasesEn' | 'texts'>;

function words(row: Row, text: Text, story: Story | null, spelled: string): Words {
  const name = row.text('name');
  return {
    name,
    reading: text.reading,
    aliases: [...new Set([...row.list('aliases'), ...text.everyday_ja])].filter((alias) => alias !== name),
    aliasesEn: text.aliases_en,
    texts: {
      ja: { name, summary: text.summary.ja, story: story?.ja ?? null },
      // 「看護師（かんごし）」; a name without kanji needs no reading.
      'ja-easy': {
        name: HAN.test(name) ? `${name}（${spelled}）` : name,
        summary: text.summary['ja-easy'],
        story: story?.['ja-easy'] ?? null,
      },
      en: { name: text.name_en, summary: text.summary.en, story: story?.en ?? null },
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
  figures: readonly number[] | null,
): Record<K, number> | null {
  return figures && (Object.fromEntries(keys.map((key, i) => [key, figures[i]])) as Record<K, number>);
}
