// The divisor of each formula: rows (position, ref, year, from_year, comparable_since, reason, interval) for every numerator that has
// one, and the reason for those that have none.
import { CENSUS_YEAR, INDICATOR_SLUGS } from "../contract/city.ts";
import type { FormulaName } from "../contract/measures.ts";
import { type Sql, sql } from "../database/sql.ts";
import { latestFigures } from "../indicators/figure-precedence.ts";
import { exactInterval, intervalColumns, intervalOf } from "../indicators/interval.ts";
import { cityRef, rowsOfSubjects, type SubjectQuery } from "./subjects.ts";

/** Population indicators, in order of preference. */
export const POPULATION_INDICATORS: readonly string[] = [
  INDICATOR_SLUGS.populationPermanent,
  INDICATOR_SLUGS.populationAdministrative,
  INDICATOR_SLUGS.populationPreCensus,
  INDICATOR_SLUGS.populationCensus,
];

// The census changed the basis of all population figures, which are therefore several indicators.
const sinceCensus = sql`CASE WHEN p.year >= ${CENSUS_YEAR} AND p.indicator_id <> ${INDICATOR_SLUGS.populationPreCensus} THEN make_date(${CENSUS_YEAR}, 1, 1) END`;

/** One population for each place and year, as the table `population`; year 0 holds the latest census, which counts of sites use. */
export const populationTable = (query: SubjectQuery): Sql => sql`population AS MATERIALIZED (
  SELECT p.ref, p.year, array_position(${POPULATION_INDICATORS}::text[], p.indicator_id) AS preference, p.of_the_whole,
    greatest(p.comparable_since, ${sinceCensus}) AS comparable_since, ${intervalColumns(sql`p`)}
  FROM divisor p WHERE p.indicator_id = ANY(${POPULATION_INDICATORS})
  UNION ALL SELECT f.ref, 0, 1, false, NULL, ${intervalOf(sql`o`)}
  FROM ${rowsOfSubjects(query, latestFigures(query.asOf))} f JOIN observation o ON o.id = f.observation_id WHERE f.indicator_id = ${INDICATOR_SLUGS.populationCensus})`;

interface Divisor {
  formulas: readonly FormulaName[];
  rows: (countsSites: boolean) => Sql;
  /** A reason over the numerator `n` and its place `p`. */
  notComputable: Sql;
}

const columns = (fromYear: Sql, comparableSince: Sql, reason: Sql, divisor: Sql): Sql =>
  sql`n.position, n.ref, n.year, ${fromYear} AS from_year, ${comparableSince} AS comparable_since, ${reason} AS reason, ${divisor}`;
const [noYear, always, noReason] = [sql`NULL::int`, sql`NULL::date`, sql`NULL::text`] as const;
const dividedBy = (row: Sql, since = sql`${row}.comparable_since`): Sql =>
  sql`SELECT ${columns(noYear, since, noReason, intervalColumns(row))} FROM numerator n JOIN subject_or_city p ON p.ref = n.ref`;

// A base from before a break in series is found, but nothing is computed from it.
const isBroken = sql`(b.comparable_since IS DISTINCT FROM n.comparable_since)`;
const reasonOfBase = (broken: Sql): Sql => sql`CASE WHEN ${broken} THEN 'BREAK_IN_SERIES' END`;

// Statistics of a split district exclude its functional areas; its area and its sites include them.
const hasSameCoverage = (coversWhole: Sql): Sql => sql`(NOT p.split OR n.of_the_whole = ${coversWhole})`;

export const divisors: readonly Divisor[] = [
  {
    formulas: ["VALUE", "SHARE_OF_CITY"],
    rows: () => sql`SELECT ${columns(noYear, always, noReason, exactInterval(sql`1::float8`))}
      FROM numerator n WHERE n.formula IN ('VALUE', 'SHARE_OF_CITY')`,
    notComputable: sql`'NO_FIGURE'`,
  },
  {
    formulas: ["PER_KM2"],
    rows: () => sql`${dividedBy(sql`a`, always)} JOIN area a ON a.ref = n.ref
      WHERE n.formula = 'PER_KM2' AND ${hasSameCoverage(sql`true`)}`,
    notComputable: sql`CASE WHEN n.ref IN (SELECT a.ref FROM area a) THEN 'DIFFERENT_COVERAGE' ELSE 'NO_AREA' END`,
  },
  {
    formulas: ["PER_HEAD"],
    rows: () => sql`(SELECT DISTINCT ON (n.position, n.ref, n.year) ${columns(noYear, sql`h.comparable_since`, noReason, intervalColumns(sql`h`))}
      FROM numerator n JOIN subject_or_city p ON p.ref = n.ref JOIN population h ON h.ref = n.ref AND h.year = n.year
      WHERE n.formula = 'PER_HEAD' AND (n.counts_sites OR n.year > 0) AND ${hasSameCoverage(sql`h.of_the_whole`)}
      ORDER BY n.position, n.ref, n.year, h.preference)`,
    notComputable: sql`CASE WHEN (n.counts_sites OR n.year > 0) AND (n.ref, n.year) IN (SELECT h.ref, h.year FROM population h) THEN 'DIFFERENT_COVERAGE' ELSE 'NO_POPULATION' END`,
  },
  {
    formulas: ["PER_WORKER"],
    rows: () => sql`${dividedBy(sql`w`)} JOIN divisor w ON w.indicator_id = ${INDICATOR_SLUGS.employees} AND w.ref = n.ref AND w.year = n.year
      WHERE n.formula = 'PER_WORKER'`,
    notComputable: sql`'NO_WORKERS'`,
  },
  {
    formulas: ["YEAR_ON_YEAR"],
    rows: () => sql`SELECT ${columns(sql`b.year`, sql`b.comparable_since`, reasonOfBase(isBroken), intervalColumns(sql`b`))}
      FROM numerator n JOIN figure b
        ON b.indicator_id = n.indicator_id AND b.ref = n.ref AND b.month_day = n.month_day AND b.year = n.year - 1
      WHERE n.formula = 'YEAR_ON_YEAR'`,
    notComputable: sql`'NO_BASE'`,
  },
  {
    formulas: ["AVERAGE_GROWTH"],
    // Growth rates over different spans are not comparable: all start in the year for which most places have a comparable figure.
    rows: () => sql`(SELECT s.position, s.ref, s.year, s.from_year, s.comparable_since, ${reasonOfBase(sql`s.is_broken`)} AS reason, ${intervalColumns(sql`s`)} FROM (
      SELECT b.*, rank() OVER (PARTITION BY b.position, b.year ORDER BY b.places DESC, b.from_year) AS preference FROM (
        SELECT n.position, n.ref, n.year, b.year AS from_year, b.comparable_since, ${isBroken} AS is_broken, ${intervalColumns(sql`b`)},
          count(*) FILTER (WHERE n.ref <> ${cityRef} AND NOT ${isBroken}) OVER (PARTITION BY n.position, n.year, b.year) AS places
        FROM numerator n JOIN figure b ON b.indicator_id = n.indicator_id AND b.ref = n.ref AND b.month_day = n.month_day AND b.year < n.year
        WHERE n.formula = 'AVERAGE_GROWTH' AND b.year = coalesce(n.from_year, b.year)) b) s WHERE s.preference = 1)`,
    notComputable: sql`'NO_BASE'`,
  },
  {
    formulas: ["LOCATION_QUOTIENT"],
    rows: (
      countsSites,
    ) => sql`${dividedBy(sql`g`)} JOIN yearly g ON g.indicator_id = ${INDICATOR_SLUGS.gdp} AND g.ref = n.ref AND g.year = n.year
      WHERE n.formula = 'LOCATION_QUOTIENT' AND NOT n.counts_sites AND ${hasSameCoverage(sql`false`)}
      ${
        countsSites
          ? // The numerator is the share already; without any site there is none.
            sql`UNION ALL SELECT ${columns(noYear, always, noReason, exactInterval(sql`least(c.high, 1)`))} FROM numerator n
              JOIN site_count c ON c.ref = n.ref AND c.kind IS NULL WHERE n.formula = 'LOCATION_QUOTIENT' AND n.counts_sites`
          : sql``
      }`,
    notComputable: sql`CASE WHEN p.split AND n.of_the_whole THEN 'DIFFERENT_COVERAGE' ELSE 'NO_BASE' END`,
  },
];
