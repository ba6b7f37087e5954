import { useTranslation } from "react-i18next";
import { roundingOf, roundTo } from "../../server/contract/quantities.ts";
import { formatFigure, type Unit } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { wholeYears } from "./series.ts";
import type { SeriesRecord } from "./series-query.ts";

const percent: Unit = { slug: "percent", nameZh: "%", nameEn: "%" };

type GrowthRate = SeriesRecord["yearOnYear"];

/** Growth in words: "3.1%", "at least 3.1%", or why it cannot be computed. */
export function useGrowthWords(): (growth: GrowthRate) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ value, valueMax, qualifier, notComputable }) => {
    if (value === null || qualifier === null) return t(`notComputable.${notComputable ?? "NO_FIGURE"}`);
    const roundedMax = valueMax === null ? null : roundTo(valueMax, 1, "ceil");
    return formatFigure(
      { value: roundTo(value, 1, roundingOf(qualifier)), valueMax: roundedMax, qualifier, indicator: { unit: percent } },
      language,
    );
  };
}

/** Average growth between the first whole year and the last, or why there is none. A rate and a rank do not grow. */
export function AverageGrowth({ figures }: { figures: readonly SeriesRecord[] }) {
  const { t } = useTranslation();
  const growthText = useGrowthWords();
  const last = wholeYears(figures).at(-1);
  const growth = last?.figure.averageGrowth;
  if (!growth?.base || growth.notComputable === "NOT_ADDITIVE") return null;
  if (growth.value === null) return <p>{t("seriesChart.noAverage", { reason: growthText(growth) })}</p>;
  const years = { from: growth.base.periodEnd?.slice(0, 4), to: last?.year, span: growth.years };
  return <p>{t("seriesChart.average", { ...years, growth: growthText(growth) })}</p>;
}
