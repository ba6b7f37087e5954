import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { showOverlay, type ValuesOverlay } from "../map/overlays.ts";
import type { Reason } from "./district-query.ts";
import { tonesOf, type YearValue } from "./district-values.ts";
import { useDistrictFiguresState, useSiteSizesState } from "./figures-context.ts";
import { useFiguresOnPaper } from "./figures-on-paper.ts";
import type { DistrictFigures } from "./use-district-answer.ts";
import { useValueText } from "./use-value-text.ts";

/** Draws district colours and site sizes on the map, as the address requests. */
export function FiguresOverlay() {
  const figures = useDistrictFiguresState()?.figures ?? null;
  const words = useTagWords(figures);
  const values = useMemo<ValuesOverlay | null>(
    () => figures && { ...tonesOf(figures.values, figures.classes), tooltipLines: words },
    [figures, words],
  );
  useEffect(() => (values ? showOverlay("values", values) : undefined), [values]);

  const sizes = useSiteSizesState()?.sizes ?? null;
  const sites = useMemo(
    () => sizes?.sites.flatMap(({ slug, kind, point, radius, label }) => (point ? [{ slug, kind, point, radius, label }] : [])),
    [sizes],
  );
  useEffect(() => (sites ? showOverlay("sizes", sites) : undefined), [sites]);
  useFiguresOnPaper();
  return null;
}

/** The tooltip of each district. */
function useTagWords(figures: DistrictFigures | null): ValuesOverlay["tooltipLines"] {
  const { t } = useTranslation();
  const language = useLanguage();
  const valueText = useValueText();
  return useMemo(() => {
    if (!figures) return {};
    const { ranks, sourcesOf, period, name } = figures;
    const rankedCount = Object.values(ranks).filter((rank) => rank !== null).length;
    const lines = (value: YearValue<Reason>): string[] => {
      const rank = ranks[value.code];
      const rankText = rank == null ? "" : t("figures.rank", { rank, count: rankedCount });
      const publishers = new Set(sourcesOf[value.code]?.map((source) => textIn(language, source, "publisher")));
      return [
        nameOf(language, value),
        valueText(value, figures.numberStyle),
        `${name} · ${period}`,
        rankText,
        [...publishers].slice(0, 2).join(" · "),
      ].filter(Boolean);
    };
    return Object.fromEntries(figures.values.map((value) => [value.code, lines(value)]));
  }, [figures, t, language, valueText]);
}
