import type { Fact, Phrase } from '../replies/reply.ts';
import { say } from '../replies/words.ts';
import type { OfferFigure, PayPicture, WageFigure } from '../domain/wages.ts';

/**
 * The year's pay as a fact, never without what it is measured for, where, when and how many workers.
 * `most`: the highest pay it is compared with, in yen.
 */
export function wageFact({ area, wage }: PayPicture, most = 0): Fact<Phrase> {
  const label = say('pay:wage.label', { area: { prefecture: area } });
  if (!wage) return { label, value: say('pay:wage.none') };
  return {
    label,
    value: say('pay:wage.value', { amount: { manyen: wage.annualYen } }),
    note: say(`pay:wage.note.${wage.fallback ?? 'own'}`, {
      ...measured(wage),
      asked: { prefecture: area },
      ...(wage.reason && { reason: say(`pay:wage.reason.${wage.reason}`) }),
    }),
    ...(most > 0 && { fill: wage.annualYen / most }),
  };
}

/** The highest pay among several, in yen, for `wageFact`; 0 when there is nothing to compare. */
export function highestPay(pictures: readonly PayPicture[]): number {
  const known = pictures.flatMap(({ wage }) => wage?.annualYen ?? []);
  return known.length > 1 ? Math.max(...known) : 0;
}

/** The most openings per seeker among several, for `offerFacts`; 0 when there is nothing to compare. */
export function mostOpenings(pictures: readonly PayPicture[]): number {
  const known = pictures.flatMap(({ offer }) => offer?.openingsPerSeeker ?? []);
  return known.length > 1 ? Math.max(...known) : 0;
}

const measured = (wage: WageFigure) => ({
  group: { wageGroup: wage.measuredFor },
  area: { prefecture: wage.area },
  year: String(wage.year),
  workers: wage.workers,
});

/** Hello Work's figures and the minimum wage. `most`: the most openings per seeker they are compared with. */
export function offerFacts({ offer, minimum }: PayPicture, most = 0): Fact<Phrase>[] {
  const facts: Fact<Phrase>[] = [];
  if (offer) {
    const about = {
      group: { offerGroup: offer.measuredFor },
      area: { prefecture: offer.area },
      year: String(offer.year),
    };
    const offered = offeredValue(offer);
    if (offered) {
      facts.push({ label: say('pay:offered.label'), value: offered, note: say('pay:offered.note', about) });
    }
    if (offer.openingsPerSeeker !== null) {
      facts.push({
        label: say('pay:openings.label'),
        value: say('pay:openings.value', { ratio: { number: offer.openingsPerSeeker, digits: 2 } }),
        note: say('pay:openings.note', about),
        ...(most > 0 && { fill: offer.openingsPerSeeker / most }),
      });
    }
  }
  if (minimum) {
    facts.push({
      label: say('pay:minimum.label', { area: { prefecture: minimum.area } }),
      value: say('pay:minimum.value', { amount: { yen: minimum.hourlyYen } }),
      note: say('pay:minimum.note', { from: { date: minimum.from } }),
    });
  }
  return facts;
}

/** Offered pay: by the month, by the hour, or both. */
function offeredValue({ monthlyYen, hourlyYen }: OfferFigure): Phrase | null {
  const monthly = { manyen: monthlyYen ?? 0 };
  const hourly = { yen: hourlyYen ?? 0 };
  if (monthlyYen !== null && hourlyYen !== null) return say('pay:offered.both', { monthly, hourly });
  if (monthlyYen !== null) return say('pay:offered.monthly', { monthly });
  return hourlyYen === null ? null : say('pay:offered.hourly', { hourly });
}

/** A group without a figure is not shown, and neither is its source. */
const hasFigures = ({ monthlyYen, hourlyYen, openingsPerSeeker }: OfferFigure): boolean =>
  monthlyYen !== null || hourlyYen !== null || openingsPerSeeker !== null;

/** Attribution lines for what is shown. */
export function sourcesOf({ wage, offer, minimum }: PayPicture, withJobtag: boolean): Phrase[] {
  const ids = [
    ...(withJobtag ? ['jobtag'] : []),
    ...(wage ? [wage.source] : []),
    ...(offer && hasFigures(offer) ? [offer.source] : []),
    ...(minimum ? ['minimum_wage'] : []),
  ];
  return ids.map((id) => say('pay:source', { source: { source: id } }));
}
