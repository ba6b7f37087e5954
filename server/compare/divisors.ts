// The divisor of each formula: rows (measure_number, subject_id, year, from_year, comparable_since, reason, interval) for every
// numerator that has one, and the reason for those that have none.
import { CENSUS_YEAR, INDICATOR_SLUGS } from "../contract/city.ts";
import type { FormulaName } from "../contract/measures.ts";
import { type Sql, sql } from "../database/sql.ts";
import { latestFigures } from "../indicators/figure-precedence.ts";
import { exactInterval, intervalColumns, intervalOf } from "../indicators/interval.ts";
import { citySubjectId, rowsOfSubjects, type SubjectQuery, UNDATED } from "./subjects.ts";

/** Population indicators, in order of preference. */
export const POPULATION_INDICATORS: readonly string[] = [
  INDICATOR_SLUGS.populationPermanent,
  INDICATOR_SLUGS.populationAdministrative,
  INDICATOR_SLUGS.populationPreCensus,
  INDICATOR_SLUGS.populationCensus,
];

// The census changed the basis of all population figures, which are therefore several indicators.
const sinceCensus = sql`CASE WHEN full_year_figure.year >= ${CENSUS_YEAR}
  AND full_year_figure.indicator_id <> ${INDICATOR_SLUGS.populationPreCensus} THEN make_date(${CENSUS_YEAR}, 1, 1) END`;

/**
 * One population for each subject and year, as the CTE `population`; the one without a year is the latest census, which counts of
 * sites use.
 */
export const populationCte = (query: SubjectQuery): Sql => sql`population AS MATERIALIZED (
  SELECT full_year_figure.subject_id, full_year_figure.year, full_year_figure.covers_whole_area,
    array_position(${POPULATION_INDICATORS}::text[], full_year_figure.indicator_id) AS preference,
    greatest(full_year_figure.comparable_since, ${sinceCensus}) AS comparable_since, ${intervalColumns(sql`full_year_figure`)}
  FROM full_year_figure WHERE full_year_figure.indicator_id = ANY(${POPULATION_INDICATORS})
  UNION ALL SELECT latest.subject_id, ${UNDATED}, false, 1, NULL, ${intervalOf(sql`observation`)}
  FROM ${rowsOfSubjects(query, latestFigures(query.asOf))} latest JOIN observation ON observation.id = latest.observation_id
    WHERE latest.indicator_id = ${INDICATOR_SLUGS.populationCensus})`;

interface Divisor {
  formulas: readonly FormulaName[];
  rows: (countsSites: boolean) => Sql;
  /** A reason over a row of `numerator` and its subject in `subject_or_city`. */
  notComputable: Sql;
}

const columns = (fromYear: Sql, comparableSince: Sql, reason: Sql, divisor: Sql): Sql =>
  sql`numerator.measure_number, numerator.subject_id, numerator.year, ${fromYear} AS from_year, ${comparableSince} AS comparable_since,
    ${reason} AS reason, ${divisor}`;
const [noYear, noBreak, noReason] = [sql`NULL::int`, sql`NULL::date`, sql`NULL::text`] as const;
const dividedBy = (row: Sql, since = sql`${row}.comparable_since`): Sql =>
  sql`SELECT ${columns(noYear, since, noReason, intervalColumns(row))} FROM numerator
    JOIN subject_or_city ON subject_or_city.subject_id = numerator.subject_id`;

// A base from before a break in series is found, but nothing is computed from it.
const isBroken = sql`(base.comparable_since IS DISTINCT FROM numerator.comparable_since)`;
const reasonOfBase = (broken: Sql): Sql => sql`CASE WHEN ${broken} THEN 'BREAK_IN_SERIES' END`;

// Statistics of a split district exclude its functional areas; its area and its sites include them.
const hasSameCoverage = (coversWhole: Sql): Sql =>
  sql`(NOT subject_or_city.split OR numerator.covers_whole_area = ${coversWhole})`;

export const divisors: readonly Divisor[] = [
  {
    formulas: ["VALUE", "SHARE_OF_CITY"],
    rows: () => sql`SELECT ${columns(noYear, noBreak, noReason, exactInterval(sql`1::float8`))}
      FROM numerator WHERE numerator.formula IN ('VALUE', 'SHARE_OF_CITY')`,
    notComputable: sql`'NO_FIGURE'`,
  },
  {
    formulas: ["PER_KM2"],
    rows: () => sql`${dividedBy(sql`area`, noBreak)} JOIN area ON area.subject_id = numerator.subject_id
      WHERE numerator.formula = 'PER_KM2' AND ${hasSameCoverage(sql`true`)}`,
    notComputable: sql`CASE WHEN numerator.subject_id IN (SELECT area.subject_id FROM area) THEN 'DIFFERENT_COVERAGE' ELSE 'NO_AREA' END`,
  },
  {
    formulas: ["PER_HEAD"],
    rows: () => sql`(SELECT DISTINCT ON (numerator.measure_number, numerator.subject_id,
      numerator.year) ${columns(noYear, sql`population.comparable_since`, noReason, intervalColumns(sql`population`))}
      FROM numerator JOIN subject_or_city ON subject_or_city.subject_id = numerator.subject_id
        JOIN population ON population.subject_id = numerator.subject_id AND population.year = numerator.year
      WHERE numerator.formula = 'PER_HEAD' AND (numerator.counts_sites OR numerator.year <> ${UNDATED})
        AND ${hasSameCoverage(sql`population.covers_whole_area`)}
      ORDER BY numerator.measure_number, numerator.subject_id, numerator.year, population.preference)`,
    notComputable: sql`CASE WHEN (numerator.counts_sites OR numerator.year <> ${UNDATED})
      AND (numerator.subject_id, numerator.year) IN (SELECT population.subject_id, population.year FROM population) THEN 'DIFFERENT_COVERAGE'
      ELSE 'NO_POPULATION' END`,
  },
  {
    formulas: ["PER_WORKER"],
    rows: () => sql`${dividedBy(sql`workers`)} JOIN full_year_figure workers ON workers.indicator_id = ${INDICATOR_SLUGS.employees}
      AND workers.subject_id = numerator.subject_id AND workers.year = numerator.year
      WHERE numerator.formula = 'PER_WORKER'`,
    notComputable: sql`'NO_WORKERS'`,
  },
  {
    formulas: ["YEAR_ON_YEAR"],
    rows: () => sql`SELECT ${columns(sql`base.year`, sql`base.comparable_since`, reasonOfBase(isBroken), intervalColumns(sql`base`))}
      FROM numerator JOIN figure base
        ON base.indicator_id = numerator.indicator_id AND base.subject_id = numerator.subject_id AND base.month_day = numerator.month_day
        AND base.year = numerator.year - 1
      WHERE numerator.formula = 'YEAR_ON_YEAR'`,
    notComputable: sql`'NO_BASE'`,
  },
  {
    formulas: ["AVERAGE_GROWTH"],
    // Growth rates over different spans are not comparable: all start in the year for which most subjects have a comparable figure.
    rows: () => sql`(SELECT preferred.measure_number, preferred.subject_id, preferred.year, preferred.from_year, preferred.comparable_since,
      ${reasonOfBase(sql`preferred.is_broken`)} AS reason, ${intervalColumns(sql`preferred`)} FROM (
      SELECT candidate.*, rank() OVER (PARTITION BY candidate.measure_number, candidate.year
        ORDER BY candidate.subjects DESC, candidate.from_year) AS preference FROM (
        SELECT numerator.measure_number, numerator.subject_id, numerator.year, base.year AS from_year, base.comparable_since,
          ${isBroken} AS is_broken, ${intervalColumns(sql`base`)},
          count(*) FILTER (WHERE numerator.subject_id <> ${citySubjectId}
          AND NOT ${isBroken}) OVER (PARTITION BY numerator.measure_number, numerator.year, base.year) AS subjects
        FROM numerator JOIN figure base ON base.indicator_id = numerator.indicator_id AND base.subject_id = numerator.subject_id
          AND base.month_day = numerator.month_day AND base.year < numerator.year
        WHERE numerator.formula = 'AVERAGE_GROWTH'
          AND base.year = coalesce(numerator.requested_from_year, base.year)) candidate) preferred WHERE preferred.preference = 1)`,
    notComputable: sql`'NO_BASE'`,
  },
  {
    formulas: ["LOCATION_QUOTIENT"],
    rows: (
      countsSites,
    ) => sql`${dividedBy(sql`gdp`)} JOIN yearly gdp ON gdp.indicator_id = ${INDICATOR_SLUGS.gdp} AND gdp.subject_id = numerator.subject_id
      AND gdp.year = numerator.year
      WHERE numerator.formula = 'LOCATION_QUOTIENT' AND NOT numerator.counts_sites AND ${hasSameCoverage(sql`false`)}
      ${
        countsSites
          ? // The numerator is the share already; without any site there is none.
            sql`UNION ALL SELECT ${columns(noYear, noBreak, noReason, exactInterval(sql`least(site_count.high, 1)`))} FROM numerator
              JOIN site_count ON site_count.subject_id = numerator.subject_id AND site_count.kind IS NULL WHERE numerator.formula = 'LOCATION_QUOTIENT' AND numerator.counts_sites`
          : sql``
      }`,
    notComputable: sql`CASE WHEN subject_or_city.split AND numerator.covers_whole_area THEN 'DIFFERENT_COVERAGE' ELSE 'NO_BASE' END`,
  },
];
