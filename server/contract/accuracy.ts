/** Whether a point is less exact than a distance from it is long, both in metres. */
export const isLessExactThan = (accuracyM: number, distanceM: number): boolean => accuracyM > distanceM;
