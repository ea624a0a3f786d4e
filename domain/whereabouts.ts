import type { AreaCode, Town } from './catalogue.ts';

/** A point on the map, in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres in a degree of latitude. */
const DEGREE_KM = 111.2;
/** Farther from every town than this, a point lies in no prefecture: at sea, or in another country. */
const FARTHEST_KM = 40;

/**
 * The prefecture of the nearest town, `null` far from all of them. Straight lines on a plane: over a few kilometres
 * the curve of the earth changes nothing. Near a border the nearest town may lie on the other side of it.
 */
export function nearestPrefecture(towns: readonly Town[], { latitude, longitude }: Point): AreaCode | null {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  const width = Math.cos((latitude * Math.PI) / 180);
  let nearest: AreaCode | null = null;
  let least = FARTHEST_KM;
  for (const town of towns) {
    const north = (town.latitude - latitude) * DEGREE_KM;
    const east = (town.longitude - longitude) * DEGREE_KM * width;
    const distance = Math.hypot(north, east);
    if (distance >= least) continue;
    least = distance;
    nearest = town.area;
  }
  return nearest;
}
