interface RankedColumn {
  /** Whether its values are of several years. */
  severalYears: boolean;
  /** How many subjects the set has. */
  subjectCount: number;
}

/** Whether a rank means anything: among values of one year, which at least half of the subjects have. */
export const isRankMeaningful = ({ severalYears, subjectCount }: RankedColumn, rankOf: number | null): boolean =>
  !severalYears && rankOf !== null && rankOf > 1 && 2 * rankOf >= subjectCount;
