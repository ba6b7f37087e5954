import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import { isFiltered } from "../address/filter.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { Button, IconButton, Segmented } from "../ui/button.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { DownloadIcon } from "../ui/icons.tsx";
import styles from "./explore.module.css";
import type { Result } from "./result.ts";

// A menu is opened after the first paint.
const DownloadMenu = lazy(async () => ({ default: (await import("./download-menu.tsx")).DownloadMenu }));

interface HeadingProps {
  result: Result | undefined;
  isFetching: boolean;
  pictureMenu: ReactNode;
}

/** The number of sites, the choice of map or table, and the downloads. */
export function Heading({ result, isFetching, pictureMenu }: HeadingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter } = useAddress();
  const withoutPoint = result?.facets.withoutPoint ?? 0;
  return (
    <div className={styles.heading}>
      <h2 aria-live="polite" aria-atomic="true" aria-busy={isFetching || undefined}>
        {result && t("list.count", { count: result.totalCount, formatted: formatCount(result.totalCount, language) })}
        {withoutPoint > 0 && <small>{t("list.unplacedCount", { count: withoutPoint })}</small>}
      </h2>
      <div className={styles.tools}>
        <ViewSwitch />
        <CopyLink framed className={styles.copy} />
        <Suspense
          fallback={
            <IconButton framed disabled label={t("download.title")}>
              <DownloadIcon />
            </IconButton>
          }
        >
          <DownloadMenu />
        </Suspense>
        {pictureMenu}
      </div>
      {isFiltered(filter) && (
        <Button variant="link" className={styles.reset} onClick={() => navigate({ filter: noFilter })}>
          {t("reset")}
        </Button>
      )}
    </div>
  );
}

function ViewSwitch() {
  const { t } = useTranslation();
  const { view } = useAddress();
  return (
    <Segmented
      label={t("table.view")}
      options={(["map", "table"] as const).map((value) => ({ value, name: t(`table.${value}`) }))}
      selected={view}
      onChoose={(next) => navigate({ view: next })}
    />
  );
}
