// Registers the words of Districts.
import "./words.ts";
import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { formatCount, withBrackets } from "../core/format.ts";
import { scaledDigits } from "../core/scale.ts";
import { en } from "../core/words/en.ts";
import { zh } from "../core/words/zh.ts";
import { type ColumnDisplay, cellPhrase, isDoubtful, isSingleNumber, reasonOf, yearText } from "./column-display.ts";
import type { Cell } from "./comparison-query.ts";
import { comparisonFactsOf, type Fact, roundRatio } from "./facts.ts";

/** The sentence about one measure of one subject: "Logistics hubs: 3 of 5; No. 1 of 13; 2.1 times the median." */
export function sentenceOf(display: ColumnDisplay, cell: Cell, t: TFunction, language: Language): string {
  const clauses = comparisonFactsOf(display.column, display, cell).map((fact) => clauseOf(fact, display, cell, t, language));
  const [colon, semicolon, fullStop] = language === "zh" ? ["：", "；", "。"] : [": ", "; ", "."];
  const shownYear = cell.year ?? display.column.year;
  const year = shownYear === null ? "" : yearText(shownYear, language);
  return `${withBrackets(display.name, year, language)}${colon}${clauses.join(semicolon)}${fullStop}`;
}

function clauseOf(fact: Fact, display: ColumnDisplay, cell: Cell, t: TFunction, language: Language): string {
  const words = language === "zh" ? zh : en;
  switch (fact.kind) {
    case "NO_FIGURE":
      return reasonOf(cell, t);
    case "PART_OF_CITY": {
      const key = fact.valueMax !== null ? "partOfCityRange" : fact.value === 0 ? "noneOfCity" : "partOfCity";
      return t(`districtWords.fact.${key}`, {
        value: formatCount(fact.value, language),
        max: formatCount(fact.valueMax ?? fact.value, language),
        city: formatCount(fact.city, language),
      });
    }
    case "VALUE":
      return withBrackets(
        cellPhrase(display, cell, language),
        isDoubtful(cell) ? t("districtWords.fact.doubtful") : "",
        language,
      );
    case "RANK":
      return t(fact.count < display.subjectCount ? "districtWords.fact.rankWithFigures" : "districtWords.fact.rank", {
        rank: fact.rank,
        count: fact.count,
      });
    case "SUBJECTS_WITH_FIGURE":
      return t("districtWords.fact.withYear", { count: fact.count, all: fact.subjectCount });
    case "TIMES_MEDIAN": {
      const is = words.qualifier[fact.qualifier] || t("districtWords.fact.is");
      return t("districtWords.fact.timesMedian", { is, times: roundRatio(fact.times) }).trim();
    }
    case "POINTS_FROM_MEDIAN": {
      const points = scaledDigits(Math.abs(fact.points), { size: 1, word: "" }, language, true);
      const direction = fact.points < 0 ? "pointsBelow" : isSingleNumber(fact.qualifier) ? "pointsAbove" : "pointsAboveAtLeast";
      return t(`districtWords.fact.${direction}`, { is: words.qualifier[fact.qualifier], points }).trim();
    }
    case "AT_MEDIAN":
      return t("districtWords.fact.atMedian");
  }
}
