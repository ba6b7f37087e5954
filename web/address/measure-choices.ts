import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import type { SubjectSet } from "./parameters.ts";

const choicesQuery = graphql(`
  query MeasureChoices($asOf: DateTime) {
    formulas { formula nameZh nameEn wordsZh wordsEn }
    indicators { slug nameZh nameEn nature appliesTo }
    districts { latestFigures(asOf: $asOf) { indicator { slug } } }
    functionalAreas { latestFigures(asOf: $asOf) { indicator { slug } } }
  }
`);

type Answer = ResultOf<typeof choicesQuery>;
export type FormulaWords = Answer["formulas"][number];

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
  set: SubjectSet,
  asOf: string | null,
): { formulas: readonly FormulaWords[]; indicators: readonly IndicatorChoice[] } {
  const { data } = useAnswer(choicesQuery, { asOf }, { keepLast: true });
  return data ? { formulas: data.formulas, indicators: measureChoices(data, set) } : noChoices;
}

const noChoices = { formulas: [], indicators: [] };

/** The indicators that fit the set and have a figure of at least one subject, the most widely available first. */
export function measureChoices(
  answer: Pick<Answer, "indicators" | "districts" | "functionalAreas">,
  set: SubjectSet,
): IndicatorChoice[] {
  const counts = new Map<string, number>();
  for (const { latestFigures } of set === "DISTRICT" ? answer.districts : answer.functionalAreas)
    for (const { indicator } of latestFigures) counts.set(indicator.slug, (counts.get(indicator.slug) ?? 0) + 1);
  return answer.indicators
    .filter(({ slug, appliesTo }) => appliesTo.includes(set) && counts.has(slug))
    .map(({ slug, nameZh, nameEn, nature }) => ({
      slug,
      nameZh,
      nameEn,
      isRate: nature === "RATIO" || nature === "RANK",
      count: counts.get(slug) ?? 0,
    }))
    .sort((one, other) => other.count - one.count);
}
