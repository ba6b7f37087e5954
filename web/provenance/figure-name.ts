import type { Language } from "../../server/contract/language.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import type { FigureRecord } from "./figure.ts";

type NamedFigure = Parameters<typeof formatFigure>[0] & Parameters<typeof formatPeriod>[0] & Pick<FigureRecord, "indicator">;

/** A figure in words: "Resident firms, 2022: more than 1,000 firms". */
export function figureName(figure: NamedFigure, language: Language): string {
  const name = nameOf(language, figure.indicator);
  const [period, value] = [formatPeriod(figure, language), formatFigure(figure, language)];
  return language === "zh" ? `${name}，${period}：${value}` : `${name}, ${period}: ${value}`;
}
