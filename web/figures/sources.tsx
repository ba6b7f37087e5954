import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import type { SourceRecord } from "../provenance/figure.ts";
import { SourceEntry } from "../provenance/source-list.tsx";
import styles from "./figures-legend.module.css";

/** The number of sources; opened, the list of them. */
export function Sources({ sources, emptyText }: { sources: readonly SourceRecord[]; emptyText: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (sources.length === 0) return emptyText && <span className={styles.subtitle}>{emptyText}</span>;
  return (
    <details className={styles.sources}>
      <summary>{t("figures.sources", { count: sources.length, formatted: formatCount(sources.length, language) })}</summary>
      <ol>
        {sources.map((source) => (
          <li key={source.slug}>
            <SourceEntry source={source} />
          </li>
        ))}
      </ol>
    </details>
  );
}
