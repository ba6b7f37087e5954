import { useTranslation } from "react-i18next";

/** A bearing in degrees clockwise from north, in words: "东北 45°", "north-east, 45°"; empty without a direction. */
export function useBearing(): (degrees: number | null) => string {
  const { t } = useTranslation();
  return (degrees) => {
    if (degrees === null) return "";
    // 359.7 rounds to 0, which is north.
    return t("reach.bearing", { direction: t(`compass.${compassPointOf(degrees)}`), degrees: Math.round(degrees) % 360 });
  };
}

/** The eight compass points, clockwise from north. */
export const compassPoints = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"] as const;
type CompassPoint = (typeof compassPoints)[number];

/** The compass point nearest to a bearing in degrees clockwise from north; each covers 45 degrees. */
export function compassPointOf(degrees: number): CompassPoint {
  const turned = ((degrees % 360) + 360) % 360;
  return compassPoints[Math.round(turned / 45) % 8] ?? "N";
}
