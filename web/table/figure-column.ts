import type { Language } from "../../server/contract/language.ts";
import { formatFigure } from "../core/format.ts";
import type { IndicatorName } from "../core/indicators.ts";
import { nameOf } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import type { Column } from "./column.ts";
import type { SiteRow } from "./site-rows.ts";

/** The latest figures of an indicator, each with its qualifier, unit and period; sorted by their numbers, of a range by its lower end. */
export function figureColumn(id: string, indicator: IndicatorName, language: Language): Column {
  const figureOf = (row: SiteRow) => row.latestFigures.find((figure) => figure.indicator.slug === indicator.slug);
  return {
    id,
    label: nameOf(language, indicator),
    width: 190,
    isNumeric: true,
    text: (row) => {
      const figure = figureOf(row);
      return figure ? formatFigure(figure, language) : "";
    },
    detail: (row) => {
      const figure = figureOf(row);
      return figure ? formatPeriod(figure, language) : "";
    },
    figure: (row) => {
      const figure = figureOf(row);
      return figure ? { id: figure.id, isContested: figure.conflicting.length > 0, sources: figure.sources } : null;
    },
    sortKey: (row) => figureOf(row)?.value ?? null,
  };
}
