import type { Decisions, SeedOccupation } from './present.ts';

/**
 * Gives every occupation the wage group that was decided for it by hand, and one without a group the group that all
 * occupations of the same main code share: of 厚生労働省編職業分類, or, where no other occupation has that code, of
 * 日本標準職業分類. The Hello Work group alike.
 *
 * Only published and decided groups are taken for proof: one that was inferred proves nothing, and the same files
 * always give the same groups.
 */
export function assignGroups(occupations: readonly SeedOccupation[], decisions: Decisions): SeedOccupation[] {
  const proof = occupations.filter(
    ({ id, wageGroupBasis }) => wageGroupBasis === 'published_code' || decisions.has(id),
  );
  const shared = (of: SeedOccupation, group: (one: SeedOccupation) => string | null): string | null => {
    for (const code of [mainMhlw, mainJsoc]) {
      const alike = code(of) === undefined ? [] : proof.filter((other) => code(other) === code(of));
      if (alike.length === 0) continue;
      const groups = new Set(alike.map(group));
      return groups.size === 1 ? group(alike[0]!) : null;
    }
    return null;
  };
  // Decisions are proof with the group decided, whatever the seeds say.
  const wageGroupOf = ({ id, wageGroup }: SeedOccupation): string | null => {
    const decided = decisions.get(id);
    return decided === undefined ? wageGroup : decided;
  };
  return occupations.map((occupation) => {
    const decided = decisions.get(occupation.id);
    const wageGroup =
      decided === undefined ? (occupation.wageGroup ?? shared(occupation, wageGroupOf)) : decided;
    const isInferred = decided !== undefined || occupation.wageGroup === null;
    return {
      ...occupation,
      wageGroup,
      wageGroupBasis: wageGroup && (isInferred ? 'inferred' : occupation.wageGroupBasis),
      offerGroup: occupation.offerGroup ?? shared(occupation, offerGroupOf),
    };
  });
}

const offerGroupOf = ({ offerGroup }: SeedOccupation): string | null => offerGroup;
const mainMhlw = ({ mhlwCodes }: SeedOccupation): string | undefined => mhlwCodes[0];
const mainJsoc = ({ jsocCodes }: SeedOccupation): string | undefined => jsocCodes[0];
