import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { formatCount, withColon } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { unclassed } from "../map/classified-values.ts";
import { fieldMark, patternMark } from "../map/legend-marks.ts";
import { type PaperPart, showOnPaper } from "../map/paper.ts";
import { toneColour } from "../map/value-tones.ts";
import { causeText, classRangeTexts, valueText } from "../map/value-words.ts";
import { sourcesNote } from "../provenance/sources-note.ts";
import type { LegendEntry } from "../ui/picture-legend.ts";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import { nestedCircles } from "./nested-circles.ts";
import type { DistrictFigures } from "./use-district-answer.ts";
import type { SiteSizes } from "./use-site-answer.ts";
import { everyYear } from "./years.ts";

/** The meaning and the sources of the colours and sizes, for the printed and the saved map. */
export function useFiguresOnPaper() {
  const figures = useDistrictFiguresState()?.figures ?? null;
  const sizes = useSiteSizesState()?.sizes ?? null;
  const [coloursPart, sizesPart] = [useColoursPart(), useSizesPart()];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is made of these
  useEffect(() => (figures ? showOnPaper("colours", coloursPart(figures)) : undefined), [figures]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is made of these
  useEffect(() => (sizes ? showOnPaper("sizes", sizesPart(sizes)) : undefined), [sizes]);
}

/** The classes in their colours and what is in none: with the number of districts where one year is shown, else of all years. */
export function useClassEntries() {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ classes, values, numberStyle, countByYear, valuesIn }: DistrictFigures, hasCounts: boolean): LegendEntry[] => {
    const ranges = classRangeTexts(classes, numberStyle);
    const countText = (count: number) => t("figures.districts", { count, formatted: formatCount(count, language) });
    const withCount = (text: string, count: number) => (hasCounts ? `${text} · ${countText(count)}` : text);
    const shownValues = hasCounts ? values : everyYear([...countByYear.keys()]).flatMap(valuesIn);
    return [
      ...classes.map(({ tone }, classIndex) => ({
        markSvg: fieldMark(toneColour("light", tone)),
        text: withCount(ranges[classIndex] ?? "", values.filter((value) => value.classIndex === classIndex).length),
      })),
      ...unclassed(shownValues).map(({ cause, pattern, count }) => ({
        markSvg: patternMark(pattern),
        text: withCount(causeText(cause, t), count),
      })),
    ];
  };
}

function useColoursPart() {
  const { t } = useTranslation();
  const language = useLanguage();
  const entries = useClassEntries();
  return (figures: DistrictFigures): PaperPart => {
    const { name, period, yearSpan, classes, numberStyle, sources } = figures;
    const periodAndUnit = [period, numberStyle.unit].filter(Boolean).join(" · ");
    const allYears = classes.length > 0 && yearSpan ? [t("figures.allYears", { span: yearSpan })] : [];
    return {
      title: name,
      subtitle: periodAndUnit,
      legend: [{ title: name, subtitles: [periodAndUnit, ...allYears], entries: entries(figures, true) }],
      notes: sourcesNote(sources, t, language),
    };
  };
}

function useSizesPart() {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ name, period, yearSpan, sites, withoutFigureCount, maxValue, numberStyle, sources }: SiteSizes): PaperPart => {
    const periodOrSpan = period ?? t("figures.eachLatest", { span: yearSpan ?? t("figures.undated") });
    const words = (value: number) => valueText({ value, valueMax: null, qualifier: "EXACT" }, numberStyle);
    const withoutFigureNote =
      withoutFigureCount > 0
        ? [
            withColon(
              t("figures.withoutFigure"),
              t("figures.sites", { count: withoutFigureCount, formatted: formatCount(withoutFigureCount, language) }),
              language,
            ),
          ]
        : [];
    return {
      title: name,
      subtitle: periodOrSpan,
      legend: [
        {
          title: name,
          subtitles:
            sites.length > 0
              ? [periodOrSpan, t("figures.sizeNote"), ...withoutFigureNote]
              : [t("figures.noSizes", { period: period ?? "" })],
          entries: sites.length > 0 ? [nestedCircles(maxValue, words)] : [],
        },
      ],
      notes: sourcesNote(sources, t, language),
    };
  };
}
