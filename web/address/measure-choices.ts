import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import type { AreaSet } from "./parameters.ts";

const choicesQuery = graphql(`
  query MeasureChoices($asOf: DateTime) {
    formulas { formula nameZh nameEn wordsZh wordsEn }
    indicators { slug nameZh nameEn nature appliesTo }
    districts { latestFigures(asOf: $asOf) { indicator { slug } } }
    functionalAreas { latestFigures(asOf: $asOf) { indicator { slug } } }
  }
`);

type Answer = ResultOf<typeof choicesQuery>;
export type FormulaLabel = Answer["formulas"][number];

/** An indicator that applies to a set, with how many of its subjects have a figure of it. */
export interface IndicatorChoice {
  slug: string;
  nameZh: string;
  nameEn: string;
  /** A rate or a rank; formulas such as per capita do not apply to it. */
  isRate: boolean;
  count: number;
}

/** The indicators that can measure a set, and the formulas in words. */
export function useMeasureChoices(
  areaSet: AreaSet,
  asOf: string | null,
): { formulas: readonly FormulaLabel[]; indicators: readonly IndicatorChoice[] } {
  const { data } = useAnswer(choicesQuery, { asOf }, { keepLast: true });
  return data ? { formulas: data.formulas, indicators: measureChoices(data, areaSet) } : noChoices;
}

const noChoices = { formulas: [], indicators: [] };

/** The indicators that fit the set and have a figure of at least one subject, the most widely available first. */
export function measureChoices(
  answer: Pick<Answer, "indicators" | "districts" | "functionalAreas">,
  areaSet: AreaSet,
): IndicatorChoice[] {
  const counts = new Map<string, number>();
  for (const { latestFigures } of areaSet === "DISTRICT" ? answer.districts : answer.functionalAreas)
    for (const { indicator } of latestFigures) counts.set(indicator.slug, (counts.get(indicator.slug) ?? 0) + 1);
  return answer.indicators
    .filter(({ slug, appliesTo }) => appliesTo.includes(areaSet) && counts.has(slug))
    .map(({ slug, nameZh, nameEn, nature }) => ({
      slug,
      nameZh,
      nameEn,
      isRate: nature === "RATIO" || nature === "RANK",
      count: counts.get(slug) ?? 0,
    }))
    .sort((one, other) => other.count - one.count);
}
