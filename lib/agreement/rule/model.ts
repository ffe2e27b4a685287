/** What a period demands of every agreement in a track. */
export type TrackRule = { trackId: string; minimumOwn: number };

/** What the rules need to know of a commitment. */
export type RuledCommitment = {
  trackId: string;
  /** Fulfils a requirement; the others are the org unit's own. */
  isRequired: boolean;
  responsible: string;
  measure: "kpi" | "milestones";
  milestones: number;
};

/** Why an agreement cannot be signed: a closed list, each with what would mend it. */
export type Lack =
  | { code: "tooFewOwn"; trackId: string; own: number; minimum: number }
  | { code: "nobodyResponsible"; trackId: string; count: number }
  | { code: "notMeasured"; trackId: string; count: number }
  | { code: "undecided"; count: number };

/**
 * Everything that stands between an agreement and its signatures: too few own commitments in a track, commitments
 * nobody answers for or that nothing tells of, and commitments of the last period about which nothing is decided.
 */
export function lacksOf(
  rules: readonly TrackRule[],
  commitments: readonly RuledCommitment[],
  undecided: number,
): Lack[] {
  const tracks = [...new Set([...rules, ...commitments].map(({ trackId }) => trackId))];
  const minimumOf = new Map(rules.map(({ trackId, minimumOwn }) => [trackId, minimumOwn]));
  const ofTracks = tracks.flatMap((trackId): Lack[] => {
    const here = commitments.filter((commitment) => commitment.trackId === trackId);
    const own = here.filter(({ isRequired }) => !isRequired).length;
    const minimum = minimumOf.get(trackId) ?? 0;
    const alone = here.filter(({ responsible }) => responsible.trim() === "").length;
    const untold = here.filter(({ measure, milestones }) => measure === "milestones" && milestones === 0).length;
    return [
      ...(own < minimum ? [{ code: "tooFewOwn" as const, trackId, own, minimum }] : []),
      ...(alone > 0 ? [{ code: "nobodyResponsible" as const, trackId, count: alone }] : []),
      ...(untold > 0 ? [{ code: "notMeasured" as const, trackId, count: untold }] : []),
    ];
  });
  return undecided > 0 ? [...ofTracks, { code: "undecided", count: undecided }] : ofTracks;
}
