import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { Excerpt } from "../map/excerpt.tsx";
import { numberSources, type SourceRecord } from "../provenance/figure.ts";
import { SourceList } from "../provenance/source-list.tsx";
import { Figures } from "../series/figures.tsx";
import { useFirstPublicationAfter } from "../ui/before-first.tsx";
import { Section } from "../ui/details.tsx";
import { NearestFacilities } from "./nearest.tsx";
import { Related } from "./related.tsx";
import { SiteFacts } from "./site-facts.tsx";
import { SiteHeading } from "./site-heading.tsx";
import type { SiteDetails } from "./site-query.ts";
import styles from "./sites.module.css";

/** The details of a site, from its names to its sources. */
export function SiteDetail({ site }: { site: SiteDetails }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sourcesBySlug = numberSources([...site.observations.map(({ sources }) => sources), site.sources]);
  const footnoteNumberOf = (source: SourceRecord) => sourcesBySlug.get(source.slug)?.number;
  const isBeforeFirst = useFirstPublicationAfter() !== null;
  const history = textIn(language, site, "history");
  const note = textIn(language, site, "note");
  return (
    <article>
      <SiteHeading site={site} />
      {site.location?.point.type === "Point" && <Excerpt centrePoint={site.location.point.coordinates} />}
      <SiteFacts site={site} />
      <Section title={t("site.figures")}>
        {site.observations.length > 0 ? (
          <Figures
            figures={site.observations}
            latest={site.latestFigures}
            subject={{ sites: [site.slug] }}
            footnoteNumberOf={footnoteNumberOf}
          />
        ) : (
          <p className={styles.quiet}>{t(isBeforeFirst ? "asOf.beforeFirst" : "site.noFigures")}</p>
        )}
      </Section>
      {site.parts.length > 0 && <Related title={t("site.parts")} sites={site.parts} />}
      {(site.nearestGateways.length > 0 || !site.location) && <NearestFacilities site={site} />}
      {history && (
        <Section title={t("site.history")}>
          <p>{history}</p>
        </Section>
      )}
      {note && (
        <Section title={t("site.note")}>
          <p>{note}</p>
        </Section>
      )}
      <Section title={t("site.sources")}>
        <SourceList sources={sourcesBySlug.values()} topic={nameOf(language, site)} />
      </Section>
    </article>
  );
}
