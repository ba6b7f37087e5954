import { useTranslation } from "react-i18next";
import { Section } from "../core/details.tsx";
import { noFilter } from "../core/filter.ts";
import { formatDistance } from "../core/format.ts";
import { KindMark } from "../core/kind-mark.tsx";
import { nameOf, useLanguage } from "../core/language.tsx";
import { getAddress, linkTo } from "../core/navigation.ts";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

const aroundKm = 10;

/** The nearest hubs with their distance as the crow flies, and a way to see all that lies around. */
export function Nearest({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [lon, lat] = site.location?.point.type === "Point" ? site.location.point.coordinates : [];
  return (
    <Section title={t("site.nearest")}>
      {!site.location && <p className={styles.quiet}>{t("site.nearestUnknown")}</p>}
      <ul className={styles.links}>
        {site.nearest.map(({ distanceKm, site: hub }) => (
          <li key={hub.slug}>
            <a {...linkTo({ ...getAddress(), site: hub.slug })}>
              <KindMark kind={hub.kind} hollow={hub.__typename === "LogisticsHub" && hub.level === "INFRASTRUCTURE"} />
              <span>{nameOf(language, hub)}</span>
              <span className={styles.distance}>
                {distanceKm < 0.05 ? t("site.samePlace") : formatDistance(distanceKm, language)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {lon !== undefined && lat !== undefined && (
        <a className={styles.around} {...linkTo({ ...getAddress(), filter: { ...noFilter, near: { lon, lat, km: aroundKm } } })}>
          {t("site.around")}
        </a>
      )}
    </Section>
  );
}
