/** The eight compass points, clockwise from north. */
export const winds = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
type Wind = (typeof winds)[number];

/** The compass point nearest to a bearing in degrees clockwise from north; each covers 45 degrees. */
export function windOf(degrees: number): Wind {
  const turned = ((degrees % 360) + 360) % 360;
  return winds[Math.round(turned / 45) % 8] ?? "N";
}
