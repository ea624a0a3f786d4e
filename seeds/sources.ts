import { z } from 'zod';
import type { Source, SourceId } from '../domain/catalogue.ts';
import type { SeedFile } from './broken.ts';
import { readJson } from './json.ts';
import { filled, httpsUrl, isoDateOrPart } from './shapes.ts';

/** Fields the product shows; `version`, `year` and `files` beside them are for maintainers and for the tables. */
const source = <I extends SourceId>(id: I) =>
  z.object({
    id: z.literal(id),
    publisher: filled,
    title: filled,
    attribution: filled,
    url: httpsUrl,
    published: isoDateOrPart,
  });
const year = z.int().min(2000).max(2100);

/** Where the figures come from. */
export function readSources(file: SeedFile): Record<SourceId, Source> {
  return readJson(
    file,
    z.strictObject({
      jobtag: source('jobtag'),
      wage_survey: source('wage_survey'),
      hellowork: source('hellowork'),
      minimum_wage: source('minimum_wage'),
    }),
  );
}

/** The survey year of the wages and the fiscal year of Hello Work's figures. */
export function readYears(file: SeedFile): { wages: number; offers: number } {
  const { wage_survey, hellowork } = readJson(
    file,
    z.object({ wage_survey: z.object({ year }), hellowork: z.object({ year }) }),
  );
  return { wages: wage_survey.year, offers: hellowork.year };
}
