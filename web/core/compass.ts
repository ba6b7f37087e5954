/** The eight compass points, clockwise from north. */
export const compassPoints = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
type CompassPoint = (typeof compassPoints)[number];

/** The compass point nearest to a bearing in degrees clockwise from north; each covers 45 degrees. */
export function compassPointOf(degrees: number): CompassPoint {
  const turned = ((degrees % 360) + 360) % 360;
  return compassPoints[Math.round(turned / 45) % 8] ?? "N";
}
