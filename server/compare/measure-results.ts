// The core of every comparison, as common table expressions (CTEs) of one statement: the figure of each measure, subject (a site, a
// district, a functional area, or the city) and year,
// its divisor (divisors.ts), and the result as bounds (indicators/interval.ts), or the reason why there is none.
import { INDICATOR_SLUGS, WHOLE_AREA_INDICATORS } from "../contract/city.ts";
import { anyLength, empty, join, type Sql, sql } from "../database/sql.ts";
import { comparableSince } from "../indicators/comparable-since.ts";
import { figuresOfPartOfYear, latestFigures, type PartOfYear, WHOLE_YEARS } from "../indicators/figure-precedence.ts";
import {
  exactInterval,
  intervalBetween,
  intervalColumns,
  intervalOf,
  mapInterval,
  qualifiedValue,
  quotient,
} from "../indicators/interval.ts";
import { emptyCityCountCtes } from "../sites/districts-of-sites.ts";
import { divisors, POPULATION_INDICATORS, populationCte } from "./divisors.ts";
import { type Measure, requestedMeasures } from "./measure.ts";
import {
  citySubjectId,
  concernsSubjects,
  rowsOfSubjects,
  type SubjectQuery,
  siteCounts,
  subjectCtes,
  UNDATED,
} from "./subjects.ts";

// Densities of sites are small numbers, so they are given per 100,000 people and per 100 km².
const SITES_PER_PEOPLE = 100_000;
const SITES_PER_KM2 = 100;

/**
 * CTEs that end in `measure_result`: one row for each requested measure, subject and year whose numerator has a figure, with the
 * result (value, value_max, qualifier) or the reason for none, and the ids of all figures used. Results of a subject are comparable
 * over the years if `comparable_since` is the same: no break in the series of any figure used lies between them.
 */
export function measureResultCtes(measures: readonly Measure[], subjects: SubjectQuery, partOfYear: PartOfYear): Sql[] {
  const formulas = new Set(measures.map(({ formula }) => formula));
  const countsSites = measures.some(({ indicator }) => typeof indicator !== "string");
  const divisorRules = divisors.filter((rule) => rule.formulas.some((formula) => formulas.has(formula)));
  const divisorSelects = divisorRules.map((rule) => rule.rows(countsSites));
  const reasonsWithoutDivisor = divisorRules.map(
    (rule) => sql`WHEN numerator.formula = ANY(${rule.formulas}) THEN ${rule.notComputable}`,
  );
  return [
    requestedMeasures(measures),
    ...subjectCtes(subjects),
    ...figures(measures, subjects, partOfYear),
    // The columns (measure-column.ts, exports) read the city's counts of sites also where none are requested.
    ...(countsSites ? siteCounts(subjects) : emptyCityCountCtes),
    numeratorCte(countsSites),
    ...(formulas.has("PER_HEAD") ? [populationCte(subjects)] : []),
    sql`denominator AS MATERIALIZED (${join(divisorSelects, " UNION ALL ")})`,
    // The reasons for no divisor read `subject_or_city`. ZERO_BASE: the base is not above zero, or growth may start or end below it.
    // An interval has `low`, `high`, `ids` of its figures, and `synthetic`: whether one of them was made up for a demonstration.
    sql`divided AS MATERIALIZED (
      SELECT numerator.measure_number, numerator.formula, numerator.counts_sites, numerator.subject_id, numerator.year,
        denominator.from_year, greatest(numerator.comparable_since, denominator.comparable_since) AS comparable_since,
        coalesce(requested_measure.reason, denominator.reason, CASE
          WHEN denominator.measure_number IS NULL THEN CASE ${join(reasonsWithoutDivisor, " ")} END
          WHEN denominator.high <= 0 OR (numerator.formula = 'AVERAGE_GROWTH'
            AND numerator.low < 0) THEN 'ZERO_BASE' END) AS reason, ${quotient(sql`numerator`, sql`denominator`)}
      FROM numerator JOIN requested_measure ON requested_measure.measure_number = numerator.measure_number
        JOIN subject_or_city ON subject_or_city.subject_id = numerator.subject_id
      LEFT JOIN denominator ON denominator.measure_number = numerator.measure_number AND denominator.subject_id = numerator.subject_id
        AND denominator.year = numerator.year)`,
    cityAdjustedCte,
    sql`scaled AS (SELECT city_adjusted.measure_number, city_adjusted.subject_id, city_adjusted.year, city_adjusted.from_year,
      city_adjusted.comparable_since, city_adjusted.reason, ${mapInterval(sql`city_adjusted`, toDisplayScale)} FROM city_adjusted)`,
    // BOUNDS_ONLY: figures of which only bounds are published can leave the result without any.
    sql`measure_result AS MATERIALIZED (
      SELECT scaled.measure_number, scaled.subject_id, scaled.year, scaled.from_year, scaled.comparable_since,
        coalesce(scaled.synthetic, false) AS synthetic, scaled.ids,
        coalesce(scaled.reason, CASE WHEN scaled.low IS NULL AND scaled.high IS NULL THEN 'BOUNDS_ONLY' END) AS reason,
        result.value, result.value_max, result.qualifier
      FROM scaled LEFT JOIN LATERAL (SELECT ${qualifiedValue(sql`scaled`)}) result ON scaled.reason IS NULL)`,
  ];
}

/**
 * Figures of these subjects and of the city. `figure`: those of the requested part of the year (a stock may have several per year);
 * `yearly`: the preferred one of each year, and under the year UNDATED the latest without a date; `full_year_figure`: full-year population and employee figures.
 */
function figures(measures: readonly Measure[], subjects: SubjectQuery, partOfYear: PartOfYear): Sql[] {
  const indicators = measures.flatMap(({ indicator }) => indicator ?? []);
  // The id of an indicator is its slug. `covers_whole_area`: whether a figure includes the parts of a district that are published apart.
  // Filtering by subject within `figuresOfPartOfYear` keeps other subjects' figures from being ranked in vain.
  const figureRows = (slugs: readonly string[], partOfYearOfFigures: PartOfYear): Sql => sql`
    SELECT subject_figure.indicator_id, subject_figure.subject_id, subject_figure.year, subject_figure.month_day,
      subject_figure.indicator_id = ANY(${WHOLE_AREA_INDICATORS}) AS covers_whole_area, subject_figure.precedence,
      ${comparableSince(sql`subject_figure`)} AS comparable_since, ${intervalOf(sql`subject_figure`)}
    FROM ${rowsOfSubjects(
      subjects,
      figuresOfPartOfYear(slugs, partOfYearOfFigures, subjects.asOf, (row) => concernsSubjects(subjects, row)),
    )} subject_figure`;
  const preferred = (table: Sql): Sql =>
    sql`(SELECT DISTINCT ON (candidate.indicator_id, candidate.subject_id, candidate.year) candidate.* FROM ${table} candidate
      ORDER BY candidate.indicator_id, candidate.subject_id, candidate.year, candidate.precedence)`;
  return [
    // Location quotients divide by GDP, whatever is requested.
    sql`figure AS MATERIALIZED (${figureRows([...indicators, INDICATOR_SLUGS.gdp], partOfYear)})`,
    sql`yearly AS MATERIALIZED (
      ${preferred(sql`figure`)} UNION ALL
      SELECT latest.indicator_id, latest.subject_id, ${UNDATED}, NULL, latest.indicator_id = ANY(${WHOLE_AREA_INDICATORS}), NULL, NULL,
        ${intervalOf(sql`observation`)}
      FROM ${rowsOfSubjects(subjects, latestFigures(subjects.asOf))} latest JOIN observation ON observation.id = latest.observation_id
      WHERE latest.indicator_id = ANY(${anyLength(indicators)}) AND latest.period_end IS NULL)`,
    sql`full_year_figure AS MATERIALIZED (${preferred(sql`(${figureRows([...POPULATION_INDICATORS, INDICATOR_SLUGS.employees], WHOLE_YEARS)})`)})`,
  ];
}

const numeratorCte = (countsSites: boolean): Sql => sql`numerator AS MATERIALIZED (
  SELECT requested_measure.measure_number, requested_measure.formula, requested_measure.counts_sites,
    requested_measure.from_year AS requested_from_year,
    requested_measure.indicator_id, yearly.subject_id, yearly.year, yearly.month_day, yearly.covers_whole_area, yearly.comparable_since,
      ${intervalColumns(sql`yearly`)}
  FROM requested_measure JOIN yearly ON yearly.indicator_id = requested_measure.indicator_id
  ${
    countsSites
      ? sql`UNION ALL SELECT requested_measure.measure_number, requested_measure.formula, true, NULL, NULL, site_count.subject_id, ${UNDATED}, NULL, true, NULL, ${countOrShare}
        FROM requested_measure JOIN site_count ON site_count.kind IS NOT DISTINCT FROM requested_measure.kind JOIN site_count all_kinds ON all_kinds.subject_id = site_count.subject_id AND all_kinds.kind IS NULL
        WHERE requested_measure.counts_sites`
      : empty
  })`;

// A count, or the share of a kind among all sites. The share is smallest when every uncertain site of another kind lies in the
// subject and none of this kind does; largest the other way round. Dividing the two counts' intervals would ignore that one contains the other.
const countOrShare = intervalBetween(
  sql`CASE requested_measure.formula WHEN 'LOCATION_QUOTIENT' THEN coalesce(site_count.low / nullif(all_kinds.high - site_count.high + site_count.low, 0), 0) ELSE site_count.low END`,
  sql`CASE requested_measure.formula WHEN 'LOCATION_QUOTIENT' THEN coalesce(site_count.high / nullif(all_kinds.low - site_count.low + site_count.high, 0), 0) ELSE site_count.high END`,
);

// A share of the city divides the subject's figure by the city's, a location quotient the subject's share by the city's. The city's
// own result is 1. Results of other formulas stay as they are.
const cityAdjustedCte = sql`city_adjusted AS MATERIALIZED (
  SELECT divided.* FROM divided WHERE divided.formula NOT IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT')
  UNION ALL
  SELECT divided.measure_number, divided.formula, divided.counts_sites, divided.subject_id, divided.year,
    divided.from_year, greatest(divided.comparable_since, city.comparable_since), coalesce(divided.reason, CASE
      WHEN city.measure_number IS NULL OR city.reason IS NOT NULL THEN 'NO_CITY_FIGURE' WHEN city.high <= 0 THEN 'ZERO_BASE' END),
        ${quotient(sql`divided`, sql`city`)}
  FROM divided LEFT JOIN divided city ON city.measure_number = divided.measure_number AND city.year = divided.year
    AND city.subject_id = ${citySubjectId}
  WHERE divided.formula IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT') AND divided.subject_id <> ${citySubjectId}
  UNION ALL
  SELECT divided.measure_number, divided.formula, divided.counts_sites, divided.subject_id, divided.year,
    divided.from_year, divided.comparable_since,
    coalesce(divided.reason, CASE WHEN divided.high <= 0 THEN 'ZERO_BASE' END),
    ${exactInterval(sql`1`, sql`divided`)}
  FROM divided WHERE divided.formula IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT') AND divided.subject_id = ${citySubjectId})`;

const toDisplayScale = (x: Sql): Sql => sql`CASE city_adjusted.formula WHEN 'YEAR_ON_YEAR' THEN 100 * (${x} - 1)
  WHEN 'AVERAGE_GROWTH' THEN 100 * (power(greatest(${x}, CASE WHEN ${x} IS NOT NULL THEN 0 END),
  1.0 / nullif(city_adjusted.year - city_adjusted.from_year, 0)) - 1)
  WHEN 'SHARE_OF_CITY' THEN 100 * ${x} WHEN 'PER_HEAD' THEN CASE WHEN city_adjusted.counts_sites THEN ${SITES_PER_PEOPLE} ELSE 1 END::float8 * ${x}
  WHEN 'PER_KM2' THEN CASE WHEN city_adjusted.counts_sites THEN ${SITES_PER_KM2} ELSE 1 END::float8 * ${x} ELSE ${x} END`;
