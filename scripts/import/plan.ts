import { OFFICIAL_TEXTS_PATH, SEED_PATHS } from '../../seeds/files.ts';
import { readDescriptionFile, type DescriptionFile } from './descriptions.ts';
import { readFigureFile } from './figures.ts';
import { only, type Given } from './gather.ts';
import { missingOffers, OFFER_KINDS, tabulateOffers, type OfferFiles } from './hellowork.ts';
import { readJobtag } from './jobtag.ts';
import { fiscalYear, tabulateMinimumWages } from './minimum.ts';
import { mergeOccupations, occupationSeeds } from './occupations.ts';
import type { Options } from './options.ts';
import type { Present } from './present.ts';
import { refuse } from './refuse.ts';
import { reportOccupations, reportRows, type Report } from './report.ts';
import {
  changeSources,
  era,
  jobtagFields,
  minimumFields,
  offersFields,
  surveyFields,
  type SourceChanges,
  type Sources,
} from './sources.ts';
import type { NewSeeds } from './stage.ts';
import { TABLE_NAMES } from './survey.ts';
import { tabulateSurvey } from './wages.ts';
import { jsonLines } from './write.ts';

/** What an import would change: new text of seeds by path, and what to tell the operator. */
export interface Plan {
  readonly files: NewSeeds;
  readonly reports: readonly Report[];
}
interface Part extends Plan {
  readonly sources: SourceChanges;
}

/** Lays the given files over the seeds in use; files that come out as they are in use are left out. */
export function plan(given: Given, present: Present, options: Options): Plan {
  const sourcesText = present.texts.get(SEED_PATHS.sources)!;
  const sources = JSON.parse(sourcesText) as Sources;
  const parts = [
    planJobtag(given, present, sources, options),
    planSurvey(given, present, sources, options),
    planMinimumWages(given, present, options),
    planOffers(given, present, sources, options),
    noteNewGraduates(given),
  ].filter((part) => part !== null);
  const files: NewSeeds = {
    ...Object.assign({}, ...parts.map((part) => part.files)),
    [SEED_PATHS.sources]: changeSources(
      sourcesText,
      Object.assign({}, ...parts.map((part) => part.sources)) as SourceChanges,
    ),
  };
  return {
    files: Object.fromEntries(
      Object.entries(files).filter(([path, text]) => present.texts.get(path) !== text),
    ),
    reports: parts.flatMap(({ reports }) => reports),
  };
}

/** Refuses what is older than the data in use, unless that was asked for. */
function requireNewer(isOlder: boolean, { older }: Options, what: string): void {
  if (isOlder && !older) refuse(`${what}: give newer files, or add --older to go back`);
}

function planJobtag(given: Given, present: Present, { jobtag }: Sources, options: Options): Part | null {
  const figureFile = only(given, 'figures');
  const descriptionFile = only(given, 'descriptions');
  if (!figureFile && !descriptionFile) return null;
  const figures = figureFile && readFigureFile(readJobtag(figureFile), present.columns);
  const descriptions = descriptionFile && readDescriptionFile(readJobtag(descriptionFile));
  const inUse = {
    figures: String(jobtag['version']),
    descriptions: textOrNull(jobtag['description_version']),
  };
  for (const [file, loaded] of [
    [figures, inUse.figures],
    [descriptions, inUse.descriptions ?? inUse.figures],
  ] as const) {
    if (file) {
      requireNewer(
        Number(file.version) < Number(loaded),
        options,
        `${file.file} is version ${file.version}, older than ${loaded}, which is in use`,
      );
    }
  }
  const merged = mergeOccupations(present.occupations, { figures, descriptions }, present.decisions);
  const seeds = occupationSeeds(merged.occupations);
  return {
    files: {
      [SEED_PATHS.occupations]: seeds.occupations,
      [SEED_PATHS.figures]: seeds.figures,
      ...(options.officialText && descriptions ? { [OFFICIAL_TEXTS_PATH]: officialTexts(descriptions) } : {}),
    },
    sources: {
      jobtag: jobtagFields({
        figures: figures?.version ?? inUse.figures,
        descriptions: descriptions?.version ?? inUse.descriptions,
        published: latest(figures?.published ?? String(jobtag['published']), descriptions?.published ?? ''),
      }),
    },
    reports: [reportOccupations({ figures, descriptions }, merged, present)],
  };
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const latest = (a: string, b: string): string => (a > b ? a : b);

/** The official descriptions, word for word; shown with the line that job tag asks for. */
const officialTexts = ({ version, records }: DescriptionFile): string =>
  jsonLines(
    [...records]
      .sort((a, b) => a.id - b.id)
      .map(({ id, texts }) => ({
        id,
        version,
        summary: texts.summary,
        what_it_is: texts.whatItIs,
        how_to_become: texts.howToBecome,
        working_conditions: texts.workingConditions,
      })),
  );

function planSurvey(given: Given, present: Present, { wage_survey }: Sources, options: Options): Part | null {
  const files = { major: given.get('majorWages') ?? [], occupation: given.get('occupationWages') ?? [] };
  if (files.major.length + files.occupation.length === 0) return null;
  const inUse = { year: present.years.wages, rows: present.wageRows };
  const survey = tabulateSurvey(files, inUse, present.wageGroups, present.prefectures);
  requireNewer(
    survey.year < inUse.year,
    options,
    `The wage survey given is of ${survey.year}, older than that of ${inUse.year}, which is in use`,
  );
  return {
    files: { [SEED_PATHS.wageCells]: survey.cells },
    sources: { wage_survey: surveyFields(survey.year, wage_survey) },
    reports: [
      {
        heading: `Wage survey: ${era(survey.year)} (${survey.levels.map((level) => TABLE_NAMES[level]).join(', ')})`,
        sentences: [reportRows(present.wageRows, survey.rows, 2)],
        todo: [],
      },
    ],
  };
}

function noteNewGraduates(given: Given): Part | null {
  const files = given.get('newGraduates');
  return (
    (files && {
      files: {},
      sources: {},
      reports: [
        {
          heading: `Starting pay of new graduates: ${files.map(({ name }) => name).join(', ')}`,
          sentences: ['第4表 is not used yet: nothing is taken from it.'],
          todo: [],
        },
      ],
    }) ??
    null
  );
}

function planMinimumWages(given: Given, present: Present, options: Options): Part | null {
  const file = only(given, 'minimumWages');
  if (!file) return null;
  const wages = tabulateMinimumWages(file, present.minimumWages, present.prefectures);
  const inUse = Math.max(...present.minimumWages.map(({ from }) => fiscalYear(from)));
  requireNewer(
    wages.years.at(-1)! < inUse,
    options,
    `${file.name} ends with fiscal ${wages.years.at(-1)}, before fiscal ${inUse}, which is in use`,
  );
  const rows = (list: Present['minimumWages']) => list.map(({ area, yen, from }) => [area, from, yen]);
  return {
    files: { [SEED_PATHS.minimumWages]: wages.text },
    sources: { minimum_wage: minimumFields(wages.years) },
    reports: [
      {
        heading: `Minimum wages: fiscal ${wages.years.join(', ')}`,
        sentences: [reportRows(rows(present.minimumWages), rows(wages.rows), 2)],
        todo: [],
      },
    ],
  };
}

function planOffers(given: Given, present: Present, { hellowork }: Sources, options: Options): Part | null {
  if (options.files.hellowork.length === 0) return null;
  const missing = missingOffers(new Set(given.keys()));
  if (missing.length > 0) {
    refuse(`Hello Work's four files belong together; there is none with ${missing.join(', none with ')}`);
  }
  const files = Object.fromEntries(OFFER_KINDS.map((kind) => [kind, only(given, kind)!])) as OfferFiles;
  const offers = tabulateOffers(files, options.year, present.offerGroups, present.prefectures);
  const tabulated = /tables as of (\S+)$/u.exec(String(hellowork['version']))?.[1] ?? '';
  requireNewer(
    offers.year < present.years.offers || (offers.year === present.years.offers && offers.asOf < tabulated),
    options,
    `Hello Work's figures given are of fiscal ${offers.year} (tables of ${offers.asOf}), older than fiscal ${present.years.offers} (${tabulated}), which is in use`,
  );
  return {
    files: { [SEED_PATHS.offerCells]: offers.cells },
    sources: { hellowork: offersFields(offers) },
    reports: [
      {
        heading: `Hello Work: fiscal year ${offers.year}, tables of ${offers.asOf}`,
        sentences: [reportRows(present.offerRows, offers.rows, 2)],
        todo: [],
      },
    ],
  };
}
