/** Age classes of the newest figure; fresher cells are darker. */
export const ageClasses = ["year", "years", "older", "old"] as const;
type AgeClass = (typeof ageClasses)[number];

const DAYS_PER_YEAR = 365.25;

export function ageClassOf(days: number): AgeClass {
  if (days < DAYS_PER_YEAR) return "year";
  if (days < 3 * DAYS_PER_YEAR) return "years";
  return days < 5 * DAYS_PER_YEAR ? "older" : "old";
}

/** Days, or years with one decimal where there are more than one. */
export function inYears(days: number): { unit: "days" | "years"; number: number } {
  return days < DAYS_PER_YEAR
    ? { unit: "days", number: Math.round(days) }
    : { unit: "years", number: Math.round((days / DAYS_PER_YEAR) * 10) / 10 };
}
