import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { dottedMark, fieldMark, hatchedMark } from "../map/legend-marks.ts";
import { type PaperPart, showOnPaper } from "../map/paper.ts";
import { toneColour } from "../map/value-tones.ts";
import { publicationsNote } from "../provenance/publications.ts";
import type { LegendEntry } from "../ui/picture-legend.ts";
import { isBound } from "./district-values.ts";
import { useDistrictFigures, useSiteSizes } from "./figures-context.ts";
import { nestedCircles } from "./nested-circles.ts";
import type { DistrictFigures } from "./use-district-figures.ts";
import type { SiteSizes } from "./use-site-sizes.ts";
import { classWords, valueWords } from "./value-words.ts";

/** The meaning and the sources of the colours and sizes, for the printed and the saved map. */
export function useFiguresOnPaper() {
  const figures = useDistrictFigures()?.figures ?? null;
  const sizes = useSiteSizes()?.sizes ?? null;
  const [coloursPart, sizesPart] = [useColoursPart(), useSizesPart()];
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is made of these
  useEffect(() => (figures ? showOnPaper("colours", coloursPart(figures)) : undefined), [figures]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is made of these
  useEffect(() => (sizes ? showOnPaper("sizes", sizesPart(sizes)) : undefined), [sizes]);
}

/** The classes in their colours, with the number of districts where a year is shown. */
export function useClassEntries() {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ classes, values, numberStyle }: DistrictFigures, hasCounts: boolean): LegendEntry[] => {
    const ranges = classWords(classes, numberStyle);
    const inWords = (count: number) => t("figures.districts", { count, formatted: formatCount(count, language) });
    const withCount = (text: string, count: number) => (hasCounts ? `${text} · ${inWords(count)}` : text);
    const [none, bounds] = [
      values.filter(({ classIndex }) => classIndex < 0),
      values.filter((value) => value.classIndex >= 0 && isBound(value)),
    ];
    return [
      ...classes.map(({ tone }, classIndex) => ({
        mark: fieldMark(toneColour("light", tone)),
        text: withCount(ranges[classIndex] ?? "", values.filter((value) => value.classIndex === classIndex).length),
      })),
      ...(bounds.length > 0 || !hasCounts ? [{ mark: dottedMark(), text: withCount(t("figures.bound"), bounds.length) }] : []),
      ...(none.length > 0 || !hasCounts ? [{ mark: hatchedMark(), text: withCount(t("figures.none"), none.length) }] : []),
    ];
  };
}

function useColoursPart() {
  const { t } = useTranslation();
  const language = useLanguage();
  const entries = useClassEntries();
  return (figures: DistrictFigures): PaperPart => {
    const { name, period, span, classes, numberStyle, sources } = figures;
    const about = [period, numberStyle.unit].filter(Boolean).join(" · ");
    const allYears = classes.length > 0 && span ? [t("figures.allYears", { span })] : [];
    return {
      title: name,
      subtitle: about,
      legend: [{ title: name, about: [about, ...allYears], entries: entries(figures, true) }],
      notes: publicationsNote(sources, t, language),
    };
  };
}

function useSizesPart() {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ name, period, span, sites, without, greatest, numberStyle, sources }: SiteSizes): PaperPart => {
    const about = period ?? t("figures.eachLatest", { span: span ?? t("figures.undated") });
    const words = (value: number) => valueWords({ value, valueMax: null, qualifier: "EXACT" }, numberStyle);
    const rest =
      without > 0
        ? [`${t("figures.withoutFigure")}: ${t("figures.sites", { count: without, formatted: formatCount(without, language) })}`]
        : [];
    return {
      title: name,
      subtitle: about,
      legend: [
        {
          title: name,
          about: sites.length > 0 ? [about, t("figures.sizeNote"), ...rest] : [t("figures.noSizes", { period: period ?? "" })],
          entries: sites.length > 0 ? [nestedCircles(greatest, words)] : [],
        },
      ],
      notes: publicationsNote(sources, t, language),
    };
  };
}
