import { useTranslation } from "react-i18next";
import { isLessExactThan } from "../../server/contract/accuracy.ts";
import { formatDistance, formatMetres } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { type Gateway, nearestOf } from "./rows.ts";

/** How far it is to the nearest, which that is, and whether the point is too rough to say so. */
export function GatewayCell({ gateway, site }: { gateway: Gateway; site: ComparedSite }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nearest = nearestOf(gateway, site);
  if (!nearest) return null;
  const accuracyM = site.location?.accuracyM ?? 0;
  const isRough = isLessExactThan(accuracyM, nearest.distanceKm * 1000);
  return (
    <>
      <span className={styles.figure}>
        <Distance km={nearest.distanceKm} />
      </span>
      <small>
        {nameOf(language, nearest.destination)}
        {isRough && ` · ${t("siteComparison.rough", { distance: formatMetres(accuracyM, language) })}`}
      </small>
    </>
  );
}

/** Below fifty metres the points are the same. */
export function Distance({ km }: { km: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return km < 0.05 ? t("site.samePlace") : formatDistance(km, language);
}
