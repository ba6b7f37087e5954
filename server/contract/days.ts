/** A moment (ISO 8601: a day, or a day and time with its zone) in UTC; undefined for anything else. A day alone is its first moment. */
export function readMoment(text: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(text)?.[1];
  const moment = new Date(text);
  if (!day || !isDay(day) || Number.isNaN(moment.getTime())) return undefined;
  // A zone may shift it out of the years that are written with four digits.
  const utc = moment.toISOString();
  return isDay(utc.slice(0, 10)) ? utc : undefined;
}

/** Reads the moment as of which data is requested (see readMoment); a day means its last moment. */
export function readLastMoment(text: string): string | undefined {
  return readMoment(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text);
}

/** Whether a text is a calendar day (ISO 8601) from the year 1 on; 2023-02-30 is not. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getUTCFullYear() > 0;
}

/**
 * Reads the parameter `asof` of an address: a day is unchanged, a moment is converted to UTC; undefined for anything else. A plus that
 * was not encoded arrives as a space.
 */
export function readAsOf(text: string): string | undefined {
  const normalised = text.replace(/ (?=\d{2}:\d{2}$)/, "+");
  return readMoment(normalised) && (isDay(normalised) ? normalised : readMoment(normalised));
}
