import { useTranslation } from "react-i18next";
import type { Language } from "./address.ts";
import { averageGrowth, type Growth, isGrown, yearOnYear } from "./growth.ts";
import { useLanguage } from "./language.tsx";
import { wholeYears } from "./series.ts";
import type { SeriesRecord } from "./series-query.ts";

export type Nature = SeriesRecord["measured"]["nature"];

interface GrowthProps {
  figures: readonly SeriesRecord[];
  nature: Nature;
}

/** Growth has no meaning where the number is a rate or a place in a list. */
const grows = (nature: Nature): boolean => nature === "FLOW" || nature === "STOCK";

/** Average growth between the first whole year and the last, or why there is none. */
export function AverageGrowth({ figures, nature }: GrowthProps) {
  const { t } = useTranslation();
  const tell = useGrowthWords();
  const years = wholeYears(figures);
  if (years.length < 2 || !grows(nature)) return null;
  const { from, to, growth } = averageGrowth(years);
  if (!isGrown(growth)) return <p>{t("series.noAverage", { reason: tell(growth) })}</p>;
  return <p>{t("series.average", { from, to, span: to - from, growth: tell(growth) })}</p>;
}

/** Growth of each whole year against the one before, by year. */
export function yearlyGrowth({ figures, nature }: GrowthProps): Map<number, Growth> {
  const years = wholeYears(figures);
  return new Map(years.map(({ year }) => [year, grows(nature) ? yearOnYear(years, year) : { why: "NOT_FOR_RATES" }]));
}

/** Growth in words: "+3.1%", "at least +3.1%", or why it cannot be computed. */
export function useGrowthWords(): (growth: Growth) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (growth) => {
    if (!isGrown(growth)) return t(`series.why.${growth.why}`);
    const [least, most] = [growth.least, growth.most].map((percent) => (percent === null ? null : signed(percent, language)));
    if (least === null || least === undefined) return t("series.atMost", { growth: most });
    if (most === null || most === undefined) return t("series.atLeast", { growth: least });
    if (least !== most) return t("series.between", { least, most });
    return growth.approximate ? t("series.about", { growth: least }) : least;
  };
}

function signed(percent: number, language: Language): string {
  const options = { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;
  return new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-GB", options).format(percent / 100);
}
