import type { Catalogue, Occupation } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import { offerOf, wageOf, type WageFigure } from '../../domain/wages.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { OpeningsAnswer, WageAnswer } from '../information.ts';

/** What an occupation pays in an area; `null` when the survey does not cover it. */
export function wageAnswer(
  house: House,
  occupation: Occupation,
  area: string,
  locale: Locale,
): WageAnswer | null {
  const wage = wageOf(house.catalogue.wages, occupation, area);
  return wage && inAnswer(house, wage, locale);
}

const inAnswer = (house: House, wage: WageFigure, locale: Locale): WageAnswer => ({
  annualYen: wage.annualYen,
  monthlyYen: wage.monthlyYen,
  bonusYen: wage.bonusYen,
  workers: wage.workers,
  measuredFor: house.catalogue.wages.groups.get(wage.measuredFor)!.names[locale],
  measuredForId: wage.measuredFor,
  area: wage.area,
  areaName: areaName(house, wage.area, locale),
  year: wage.year,
  fallback: wage.fallback,
  fallbackReason: wage.reason,
  source: house.catalogue.sources[wage.source].attribution,
});

/** Hello Work's offered pay and openings; `null` when the occupation belongs to none of its groups. */
export function openingsAnswer(
  { catalogue }: { catalogue: Catalogue },
  occupation: Occupation,
  area: string,
  locale: Locale,
): OpeningsAnswer | null {
  const offer = offerOf(catalogue.offers, occupation, area);
  return (
    offer && {
      offeredMonthlyYen: offer.monthlyYen,
      offeredHourlyYen: offer.hourlyYen,
      openingsPerSeeker: offer.openingsPerSeeker,
      measuredFor: catalogue.offers.groups.get(offer.measuredFor)!.names[locale],
      area: offer.area,
      fiscalYear: offer.year,
      source: catalogue.sources[offer.source].attribution,
    }
  );
}

/** An area as a language calls it. */
export const areaName = (house: House, area: string, locale: Locale): string =>
  house.words.phrase(locale, say('prefecture:name', { area: { prefecture: area } }));
