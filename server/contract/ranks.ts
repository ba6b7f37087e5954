interface RankedColumn {
  /** Whether its values are of several years. */
  severalYears: boolean;
  /** How many subjects the set has. */
  subjectCount: number;
}

/**
 * Whether a rank means anything: among at least two ranked values, all of one year, covering at least half of the subjects.
 * `rankOf`, as in the API, is how many are ranked.
 */
export const isRankMeaningful = ({ severalYears, subjectCount }: RankedColumn, rankOf: number | null): boolean =>
  !severalYears && rankOf !== null && rankOf > 1 && 2 * rankOf >= subjectCount;
