// The core of every comparison, as named tables of one statement: the figure of each measure, place and year, its divisor
// (divisors.ts), and the result as bounds (indicators/interval.ts), or the reason why there is none.
//
// The year is 0 for counts of sites, which are current, and for stocks without a date.
import { INDICATOR_SLUGS, WHOLE_AREA_INDICATORS } from "../contract/city.ts";
import { anyLength, empty, join, type Sql, sql } from "../database/sql.ts";
import { comparableSince } from "../indicators/comparable-since.ts";
import { figuresOfPartOfYear, latestFigures, type PartOfYear, WHOLE_YEARS } from "../indicators/figure-precedence.ts";
import { intervalBetween, intervalColumns, intervalOf, mapInterval, qualifiedValue, quotient } from "../indicators/interval.ts";
import { noCityCounts } from "../sites/districts-of-sites.ts";
import { divisors, POPULATION_INDICATORS, populationTable } from "./divisors.ts";
import { type Measure, requestedMeasures } from "./measure.ts";
import { cityRef, concernsSubjects, placeTables, rowsOfSubjects, type SubjectQuery, siteCounts } from "./subjects.ts";

// Densities of sites are small numbers, so they are given per 100,000 people and per 100 km².
const PER_PEOPLE = 100_000;
const PER_KM2 = 100;

/**
 * Tables that end in `measure_result`: a row for each position in `requested_measure`, place and year with a figure of the measure itself, with
 * the result (value, value_max, qualifier) or the reason for none, and the ids of all figures used. Results of a place are comparable
 * over the years if `comparable_since` is the same: no break in the series of any figure used lies between them.
 */
export function measureResultTables(measures: readonly Measure[], subjects: SubjectQuery, partOfYear: PartOfYear): Sql[] {
  const formulas = new Set(measures.map(({ formula }) => formula));
  const countsSites = measures.some(({ indicator }) => typeof indicator !== "string");
  const usedDivisors = divisors.filter((divisor) => divisor.formulas.some((formula) => formulas.has(formula)));
  const rows = usedDivisors.map((divisor) => divisor.rows(countsSites));
  const missing = usedDivisors.map((divisor) => sql`WHEN n.formula = ANY(${divisor.formulas}) THEN ${divisor.notComputable}`);
  return [
    requestedMeasures(measures),
    ...placeTables(subjects),
    ...figures(measures, subjects, partOfYear),
    ...(countsSites ? siteCounts(subjects) : noCityCounts),
    numeratorTable(countsSites),
    ...(formulas.has("PER_HEAD") ? [populationTable(subjects)] : []),
    sql`denominator AS MATERIALIZED (${join(rows, " UNION ALL ")})`,
    sql`proportion AS MATERIALIZED (
      SELECT n.position, n.formula, n.counts_sites, n.ref, n.year, d.from_year, greatest(n.comparable_since, d.comparable_since) AS comparable_since, coalesce(a.reason, d.reason, CASE
          WHEN d.position IS NULL THEN CASE ${join(missing, " ")} END
          WHEN d.high <= 0 OR (n.formula = 'AVERAGE_GROWTH' AND n.low < 0) THEN 'ZERO_BASE' END) AS reason, ${quotient(sql`n`, sql`d`)}
      FROM numerator n JOIN requested_measure a ON a.position = n.position JOIN subject_or_city p ON p.ref = n.ref
      LEFT JOIN denominator d ON d.position = n.position AND d.ref = n.ref AND d.year = n.year)`,
    dividedByCity,
    sql`scaled AS (SELECT r.position, r.ref, r.year, r.from_year, r.comparable_since, r.reason, ${mapInterval(sql`r`, toDisplayScale)} FROM relative r)`,
    sql`measure_result AS MATERIALIZED (
      SELECT s.position, s.ref, s.year, s.from_year, s.comparable_since, coalesce(s.synthetic, false) AS synthetic, s.ids,
        coalesce(s.reason, CASE WHEN s.low IS NULL AND s.high IS NULL THEN 'BOUNDS_ONLY' END) AS reason,
        t.value, t.value_max, t.qualifier
      FROM scaled s LEFT JOIN LATERAL (SELECT ${qualifiedValue(sql`s`)}) t ON s.reason IS NULL)`,
  ];
}

/**
 * Figures of these subjects and of the city: `figure` of the part of the year, several per year for stocks recorded on several days;
 * `yearly` the preferred one of each year; `divisor` the full-year figures that others are divided by.
 */
function figures(measures: readonly Measure[], subjects: SubjectQuery, partOfYear: PartOfYear): Sql[] {
  const indicators = measures.flatMap(({ indicator }) => indicator ?? []);
  const figureRows = (slugs: readonly string[], partOfYearOfFigures: PartOfYear): Sql => sql`
    SELECT f.indicator_id, f.ref, f.year, f.month_day, f.indicator_id = ANY(${WHOLE_AREA_INDICATORS}) AS of_the_whole, f.precedence,
      ${comparableSince(sql`f`)} AS comparable_since, ${intervalOf(sql`f`)}
    FROM ${rowsOfSubjects(subjects, figuresOfPartOfYear(slugs, partOfYearOfFigures, subjects.asOf, concernsSubjects(subjects, sql`f`)))} f`;
  const preferred = (table: Sql): Sql =>
    sql`(SELECT DISTINCT ON (f.indicator_id, f.ref, f.year) f.* FROM ${table} f ORDER BY f.indicator_id, f.ref, f.year, f.precedence)`;
  return [
    sql`figure AS MATERIALIZED (${figureRows([...indicators, INDICATOR_SLUGS.gdp], partOfYear)})`,
    sql`yearly AS MATERIALIZED (
      ${preferred(sql`figure`)} UNION ALL
      SELECT f.indicator_id, f.ref, 0, NULL, f.indicator_id = ANY(${WHOLE_AREA_INDICATORS}), NULL, NULL, ${intervalOf(sql`o`)}
      FROM ${rowsOfSubjects(subjects, latestFigures(subjects.asOf))} f JOIN observation o ON o.id = f.observation_id
      WHERE f.indicator_id = ANY(${anyLength(indicators)}) AND f.period_end IS NULL)`,
    sql`divisor AS MATERIALIZED (${preferred(sql`(${figureRows([...POPULATION_INDICATORS, INDICATOR_SLUGS.employees], WHOLE_YEARS)})`)})`,
  ];
}

const numeratorTable = (countsSites: boolean): Sql => sql`numerator AS MATERIALIZED (
  SELECT a.position, a.formula, a.counts_sites, a.from_year, a.indicator_id, f.ref, f.year, f.month_day, f.of_the_whole, f.comparable_since, ${intervalColumns(sql`f`)}
  FROM requested_measure a JOIN yearly f ON f.indicator_id = a.indicator_id
  ${
    countsSites
      ? sql`UNION ALL SELECT a.position, a.formula, true, NULL, NULL, c.ref, 0, NULL, true, NULL, ${countOrShare}
        FROM requested_measure a JOIN site_count c ON c.kind IS NOT DISTINCT FROM a.kind JOIN site_count w ON w.ref = c.ref AND w.kind IS NULL
        WHERE a.counts_sites`
      : empty
  })`;

// The share of a kind is least where all other sites that may lie there do, and greatest where only those of the kind do. Dividing
// one count by the other would forget that both hold the same sites, and would allow shares above 1.
const countOrShare = intervalBetween(
  sql`CASE a.formula WHEN 'LOCATION_QUOTIENT' THEN coalesce(c.low / nullif(w.high - c.high + c.low, 0), 0) ELSE c.low END`,
  sql`CASE a.formula WHEN 'LOCATION_QUOTIENT' THEN coalesce(c.high / nullif(w.low - c.low + c.high, 0), 0) ELSE c.high END`,
);

// A share divides the part's figure by the city's; a location quotient divides proportions. The city itself is 1.
const dividedByCity = sql`relative AS MATERIALIZED (
  SELECT p.* FROM proportion p WHERE p.formula NOT IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT')
  UNION ALL
  SELECT p.position, p.formula, p.counts_sites, p.ref, p.year, p.from_year, greatest(p.comparable_since, c.comparable_since), coalesce(p.reason, CASE
      WHEN c.position IS NULL OR c.reason IS NOT NULL THEN 'NO_CITY_FIGURE' WHEN c.high <= 0 THEN 'ZERO_BASE' END), ${quotient(sql`p`, sql`c`)}
  FROM proportion p LEFT JOIN proportion c ON c.position = p.position AND c.year = p.year AND c.ref = ${cityRef}
  WHERE p.formula IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT') AND p.ref <> ${cityRef}
  UNION ALL
  SELECT p.position, p.formula, p.counts_sites, p.ref, p.year, p.from_year, p.comparable_since, coalesce(p.reason, CASE WHEN p.high <= 0 THEN 'ZERO_BASE' END), 1, 1, false, false, false, false, p.synthetic, p.ids
  FROM proportion p WHERE p.formula IN ('SHARE_OF_CITY', 'LOCATION_QUOTIENT') AND p.ref = ${cityRef})`;

const toDisplayScale = (x: Sql): Sql => sql`CASE r.formula WHEN 'YEAR_ON_YEAR' THEN 100 * (${x} - 1)
  WHEN 'AVERAGE_GROWTH' THEN 100 * (power(greatest(${x}, CASE WHEN ${x} IS NOT NULL THEN 0 END), 1.0 / nullif(r.year - r.from_year, 0)) - 1)
  WHEN 'SHARE_OF_CITY' THEN 100 * ${x} WHEN 'PER_HEAD' THEN CASE WHEN r.counts_sites THEN ${PER_PEOPLE} ELSE 1 END::float8 * ${x}
  WHEN 'PER_KM2' THEN CASE WHEN r.counts_sites THEN ${PER_KM2} ELSE 1 END::float8 * ${x} ELSE ${x} END`;
