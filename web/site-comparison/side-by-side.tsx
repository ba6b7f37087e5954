import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import { numberSources } from "../provenance/figure.ts";
import { SourceList } from "../provenance/source-list.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { Distances } from "./distance-table.tsx";
import { Notes } from "./notes.tsx";
import { PaperHead, PaperMap } from "./paper.tsx";
import { rowsOf } from "./rows.ts";
import { useComparedOnMap } from "./use-compared-on-map.ts";

interface SideBySideProps {
  /** In the order in which they were picked. */
  sites: readonly ComparedSite[];
  edition: { version: number; publishedAt: string } | null;
}

/** Table, distances, notes and sources. */
export function SideBySide({ sites, edition }: SideBySideProps) {
  const { t } = useTranslation();
  const missing = useAddress().comparedSites.length - sites.length;
  const rows = useMemo(() => rowsOf(sites), [sites]);
  const numbered = useMemo(() => numberSources(sites.flatMap(sourceLists)), [sites]);
  const placed = useComparedOnMap(sites);
  return (
    <>
      <PaperHead count={sites.length} edition={edition} />
      {missing > 0 && <p className={styles.missing}>{t("siteComparison.missing", { count: missing })}</p>}
      <ComparisonTable sites={sites} rows={rows} footnoteNumberOf={(source) => numbered.get(source.slug)?.number} />
      <Notes sites={sites} rows={rows} />
      <div className={styles.ground}>
        <Distances sites={sites} />
        <PaperMap placed={placed} />
      </div>
      <section className={styles.sources} aria-labelledby="comparison-sources">
        <h3 id="comparison-sources">{t("siteComparison.sources")}</h3>
        <SourceList sources={numbered.values()} />
      </section>
    </>
  );
}

/** The sources of a site's figures, of its phone number and of its other facts. */
function sourceLists({ latestFigures, contact, sources }: ComparedSite) {
  return [...latestFigures.map((figure) => figure.sources), contact ? [contact.source] : [], sources];
}
