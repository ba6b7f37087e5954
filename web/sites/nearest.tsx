import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import { getAddress, linkTo } from "../address/navigation.ts";
import { useBearing } from "../core/bearing.ts";
import { formatDistance } from "../core/format.ts";
import { hoverSite } from "../core/hover.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { showOverlay } from "../map/overlays.ts";
import { Section } from "../ui/details.tsx";
import { KindMark } from "../ui/kind-mark.tsx";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

const nearbyKm = 10;

type NearestFacility = SiteDetails["nearestGateways"][number];

/** The nearest port, airport, rail terminal and bonded zone in a straight line, drawn on the map too, and a link to all sites nearby. */
export function NearestFacilities({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const [lon, lat] = pointOf(site) ?? [];
  useEffect(() => showOverlay("distanceLines", linesOf(site)), [site]);
  return (
    <Section title={t("reach.title")}>
      {!site.location && <p className={styles.quiet}>{t("site.nearestUnknown")}</p>}
      <ul className={styles.links}>
        {site.nearestGateways.map((facility) => (
          <FacilityRow key={facility.gateway} facility={facility} />
        ))}
      </ul>
      {site.nearestGateways.length > 0 && <p className={styles.straight}>{t("reach.note")}</p>}
      {lon !== undefined && lat !== undefined && (
        <a
          className={styles.around}
          {...linkTo({ ...getAddress(), filter: { ...noFilter, near: { point: [lon, lat], withinKm: nearbyKm } } })}
        >
          {t("site.around")}
        </a>
      )}
    </Section>
  );
}

function FacilityRow({ facility: { gateway, distanceKm, bearingDegrees, site } }: { facility: NearestFacility }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bearing = useBearing();
  const link = linkTo({ ...getAddress(), site: site.slug });
  return (
    <li>
      <a
        href={link.href}
        onClick={link.onClick}
        onPointerEnter={() => hoverSite(site.slug)}
        onPointerLeave={() => hoverSite(null)}
        onFocus={() => hoverSite(site.slug)}
        onBlur={() => hoverSite(null)}
      >
        <KindMark kind={site.kind} hollow={site.__typename === "LogisticsHub" && site.level === "INFRASTRUCTURE"} />
        <span>
          <small className={styles.secondary}>{t(`reach.${gateway}`)}</small>
          {nameOf(language, site)}
        </span>
        <span className={styles.distance}>
          {distanceKm < 0.05 ? t("site.samePlace") : formatDistance(distanceKm, language)}
          <small className={styles.secondary}>{bearing(bearingDegrees)}</small>
        </span>
      </a>
    </li>
  );
}

function pointOf({ location }: Pick<SiteDetails, "location"> | NearestFacility["site"]) {
  return location?.point.type === "Point" ? location.point.coordinates : null;
}

/** A line to each facility that is not on the same spot; two facilities that are one site get one line. */
function linesOf(site: SiteDetails) {
  const sitePoint = pointOf(site);
  const lines = site.nearestGateways.flatMap(({ site: facility, distanceKm }) => {
    const facilityPoint = pointOf(facility);
    if (!sitePoint || !facilityPoint || distanceKm < 0.05) return [];
    return [{ slug: facility.slug, from: sitePoint, to: facilityPoint, distanceKm }];
  });
  return [...new Map(lines.map((line) => [line.slug, line])).values()];
}
