import { FIGURE_BLOCKS, type FigureBlock, type Occupation } from '../../domain/catalogue.ts';
import { entriesIn } from '../../domain/glossary.ts';
import type { Locale } from '../../domain/locales.ts';
import { similarTo, strengthsOf, type SharedFigure } from '../../domain/similar.ts';
import { ALL_JAPAN } from '../../domain/wages.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { FigureSheet, LadderItem, OccupationSheet } from '../information.ts';
import { openingsAnswer, wageAnswer } from './pay.ts';

const MOST_SIMILAR = 6;
const MOST_STRENGTHS = 5;

/** Everything known of an occupation, with pay and openings in a prefecture or, with `null`, in all Japan. */
export function sheetOf(
  house: House,
  occupation: Occupation,
  locale: Locale,
  prefecture: string | null,
): OccupationSheet {
  const { catalogue } = house;
  const { id, texts } = occupation;
  const area = prefecture ?? ALL_JAPAN;
  const wage = wageAnswer(house, occupation, area, locale);
  const openings = openingsAnswer(house, occupation, area, locale);
  const { name, summary, story } = texts[locale];
  const ladder = ladderOf(house, id, locale);
  return {
    id,
    name,
    nameJa: occupation.name,
    nameEn: texts.en.name,
    reading: occupation.reading,
    romaji: occupation.romaji,
    aliases: locale === 'en' ? occupation.aliasesEn : occupation.aliases,
    summary,
    story,
    codes: { mhlw: occupation.mhlwCodes, jsoc: occupation.jsocCodes },
    licences: occupation.licences,
    angles: occupation.angles,
    interests: occupation.interests,
    values: occupation.values,
    figures: figuresOf(house, occupation),
    strengths: strengthsOf(house.similarIndex, id, MOST_STRENGTHS).map(({ above, ...figure }) => ({
      ...named(house, locale, figure),
      above: Math.round(above * 100) / 100,
    })),
    wage,
    openings,
    similar: similarTo(house.similarIndex, catalogue.occupations, id, MOST_SIMILAR).map((other) => ({
      id: other.id,
      name: catalogue.occupations.get(other.id)!.texts[locale].name,
      score: other.score,
      shared: other.shared.map((figure) => named(house, locale, figure)),
    })),
    ladder,
    official: catalogue.officialTexts?.get(id) ?? null,
    terms: entriesIn(
      house.glossaryIndex,
      locale,
      [
        ...(story ? [...story.day, story.entry, story.suits, story.hard] : []),
        ...(ladder?.steps.map(({ needs }) => needs) ?? []),
      ].join('\n'),
    ).map((entry) => ({ id: entry, name: catalogue.glossary.get(entry)!.names[locale] })),
    links: [
      { id: 'jobtag', url: catalogue.links.jobtag_occupation!.url.replace('{id}', String(id)) },
      { id: 'hellowork', url: catalogue.links.hellowork_search!.url },
    ],
    sources: [
      catalogue.sources.jobtag.attribution,
      ...(wage ? [wage.source] : []),
      ...(openings ? [openings.source] : []),
    ],
  };
}

const named = ({ words }: House, locale: Locale, { block, column }: SharedFigure) => ({
  block,
  key: column,
  name: words.phrase(locale, say(`figures:${block}.${column}`)),
});

/** Blocks told under a name of their own. */
const TOLD: ReadonlySet<FigureBlock> = new Set(['interests', 'work_values']);

function figuresOf({ catalogue }: House, { figures }: Occupation): Record<string, FigureSheet | null> {
  const blocks = FIGURE_BLOCKS.filter((block) => !TOLD.has(block)).map((block) => {
    const values = figures[block];
    const columns = catalogue.figureColumns[block];
    return [block, values && Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]))];
  });
  return Object.fromEntries(blocks) as Record<string, FigureSheet | null>;
}

function ladderOf({ catalogue }: House, id: number, locale: Locale): LadderItem | null {
  const ladder = catalogue.ladders.get(id);
  return ladder
    ? {
        steps: ladder.steps.map(({ occupation, titles, needs }) => ({
          occupation,
          title: titles[locale],
          needs: needs[locale],
        })),
        elsewhere: ladder.elsewhere.map(({ occupation, texts }) => ({
          occupation,
          name: catalogue.occupations.get(occupation)!.texts[locale].name,
          text: texts[locale],
        })),
      }
    : null;
}
