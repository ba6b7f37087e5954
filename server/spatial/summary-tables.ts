// The figures of several sites, group by group, as named tables of one statement. Figures are first counted and added where they are
// alike in all that decides what may be added, so that the rules are applied to a few rows.

import { empty, join, raw, type Sql, sql } from "../database/sql.ts";
import { type AsOf, latestFigures } from "../indicators/figure-precedence.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import { selectsTotals } from "../sites/totals.ts";
import { columnsOf, type GroupedSites, withKind } from "./grouped-sites.ts";
import { needsFigures, orderTables, qualifiedStatistic, selectedStatistics } from "./statistic-tables.ts";

interface Summaries {
  /** A condition on the latest figures, which have the alias `f`. */
  condition: Sql;
  asOf: AsOf;
  /** The selected fields of FigureSummary. For a statistic all figures are put in order, so only selected ones are computed. */
  selected: ReadonlySet<string>;
  /** The filter of the sites, if all that meet it are summarised. */
  filter?: SiteFilter | undefined;
}

/**
 * Common table expressions, of which the last is `summary`: one row for each `key` and indicator. A part of a site is left out only if
 * the whole site has a figure in the same group.
 */
export function summaryTables(sites: GroupedSites, { condition, asOf, selected, filter }: Summaries): Sql[] {
  const names = selectedStatistics(selected);
  return [
    ...leftOutTables(sites, condition, asOf),
    filter && !asOf && selectsTotals(filter)
      ? keptSums(sites, sql`${condition} AND ${siteConditions(filter, sql`f`)}`)
      : countedSums(sites),
    ...totalTables(),
    ...(needsFigures(selected) ? orderTables(sites, names) : []),
    sql`summary AS (
      SELECT j.key, j.indicator_id, j.count, j.synthetic, j.sum_not_computable,
        extract(year FROM j.first_end)::int AS first_year, extract(year FROM j.last_end)::int AS last_year,
        CASE WHEN j.sum_not_computable IS NULL THEN CASE j.qualifier WHEN 'AT_MOST' THEN j.high ELSE j.low END END AS sum,
        CASE WHEN j.sum_not_computable IS NULL AND j.qualifier = 'RANGE' THEN j.high END AS sum_max,
        CASE WHEN j.sum_not_computable IS NULL THEN j.qualifier END AS sum_qualifier,
        (SELECT count(*) FROM left_out x WHERE x.key = j.key AND x.indicator_id = j.indicator_id) AS parts_left_out
        ${names.length > 0 ? sql`, ${join(names.map((name) => sql`${raw(name)}.*`))}` : empty}
      FROM total_status j
      ${names.length > 0 ? sql`JOIN statistic e ON e.key = j.key AND e.indicator_id = j.indicator_id ${join(names.map(qualifiedStatistic), " ")}` : empty})`,
  ];
}

/** `left_out`: the figures of parts whose whole site has one in the same group. It starts from the parts, which are few. */
function leftOutTables({ table, columns, key }: GroupedSites, condition: Sql, asOf: AsOf): Sql[] {
  return [
    // Reads the table itself, because its statistics tell the planner how few parts there are.
    sql`ancestry AS (
      SELECT s.id, s.parent_id AS above FROM site s WHERE s.parent_id IS NOT NULL
      UNION SELECT a.id, s.parent_id FROM ancestry a JOIN site s ON s.id = a.above WHERE s.parent_id IS NOT NULL)`,
    // The figures of another moment are sorted out of all figures, which should be done once.
    sql`site_figure AS ${raw(asOf ? "MATERIALIZED" : "NOT MATERIALIZED")} (
      SELECT f.site_id, f.indicator_id, f.observation_id FROM ${latestFigures(asOf)} f WHERE f.site_id IS NOT NULL AND ${condition})`,
    sql`left_out AS MATERIALIZED (
      SELECT DISTINCT ${key(sql`p`)} AS key, ${columnsOf(sql`p`, withKind(columns))}, f.indicator_id, f.observation_id
      FROM ancestry a JOIN ${table} p ON p.id = a.id JOIN ${table} w ON w.id = a.above AND ${key(sql`w`)} = ${key(sql`p`)}
      JOIN site_figure f ON f.site_id = p.id JOIN site_figure g ON g.site_id = w.id AND g.indicator_id = f.indicator_id)`,
  ];
}

/** What figures that are counted together have in common, besides group, kind of site and indicator. */
const ALIKE = ["qualifier", "synthetic", "period_kind", "period_start", "period_end"];
const TOP = sql`coalesce(o.value_max, o.value)`;

/** `counted_figure`: how many figures are alike, and their sums, from the figures of the sites. */
const countedSums = ({ table, columns, key }: GroupedSites): Sql => sql`counted_figure AS (
  SELECT ${key(sql`p`)} AS key, f.indicator_id, p.kind, ${columnsOf(sql`o`, ALIKE)}, count(*) AS count, sum(o.value) AS low, sum(${TOP}) AS high
  FROM ${table} p JOIN site_figure f ON f.site_id = p.id JOIN observation o ON o.id = f.observation_id
  GROUP BY ${columnsOf(sql`p`, withKind(columns))}, f.indicator_id, ${columnsOf(sql`o`, ALIKE)})`;

/** The same from the totals that are kept (see migrations) and meet the condition. */
const keptSums = ({ key }: GroupedSites, condition: Sql): Sql => sql`counted_figure AS (
  SELECT ${key(sql`f`)} AS key, f.indicator_id, f.kind, ${columnsOf(sql`f`, ALIKE)}, f.count, f.low, f.high
  FROM figure_total f WHERE ${condition})`;

/** `total_status`: counts and sums, and why there is no sum. */
function totalTables(): Sql[] {
  const dimensions = columnsOf(sql`t`, ["key", "indicator_id", "kind", ...ALIKE]);
  const alike = columnsOf(sql`o`, ALIKE);
  return [
    // Taking the few figures that are left out off the sums is cheaper than looking for each figure among them.
    sql`subtotal AS (
      SELECT ${dimensions}, sum(t.count) AS count, sum(t.low) AS low, sum(t.high) AS high
      FROM (SELECT * FROM counted_figure
        UNION ALL SELECT x.key, x.indicator_id, x.kind, ${alike}, -1, -o.value, -${TOP} FROM left_out x JOIN observation o ON o.id = x.observation_id) t
      GROUP BY ${dimensions} HAVING sum(t.count) > 0)`,
    sql`group_total AS (
      SELECT f.key, f.indicator_id, sum(f.count)::int AS count, sum(f.low) AS low, sum(f.high) AS high,
        min(f.period_end) AS first_end, max(f.period_end) AS last_end, bool_or(f.synthetic) AS synthetic,
        bool_or(f.qualifier IN ('AT_LEAST', 'MORE_THAN')) AS lower, bool_or(f.qualifier IN ('AT_MOST', 'LESS_THAN')) AS upper,
        bool_or(f.qualifier = 'RANGE') AS range, bool_or(f.qualifier = 'ABOUT') AS about, bool_or(f.qualifier = 'NEARLY') AS nearly,
        min(f.kind) = max(f.kind) AS has_one_kind,
        bool_and(f.period_end IS NOT NULL) AND min(f.period_kind) = max(f.period_kind)
          AND min(f.period_start) = max(f.period_start) AND min(f.period_end) = max(f.period_end) AS has_one_period
      FROM subtotal f GROUP BY f.key, f.indicator_id)`,
    sql`total_status AS (
      SELECT s.*, CASE
          WHEN (i.aggregation, i.nature) NOT IN (('SUM', 'FLOW'), ('SUM', 'STOCK'), ('LAST', 'STOCK')) THEN 'NOT_ADDITIVE'
          WHEN i.nature = 'FLOW' AND s.count > 1 AND NOT s.has_one_period THEN 'MIXED_PERIODS'
          WHEN i.nature = 'STOCK' AND NOT s.has_one_kind THEN 'MIXED_KINDS'
          WHEN s.lower AND (s.upper OR s.nearly) THEN 'MIXED_BOUNDS' END AS sum_not_computable,
        CASE WHEN s.lower THEN 'AT_LEAST' WHEN s.upper OR (s.range AND s.nearly) THEN 'AT_MOST' WHEN s.range THEN 'RANGE'
          WHEN s.about THEN 'ABOUT' WHEN s.nearly THEN 'NEARLY' ELSE 'EXACT' END AS qualifier
      FROM group_total s JOIN indicator i ON i.id = s.indicator_id)`,
  ];
}
