import type { AreaCode, Occupation } from '../../domain/catalogue.ts';
import { wageOf, type Fallback, type WageFigure } from '../../domain/wages.ts';
import type { House } from '../house.ts';
import { MAP_WORDS, type PayMap, type PayRow } from '../pages.ts';
import { fixedWords, type Tell } from './page.ts';

const STEPS = 5;
const FALLBACKS: readonly Fallback[] = ['major_group', 'national'];

interface Cell {
  readonly code: AreaCode;
  readonly wage: WageFigure | null;
  readonly step: number | null;
}

/** A year's pay in all prefectures; `null` when the survey does not cover the occupation. */
export function payMap(
  house: House,
  occupation: Occupation,
  prefecture: AreaCode | null,
  tell: Tell,
): PayMap | null {
  const { wages, prefectures, sources } = house.catalogue;
  const { id, wageGroup } = occupation;
  const found = [...prefectures.keys()].map((code) => ({ code, wage: wageOf(wages, occupation, code) }));
  if (wageGroup === null || found.every(({ wage }) => wage === null)) return null;
  const own = found.flatMap(({ wage }) => (wage && !wage.fallback ? [wage.annualYen] : []));
  const stepOf = steps(own);
  const cells: Cell[] = found.map(({ code, wage }) => ({
    code,
    wage,
    step: wage && !wage.fallback ? stepOf(wage.annualYen) : null,
  }));
  const name = { occupation: id };
  const group = { wageGroup };
  const fallbacks = FALLBACKS.filter((fallback) => cells.some(({ wage }) => wage?.fallback === fallback));
  const groups = { major_group: wages.groups.get(wageGroup)!.major ?? wageGroup, national: wageGroup };
  return {
    words: fixedWords(tell, 'map', MAP_WORDS, { name }),
    description: describe(cells, tell),
    caption: tell('map.caption', { name, group, year: String(wages.year) }),
    attribution: sources.wage_survey.attribution,
    legend: legendOf(cells, tell),
    hatched: cells.some(({ step }) => step === null) ? tell('map.hatched') : null,
    outlined: prefecture === null ? null : tell('map.outlined', { area: { prefecture } }),
    rows: cells.map((cell) => rowOf(cell, fallbacks, tell)),
    notes: fallbacks.map((fallback) => ({
      short: tell(`map.note_${fallback}`),
      meaning: tell(`map.meaning.${fallback}`, { group: { wageGroup: groups[fallback] } }),
    })),
  };
}

/** Sorts figures into five steps of about as many prefectures each; equal figures stay together. */
function steps(figures: readonly number[]): (figure: number) => number {
  const sorted = [...figures].sort((a, b) => a - b);
  return (figure) => Math.floor((STEPS * sorted.indexOf(figure)) / sorted.length);
}

const own = (cells: readonly Cell[]) =>
  cells.flatMap(({ code, wage, step }) =>
    wage && step !== null ? [{ code, step, yen: wage.annualYen }] : [],
  );

function describe(cells: readonly Cell[], tell: Tell): string {
  const sorted = own(cells).sort((a, b) => a.yen - b.yen);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || low === high) return tell('map.hardlyAny');
  return tell('map.range', {
    high: { prefecture: high.code },
    most: { manyen: high.yen },
    low: { prefecture: low.code },
    least: { manyen: low.yen },
  });
}

const legendOf = (cells: readonly Cell[], tell: Tell): PayMap['legend'] =>
  Array.from({ length: STEPS }, (_, step) => {
    const figures = own(cells).flatMap((cell) => (cell.step === step ? [cell.yen] : []));
    const [from, to] = [Math.min(...figures), Math.max(...figures)];
    if (figures.length === 0) return [];
    const label =
      from === to
        ? tell('it', { it: { manyen: from } })
        : tell('map.step', { from: { manyen: from }, to: { manyen: to } });
    return [{ step, label }];
  }).flat();

const rowOf = ({ code, wage, step }: Cell, fallbacks: readonly Fallback[], tell: Tell): PayRow => ({
  code,
  name: tell('it', { it: { prefecture: code } }),
  tile: tell(`tile.${code}`).split('\n'),
  annualYen: wage?.annualYen ?? null,
  annual: wage ? tell('it', { it: { manyen: wage.annualYen } }) : tell('map.none'),
  workers: wage ? tell('it', { it: wage.workers }) : '',
  note: wage?.fallback ? fallbacks.indexOf(wage.fallback) : null,
  step,
});
