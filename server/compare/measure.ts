// What is compared: an indicator or the number of sites, normalised by a formula.

import { INDICATOR_SLUGS } from "../contract/city.ts";
import { Fault } from "../contract/faults.ts";
import { type FormulaName, MAX_MEASURES, parseMeasure, writeMeasure } from "../contract/measures.ts";
import { YEAR_BOUNDS } from "../contract/period.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { checkText } from "../core/text.ts";
import { raw, type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import { compareErrors } from "./errors.ts";
import { Formula } from "./formulas.ts";

export interface Measure {
  /** Slug of the indicator; counts sites if empty. */
  indicator?: string | null | undefined;
  /** For counts of sites: only this kind. */
  kind?: string | null | undefined;
  formula: FormulaName;
  /** First year of an average growth. */
  fromYear?: number | null | undefined;
}

export const MeasureInput = builder.inputRef<Measure>("MeasureInput");
MeasureInput.implement({
  description: "What is compared: an indicator or, without one, the number of sites, normalised by a formula.",
  fields: (t) => ({
    indicator: t.string({ description: "Indicator, by slug; counts sites if omitted." }),
    kind: t.field({ type: enumOf("SiteKind"), description: "For counts of sites: only this kind." }),
    formula: t.field({ type: Formula, required: true, defaultValue: "VALUE", description: "How it is normalised." }),
    fromYear: t.int({
      description:
        "First year of AVERAGE_GROWTH; by default the year for which most have a comparable figure, the earliest of several.",
    }),
  }),
});

/**
 * Checks measures as far as possible without the database; `countsSites` says whether the subjects can hold sites. Throws
 * ENTRIES_NEEDED, LIST_TOO_LONG, ENTRY_REPEATED, ARGUMENT_UNUSED, INDICATOR_NEEDED, NUMBER_OUT_OF_RANGE and the errors of
 * checkText.
 */
export function checkMeasures(measures: readonly Measure[], argument: string, countsSites: boolean): void {
  if (measures.length === 0) throw new AtlasError(compareErrors.ENTRIES_NEEDED, { argument });
  if (measures.length > MAX_MEASURES)
    throw new AtlasError(commonErrors.LIST_TOO_LONG, { argument, max: MAX_MEASURES, value: measures.length });
  for (const [index, measure] of measures.entries()) {
    const key = writeMeasure(measure);
    if (measures.slice(0, index).some((earlier) => writeMeasure(earlier) === key))
      throw new AtlasError(compareErrors.ENTRY_REPEATED, { argument, value: key });
    const { indicator, kind, formula, fromYear } = measure;
    if (typeof indicator === "string") checkText(indicator, argument);
    else if (!countsSites) throw new AtlasError(compareErrors.INDICATOR_NEEDED, { argument });
    if (typeof indicator === "string" && kind)
      throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument: `${argument}.kind`, other: "indicator" });
    if (typeof fromYear !== "number") continue;
    if (formula !== "AVERAGE_GROWTH")
      throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument: `${argument}.fromYear`, other: formula });
    if (fromYear < YEAR_BOUNDS.min || fromYear > YEAR_BOUNDS.max)
      throw new AtlasError(commonErrors.NUMBER_OUT_OF_RANGE, {
        argument: `${argument}.fromYear`,
        ...YEAR_BOUNDS,
        value: fromYear,
      });
  }
}

/** Parses the text form; throws VALUE_UNKNOWN. */
export function readMeasure(text: string, argument: string): Measure {
  const measure = parseMeasure(text);
  if (!(measure instanceof Fault)) return measure;
  const { value = "", allowed = "" } = measure.details;
  throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument, value, allowed });
}

const unitText = (
  column: string,
  siteUnit: string,
  per: Record<"km2" | "hundredKm2" | "head" | "hundredThousandPeople" | "worker" | "times", string>,
): Sql => sql`
  CASE requested.formula WHEN 'VALUE' THEN coalesce(unit.${raw(column)}, ${siteUnit}::text)
    WHEN 'PER_KM2' THEN coalesce(unit.${raw(column)} || ${per.km2}::text, ${siteUnit}::text || ${per.hundredKm2}::text)
    WHEN 'PER_HEAD' THEN coalesce(unit.${raw(column)} || ${per.head}::text, ${siteUnit}::text || ${per.hundredThousandPeople}::text)
    WHEN 'PER_WORKER' THEN coalesce(unit.${raw(column)}, ${siteUnit}::text) || ${per.worker}::text
    WHEN 'LOCATION_QUOTIENT' THEN ${per.times}::text ELSE '%' END`;

/**
 * The measures as the CTE `requested_measure`, by `measure_number` from 1, with their indicators' properties; `reason` if none can
 * be computed.
 */
export const requestedMeasures = (measures: readonly Measure[]): Sql => sql`requested_measure AS MATERIALIZED (
  SELECT requested.measure_number::int, requested.key, requested.indicator_id, requested.kind::site_kind AS kind, requested.formula,
    requested.from_year, indicator.id IS NULL AS counts_sites,
    CASE WHEN indicator.id IS NULL THEN 'HIGHER' ELSE indicator.direction::text END AS direction,
    CASE WHEN requested.formula IN ('VALUE', 'PER_KM2', 'PER_HEAD', 'PER_WORKER') THEN indicator.unit_id END AS unit_id,
    ${unitText("name_zh", "个", { km2: "/平方公里", hundredKm2: "/百平方公里", head: "/人", hundredThousandPeople: "/10万人", worker: "/从业人员", times: "倍" })} AS unit_zh,
    ${unitText("name_en", "sites", { km2: " per km²", hundredKm2: " per 100 km²", head: " per head", hundredThousandPeople: " per 100,000 people", worker: " per worker", times: "times" })} AS unit_en,
    CASE WHEN requested.formula <> 'VALUE' AND indicator.nature IN ('RATIO', 'RANK') THEN 'NOT_ADDITIVE'
      WHEN requested.formula IN ('YEAR_ON_YEAR', 'AVERAGE_GROWTH') AND indicator.id IS NULL THEN 'NOT_FOR_COUNTS'
      WHEN (requested.formula = 'PER_HEAD' AND starts_with(indicator.id, 'population'))
      OR (requested.formula = 'PER_KM2' AND indicator.unit_id = 'km2')
        OR (requested.formula = 'PER_WORKER' AND indicator.id = ${INDICATOR_SLUGS.employees})
        OR (requested.formula = 'LOCATION_QUOTIENT'
        AND coalesce(indicator.id, requested.kind, ${INDICATOR_SLUGS.gdp}) = ${INDICATOR_SLUGS.gdp})
      THEN 'SAME_QUANTITY' END AS reason
  FROM unnest(${measures.map(writeMeasure)}::text[], ${measures.map(({ indicator }) => indicator ?? null)}::text[],
    ${measures.map(({ kind }) => kind ?? null)}::text[], ${measures.map(({ formula }) => formula)}::text[],
    ${measures.map(({ fromYear }) => fromYear ?? null)}::int[]) WITH ORDINALITY AS requested(key, indicator_id, kind, formula,
    from_year, measure_number)
  LEFT JOIN indicator ON indicator.id = requested.indicator_id LEFT JOIN unit ON unit.id = indicator.unit_id)`;
