import { useTranslation } from "react-i18next";
import { compassPointOf } from "./compass.ts";

/** A bearing in degrees clockwise from north, in words: "东北 45°", "north-east, 45°"; empty without a direction. */
export function useBearing(): (degrees: number | null) => string {
  const { t } = useTranslation();
  return (degrees) => {
    if (degrees === null) return "";
    // 359.7 rounds to 0, which is north.
    return t("reach.bearing", { direction: t(`compass.${compassPointOf(degrees)}`), degrees: Math.round(degrees) % 360 });
  };
}
