import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAddress, useUnrecognisedParameters } from "../address/navigation.ts";
import type { Answer as AnswerState } from "../core/answer.ts";
import { Answer } from "../ui/answer.tsx";
import { LoadingLines } from "../ui/states.tsx";
import type { Catalogue } from "./catalogue.ts";
import { Conditions } from "./conditions.tsx";
import styles from "./explore.module.css";
import { Filters } from "./filters.tsx";
import { Heading } from "./heading.tsx";
import { KindChips } from "./kind-chips.tsx";
import { NoSites } from "./no-sites.tsx";
import type { Result } from "./result.ts";
import { SiteList } from "./site-list.tsx";

// Where the list gives way to the table, there is room for all filters.
const MoreFilters = lazy(async () => ({ default: (await import("./more/more-filters.tsx")).MoreFilters }));
const DistanceNotes = lazy(async () => ({ default: (await import("./distance-notes.tsx")).DistanceNotes }));

interface PanelProps {
  catalogue: Catalogue | undefined;
  /** While it is being fetched, its data is that of the filter before. */
  answer: AnswerState<{ sites: Result }>;
  /** Prints and saves what is shown. */
  pictureMenu: ReactNode;
  /** Above the list. */
  headline?: ReactNode;
}

/** Filters and the matching sites; beside a table the list is left out and all filters are open. */
export function Panel({ catalogue, answer, pictureMenu, headline }: PanelProps) {
  const { isFetching, error } = answer;
  const { view } = useAddress();
  // The last result does not belong to a filter that was refused.
  const result = error ? undefined : answer.data?.sites;
  return (
    <>
      <Heading result={result} isFetching={isFetching} pictureMenu={pictureMenu} />
      <div className={styles.filters}>
        <KindChips facets={result?.facets} />
        <Filters catalogue={catalogue} facets={result?.facets} />
        <Conditions catalogue={catalogue} />
      </div>
      <div className={styles.list}>
        <UnrecognisedFilterNotice />
        {headline}
        {/* Beside a table, the table itself shows errors and empty results. */}
        {(view === "map" || result) && (
          <Answer answer={answer} lines={14}>
            {({ sites }) => (
              <div aria-busy={isFetching || undefined}>
                <Notices notices={sites.notices} />
                {sites.distances && (
                  <Suspense>
                    <DistanceNotes result={sites} />
                  </Suspense>
                )}
                {sites.totalCount === 0 && <NoSites catalogue={catalogue} />}
                {view === "map" && <SiteList result={sites} />}
              </div>
            )}
          </Answer>
        )}
        {view === "table" && (
          <div className={styles.moreInline}>
            <Suspense fallback={<LoadingLines lines={8} />}>
              <MoreFilters catalogue={catalogue} />
            </Suspense>
          </div>
        )}
      </div>
    </>
  );
}

/** Conditions of a link that the page did not understand: without them there may be more sites than intended. */
function UnrecognisedFilterNotice() {
  const { t } = useTranslation();
  const { filter: names } = useUnrecognisedParameters();
  if (names.length === 0) return null;
  return (
    <p className={styles.notices} role="status">
      {t("filter.notUnderstood", { names: names.join(", ") })}
    </p>
  );
}

/** What the server changed before use. */
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
