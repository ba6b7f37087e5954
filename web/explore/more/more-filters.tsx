import { useTranslation } from "react-i18next";
import type { Catalogue } from "../catalogue.ts";
import { FigureRanges } from "./figure-ranges.tsx";
import { FlagAndNumberFilters } from "./flag-and-number-filters.tsx";
import { ChoiceSwitches, KindFilters } from "./groups.tsx";
import { Industries } from "./industries.tsx";
import styles from "./more.module.css";
import { NearKindField } from "./near-kind.tsx";

/** The less frequent parts of the filter. */
export function MoreFilters({ catalogue }: { catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={styles.more}>
      <FigureRanges />
      <NearKindField />
      <ChoiceSwitches name="confidences" label={t("filter.confidence")} />
      <FlagAndNumberFilters />
      <KindFilters />
      <Industries catalogue={catalogue} />
    </div>
  );
}
