/** The eight winds, from the north over the east. */
export const winds = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
type Wind = (typeof winds)[number];

/** The wind that is nearest to a bearing in degrees from north over east; each holds 45 degrees. */
export function windOf(degrees: number): Wind {
  const turned = ((degrees % 360) + 360) % 360;
  return winds[Math.round(turned / 45) % 8] ?? "N";
}
