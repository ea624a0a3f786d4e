import type { AreaCode, Group, Occupation, SourceId } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { ALL_JAPAN, payPicture } from '../../domain/wages.ts';
import { japaneseDay } from '../formats.ts';
import type { House } from '../house.ts';
import type { SourceNote } from '../pages.ts';
import type { Tell } from './page.ts';

/** Where each figure of an occupation's page comes from: publisher, table, year, group. */
export function sourceNotes(
  { catalogue }: House,
  occupation: Occupation,
  locale: Locale,
  prefecture: AreaCode | null,
  at: string,
  tell: Tell,
): SourceNote[] {
  const { wage, offer, minimum } = payPicture(
    catalogue,
    occupation,
    prefecture ?? ALL_JAPAN,
    japaneseDay(at),
  );
  const note = (id: SourceId, about: readonly string[]): SourceNote => {
    const { publisher, title, url, attribution } = catalogue.sources[id];
    return { figures: tell(`source.${id}.figures`), publisher, table: title, url, about, attribution };
  };
  // The official name leads to the line of the table; ours beside it where the language has another.
  const group = (found: Group | undefined) => {
    const official = found?.names.ja ?? '';
    return locale.startsWith('ja') || !found ? official : `${official} (${found.names[locale]})`;
  };
  return [
    ...(wage
      ? [
          note('wage_survey', [
            tell('source.wage_survey.about', {
              year: String(wage.year),
              group: group(catalogue.wages.groups.get(wage.measuredFor)),
            }),
            tell('source.wage_survey.how'),
          ]),
        ]
      : []),
    ...(offer
      ? [
          note('hellowork', [
            tell('source.hellowork.about', {
              year: String(offer.year),
              group: group(catalogue.offers.groups.get(offer.measuredFor)),
            }),
            tell('source.hellowork.how'),
          ]),
        ]
      : []),
    ...(minimum
      ? [
          note('minimum_wage', [
            tell('source.minimum_wage.about', {
              area: { prefecture: minimum.area },
              from: { date: minimum.from },
            }),
          ]),
        ]
      : []),
    note('jobtag', [tell('source.jobtag.about', { id: String(occupation.id) })]),
  ];
}
