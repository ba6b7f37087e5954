import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { CombinedError } from "urql";
import { noFilter } from "../core/filter.ts";
import { useAddress, visit } from "../core/navigation.ts";
import { Failure, Notice, Waiting } from "../core/states.tsx";
import type { Catalogue } from "./catalogue.ts";
import { Conditions } from "./conditions.tsx";
import styles from "./explore.module.css";
import { Filters } from "./filters.tsx";
import { Heading } from "./heading.tsx";
import { KindChips } from "./kind-chips.tsx";
import type { Result } from "./result.ts";
import { SiteList } from "./site-list.tsx";

// Where the list gives way to the table, there is room for all filters.
const MoreFilters = lazy(async () => ({ default: (await import("./more/more-filters.tsx")).MoreFilters }));

interface PanelProps {
  catalogue: Catalogue | undefined;
  result: Result | undefined;
  error: CombinedError | undefined;
  onRetry: () => void;
}

/** Filters and the list of what meets them; where a table stands beside it, that is the list, and all filters stand open. */
export function Panel({ catalogue, result: found, error, onRetry }: PanelProps) {
  const { view } = useAddress();
  // What was found before says nothing of a question that was refused.
  const result = error ? undefined : found;
  return (
    <>
      <Heading result={result} />
      <div className={styles.filters}>
        <KindChips facets={result?.facets} />
        <Filters catalogue={catalogue} facets={result?.facets} />
        <Conditions catalogue={catalogue} />
      </div>
      <div className={styles.list}>
        {error && view === "map" && <Failure error={error} onRetry={onRetry} />}
        {!error && !result && view === "map" && <Waiting lines={14} />}
        {result && <Notices notices={result.notices} />}
        {result?.totalCount === 0 && <Nothing />}
        {result && view === "map" && <SiteList result={result} />}
        {view === "table" && (
          <div className={styles.moreInline}>
            <Suspense fallback={<Waiting lines={8} />}>
              <MoreFilters catalogue={catalogue} />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
}

/** What the server took otherwise than it was given. */
function Notices({ notices }: { notices: Result["notices"] }) {
  if (notices.length === 0) return null;
  return (
    <ul className={styles.notices} role="status">
      {notices.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
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
