import { z } from 'zod';
import type { Helpline, OutsideLink } from '../domain/catalogue.ts';
import { broken, type SeedFile } from './broken.ts';
import { lineOf, readJson } from './json.ts';
import { filled, httpsUrl, inEachLocale, isoDate } from './shapes.ts';

/** Links the dialogs rely on; a seed without one of them is broken. */
export const LINKS = [
  'jobtag_occupation',
  'hellowork_search',
  'training_search',
  'funded_courses',
  'shokuba_labo',
  'manapass',
  'my_job_card',
  'labour_conditions',
  'minimum_wage',
  'mental_health',
  'saposute',
  'hellowork_offices',
] as const;

const form = z.strictObject({
  action: httpsUrl,
  fields: z.record(filled, z.string()),
  keywordField: filled,
  prefectureFields: z.array(filled),
});
const link = z.strictObject({ url: httpsUrl, checked: isoDate.nullable(), form: z.optional(form) });

export function readLinks(file: SeedFile): Record<string, OutsideLink> {
  const links = readJson(file, z.record(filled, link));
  for (const id of LINKS) if (!(id in links)) broken(file, null, `the link ${id} is missing`);
  if (!links['jobtag_occupation']?.url.includes('{id}')) {
    broken(file, lineOf(file.text, ['jobtag_occupation', 'url']), 'jobtag_occupation.url must hold {id}');
  }
  return links as Record<string, OutsideLink>;
}

const helpline = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/u, 'is not lower case'),
  name: inEachLocale,
  number: z.string().regex(/^0\d{2,3}-\d{2,6}(-\d{3,4})?$/u, 'is not a telephone number with hyphens'),
  note: inEachLocale.nullable(),
  checked: isoDate,
});

export function readHelplines(file: SeedFile): Helpline[] {
  const helplines = readJson(file, z.array(helpline).min(1));
  helplines.forEach(({ id }, i) => {
    if (helplines.findIndex((other) => other.id === id) !== i) {
      broken(file, lineOf(file.text, [i]), `helpline ${id} is there twice`);
    }
  });
  return helplines;
}
