import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { SourceList } from "../provenance/source-list.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { Distances } from "./distance-table.tsx";
import { sitesInOrder } from "./distances.ts";
import { Notes } from "./notes.tsx";
import { PaperHead, PaperMap } from "./paper.tsx";
import { rowsOf } from "./rows.ts";
import { numberedSources } from "./sources.ts";
import { useComparedOnMap } from "./use-compared-on-map.ts";

interface SideBySideProps {
  /** Those of the picked sites that exist, in any order. */
  found: readonly ComparedSite[];
  dataVersion: { version: number; publishedAt: string } | null;
}

/** Table, distances, notes and sources. */
export function SideBySide({ found, dataVersion }: SideBySideProps) {
  const { t } = useTranslation();
  const { comparedSites } = useAddress();
  // The same list as long as nothing changes: with another one the map that was drawn ahead for paper would no longer be its map.
  const sites = useMemo(() => sitesInOrder(comparedSites, found), [comparedSites, found]);
  const missingCount = comparedSites.length - sites.length;
  const rows = useMemo(() => rowsOf(sites), [sites]);
  const sourcesBySlug = useMemo(() => numberedSources(sites), [sites]);
  const mapComparedSites = useComparedOnMap(sites);
  return (
    <>
      <PaperHead count={sites.length} dataVersion={dataVersion} />
      {missingCount > 0 && <p className={styles.missing}>{t("siteComparison.missing", { count: missingCount })}</p>}
      <ComparisonTable sites={sites} rows={rows} footnoteNumberOf={(source) => sourcesBySlug.get(source.slug)?.number} />
      <Notes sites={sites} rows={rows} />
      <div className={styles.ground}>
        <Distances sites={sites} />
        <PaperMap mapComparedSites={mapComparedSites} />
      </div>
      <section className={styles.sources} aria-labelledby="comparison-sources" data-room-for-imprint>
        <h3 id="comparison-sources">{t("siteComparison.sources")}</h3>
        <SourceList sources={sourcesBySlug.values()} />
      </section>
    </>
  );
}
