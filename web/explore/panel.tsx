import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { isFiltered, noFilter } from "../core/filter.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { useAddress, visit } from "../core/navigation.ts";
import { Failure, Notice, Waiting } from "../core/states.tsx";
import type { Catalogue } from "./catalogue.ts";
import { Conditions } from "./conditions.tsx";
import styles from "./explore.module.css";
import { Filters } from "./filters.tsx";
import { KindChips } from "./kind-chips.tsx";
import type { Result } from "./result.ts";
import { SiteList } from "./site-list.tsx";

interface PanelProps {
  catalogue: Catalogue | undefined;
  result: Result | undefined;
  error: CombinedError | undefined;
  onRetry: () => void;
}

/** Filters and the list of what meets them. */
export function Panel({ catalogue, result, error, onRetry }: PanelProps) {
  return (
    <>
      <Heading result={result} />
      <div className={styles.filters}>
        <KindChips facets={result?.facets} />
        <Filters catalogue={catalogue} facets={result?.facets} />
        <Conditions catalogue={catalogue} />
      </div>
      <div className={styles.list}>
        {error && <Failure error={error} onRetry={onRetry} />}
        {!error && !result && <Waiting lines={14} />}
        {!error && result?.totalCount === 0 && <Nothing />}
        {!error && result && <SiteList result={result} />}
      </div>
    </>
  );
}

function Heading({ result }: { result: Result | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter } = useAddress();
  const unplaced = result?.facets.withoutPoint ?? 0;
  return (
    <div className={styles.heading}>
      <h2 aria-live="polite" aria-atomic="true">
        {result && t("list.count", { count: result.totalCount, formatted: formatCount(result.totalCount, language) })}
        {unplaced > 0 && <small>{t("list.unplacedCount", { count: unplaced })}</small>}
      </h2>
      {isFiltered(filter) && (
        <button type="button" className={styles.reset} onClick={() => visit({ filter: noFilter })}>
          {t("reset")}
        </button>
      )}
    </div>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <Notice title={t("list.empty")}>
      <p>{t("list.emptyWhy")}</p>
      <button type="button" className={styles.reset} onClick={() => visit({ filter: noFilter })}>
        {t("reset")}
      </button>
    </Notice>
  );
}
