import { useTranslation } from "react-i18next";
import { isLessExactThan } from "../../server/contract/accuracy.ts";
import { formatLength, formatMetres } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import type { SiteDetails } from "./site-query.ts";

/** The nearest metro station, its lines and its distance in a straight line, with the source. */
export function NearestStation({ site: { nearestStation, location } }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!nearestStation || !location) return null;
  const { distanceKm, station } = nearestStation;
  const [name, distance] = [nameOf(language, station), formatLength(roundKm(distanceKm), language)];
  const lines = station.lines.map((line) => nameOf(language, line)).join(language === "zh" ? "、" : ", ");
  const isRough = isLessExactThan(location.accuracyM, distanceKm * 1000);
  return (
    <>
      {name}
      {language === "zh" ? "，" : ", "}
      {t("reach.metro", { distance })}
      <small>{lines}</small>
      {isRough && <small>{t("reach.metroRough", { accuracy: formatMetres(location.accuracyM, language) })}</small>}
      <small>{t("reach.metroSource")}</small>
    </>
  );
}

/** To ten metres below a kilometre, to a hundred above: no point is more exact. */
const roundKm = (km: number): number => (km < 1 ? Math.round(km * 100) / 100 : Math.round(km * 10) / 10);
