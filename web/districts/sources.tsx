import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SourceRecord } from "../provenance/figure.ts";
import { SourceList } from "../provenance/source-list.tsx";
import { Button } from "../ui/button.tsx";
import { AreaLine } from "./area-line.tsx";
import styles from "./charts.module.css";
import type { Row } from "./comparison-query.ts";

interface SourcesProps {
  sourcesBySlug: ReadonlyMap<string, { number: number; source: SourceRecord }>;
  /** The subjects whose figures are divided by their areas. */
  rowsByArea: readonly Row[];
}

/** The publications behind the table; folded on the screen, where each value has its own, and open on paper. */
export function Sources({ sourcesBySlug, rowsByArea }: SourcesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (sourcesBySlug.size === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="sources">
      <div className={styles.head}>
        <h2 id="sources">{t("districtsPage.sources", { count: sourcesBySlug.size })}</h2>
        <Button variant="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("area.fold") : t("area.unfold")}
        </Button>
      </div>
      <div className={open ? undefined : styles.printed}>
        <SourceList sources={sourcesBySlug.values()} />
        {rowsByArea.length > 0 && (
          <ul className={styles.areas}>
            {rowsByArea.map((row) => (
              <AreaLine key={row.key} row={row} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
