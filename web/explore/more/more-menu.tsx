import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { wordedNames } from "../../../server/contract/filter-parts.ts";
import type { Filter } from "../../../server/contract/site-filter.ts";
import { choiceNames } from "../../address/choices.ts";
import { useAddress } from "../../address/navigation.ts";
import { Button } from "../../ui/button.tsx";
import { ChevronIcon } from "../../ui/icons.tsx";
import { Popup } from "../../ui/popup.tsx";
import { LoadingLines } from "../../ui/states.tsx";
import type { Catalogue } from "../catalogue.ts";
import styles from "../explore.module.css";

// Behind a button, so the first view does not wait for it.
const MoreFilters = lazy(async () => ({ default: (await import("./more-filters.tsx")).MoreFilters }));

/** The button to all other parts of the filter, with the number of active ones. */
export function MoreMenu({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  const count = countActive(useAddress().filter);
  return (
    <Popup
      label={t("filter.more")}
      width={400}
      button={
        <Button className={styles.menu} data-active={count > 0 || undefined}>
          <span>{t("filter.more")}</span>
          {count > 0 && <b>{count}</b>}
          <ChevronIcon />
        </Button>
      }
    >
      <Suspense fallback={<LoadingLines lines={8} />}>
        <MoreFilters catalogue={catalogue} />
      </Suspense>
    </Popup>
  );
}

/** How many conditions the panel behind the button holds. */
function countActive(filter: Filter): number {
  const lists = [filter.industries, filter.figures, ...choiceNames.map((name) => filter[name])];
  const isSingleActive = [filter.nearKind, ...wordedNames.map((name) => filter[name])].map((value) => value !== null);
  return lists.reduce((sum, list) => sum + list.length, isSingleActive.filter(Boolean).length);
}
