import { writeMeasure } from "../../server/contract/measures.ts";
import { formulasFor, type Measure, readMeasure } from "../address/measure.ts";
import type { AreaSet } from "../address/parameters.ts";

/** The default measures of a set: those that most subjects have, and the sites of service trade. */
const defaultMeasureKeys: Record<AreaSet, string> = {
  DISTRICT: "sites sites:PER_KM2 population-census gdp gdp:PER_KM2 tertiary-share",
  FUNCTIONAL_AREA: "sites land-area population-census gdp gdp-growth",
};

export const defaultMeasures = (areaSet: AreaSet): Measure[] =>
  defaultMeasureKeys[areaSet].split(" ").flatMap((text) => readMeasure(text) ?? []);

/** The first measure of that base not yet chosen: the plain value, else the first formula that fits; null if all are chosen. */
export function nextMeasure(
  chosenMeasures: readonly Measure[],
  base: Pick<Measure, "indicator" | "kind">,
  isRate: boolean,
): Measure | null {
  const chosenKeys = new Set(chosenMeasures.map(writeMeasure));
  const candidates = formulasFor(base, isRate).map(
    (formula): Measure => ({ indicator: base.indicator, kind: base.kind, formula }),
  );
  return candidates.find((measure) => !chosenKeys.has(writeMeasure(measure))) ?? null;
}
