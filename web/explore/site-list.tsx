import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../address/navigation.ts";
import styles from "./explore.module.css";
import { type ListedSite, MAX_LISTED, type Result } from "./result.ts";
import { SiteRow } from "./site-row.tsx";

const RowDistance = lazy(async () => ({ default: (await import("./row-distance.tsx")).RowDistance }));

/** The result as a list. Sites without a published location come last, under a heading of their own. */
export function SiteList({ result }: { result: Result }) {
  const { t } = useTranslation();
  const { site: selectedSite, filter } = useAddress();
  const isMeasured = filter.near ?? filter.nearKind;
  const placed = result.nodes.filter(({ location }) => location);
  const withoutPoint = result.nodes.filter(({ location }) => !location);
  const ordered = [...placed, ...withoutPoint];
  // One stop for the tab key: the chosen row, or the first.
  const tabStop = ordered.some(({ slug }) => slug === selectedSite) ? selectedSite : ordered[0]?.slug;
  const rows = (sites: ListedSite[]) =>
    sites.map((site) => (
      <SiteRow key={site.slug} site={site} isSelected={site.slug === selectedSite} isStop={site.slug === tabStop}>
        {isMeasured && (
          <Suspense>
            <RowDistance site={site} />
          </Suspense>
        )}
      </SiteRow>
    ));
  return (
    <div data-list>
      {placed.length > 0 && <ul aria-label={t("list.title")}>{rows(placed)}</ul>}
      {withoutPoint.length > 0 && (
        <section aria-labelledby="unplaced">
          <h3 id="unplaced" className={styles.group}>
            {t("list.unplaced")} <span className={styles.count}>{withoutPoint.length}</span>
          </h3>
          <ul aria-labelledby="unplaced">{rows(withoutPoint)}</ul>
        </section>
      )}
      {result.totalCount > MAX_LISTED && <p className={styles.more}>{t("list.truncated", { shown: MAX_LISTED })}</p>}
    </div>
  );
}
