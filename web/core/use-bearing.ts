import { useTranslation } from "react-i18next";
import { windOf } from "./compass.ts";

/** Says a bearing in degrees from north over east: "东北 45°", "north-east, 45°"; nothing where there is no direction. */
export function useBearing(): (degrees: number | null) => string {
  const { t } = useTranslation();
  return (degrees) => {
    if (degrees === null) return "";
    // 359.7 is said as 0, which is what north is.
    return t("reach.bearing", { wind: t(`wind.${windOf(degrees)}`), degrees: Math.round(degrees) % 360 });
  };
}
