/** Whether a point is less exact than a distance from it is long: its accuracy in metres against the distance in km. */
export const isLessExactThan = (accuracyM: number, distanceKm: number): boolean => accuracyM > distanceKm * 1000;
