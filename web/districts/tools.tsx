import { useTranslation } from "react-i18next";
import { measureTableFormats } from "../../server/contract/downloads.ts";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { Address } from "../address/address.ts";
import { isFiltered } from "../address/filter.ts";
import type { Measure } from "../address/measure.ts";
import type { FormulaLabel, IndicatorChoice } from "../address/measure-choices.ts";
import { getAddress, navigate, useAddress } from "../address/navigation.ts";
import { type AreaSet, areaSets } from "../address/parameters.ts";
import { useLanguage } from "../core/language.tsx";
import { PrintButton } from "../map/print-button.tsx";
import { Button, ButtonLink, Segmented } from "../ui/button.tsx";
import { CopyLink } from "../ui/copy-link.tsx";
import { DownloadIcon } from "../ui/icons.tsx";
import type { Comparison } from "./comparison-query.ts";
import { downloadAddress } from "./downloads.ts";
import { MeasureMenu } from "./measure-menu.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import styles from "./tools.module.css";

interface ToolsProps {
  measures: readonly Measure[];
  comparison: Comparison | null;
  indicators: readonly IndicatorChoice[];
  formulas: readonly FormulaLabel[];
}

/** The choice of set, measures and period, and the downloads. */
export function Tools({ measures, comparison, indicators, formulas }: ToolsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const address = useAddress();
  return (
    <div className={styles.tools}>
      <Segmented
        label={t("districtsPage.set")}
        options={areaSets.map((value) => ({ value, name: t(`districtsPage.sets.${value}`) }))}
        selected={address.areaSet}
        onChoose={changeAreaSet}
      />
      <MeasureMenu measures={measures} indicators={indicators} formulas={formulas} />
      <PeriodChoice comparison={comparison} />
      <div className={styles.ends}>
        {measureTableFormats.map((format) => (
          <ButtonLink key={format} href={downloadAddress(format, address, measures, language)} download>
            <DownloadIcon />
            {format.toUpperCase()}
          </ButtonLink>
        ))}
        <CopyLink framed />
        <PrintButton framed />
      </div>
    </div>
  );
}

// Measures, order, picks and the one that others are similar to belong to their set, as each has its own subjects and figures; they are restored on the way back.
const savedByAreaSet = new Map<AreaSet, Pick<Address, "measures" | "picks" | "similarTo" | "sort" | "period">>();

function changeAreaSet(areaSet: AreaSet) {
  const { areaSet: previousAreaSet, measures, picks, similarTo, sort, period } = getAddress();
  if (areaSet === previousAreaSet) return;
  savedByAreaSet.set(previousAreaSet, { measures, picks, similarTo, sort, period });
  navigate({
    areaSet,
    ...(savedByAreaSet.get(areaSet) ?? { measures: [], picks: [], similarTo: null, sort: null, period: null }),
  });
}

/** Says that the address's filter narrows the site counts, and offers to count all. */
export function FilterNote() {
  const { t } = useTranslation();
  const { filter } = useAddress();
  if (!isFiltered(filter)) return null;
  return (
    <p className={styles.limit} role="status">
      {t("districtsPage.filtered")}{" "}
      <Button variant="link" onClick={() => navigate({ filter: noFilter })}>
        {t("districtsPage.unfiltered")}
      </Button>
    </p>
  );
}
