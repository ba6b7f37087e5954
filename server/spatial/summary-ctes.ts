// The figures of several sites, group by group, as common table expressions (CTEs) of one statement. Figures are first counted and added where they are
// alike in all that decides what may be added, so that the rules are applied to a few rows.

import { empty, join, raw, type Sql, sql } from "../database/sql.ts";
import { type AsOf, latestFigures } from "../indicators/figure-precedence.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import { selectsTotals } from "../sites/totals.ts";
import { columnsOf, type GroupedSites, withKind } from "./grouped-sites.ts";
import { needsFigures, orderCtes, qualifiedStatistic, selectedStatistics } from "./statistic-ctes.ts";

interface Summaries {
  /** A condition on the latest figures, which have the alias `latest`. */
  condition: Sql;
  asOf: AsOf;
  /** The selected fields of FigureSummary. For a statistic all figures are put in order, so only selected ones are computed. */
  selected: ReadonlySet<string>;
  /** The filter of the sites, if all that meet it are summarised. */
  filter?: SiteFilter | undefined;
}

/**
 * CTEs, of which the last is `summary`: one row for each `key` and indicator. A part of a site is left out only if
 * the whole site has a figure in the same group.
 */
export function summaryCtes(sites: GroupedSites, { condition, asOf, selected, filter }: Summaries): Sql[] {
  const names = selectedStatistics(selected);
  return [
    ...leftOutCtes(sites, condition, asOf),
    filter && !asOf && selectsTotals(filter)
      ? keptSums(sites, sql`${condition} AND ${siteConditions(filter, sql`latest`)}`)
      : countedSums(sites),
    ...totalCtes(),
    ...(needsFigures(selected) ? orderCtes(sites, names) : []),
    sql`summary AS (
      SELECT total_status.key, total_status.indicator_id, total_status.count, total_status.synthetic, total_status.sum_not_computable,
        extract(year FROM total_status.first_end)::int AS first_year, extract(year FROM total_status.last_end)::int AS last_year,
        CASE WHEN total_status.sum_not_computable IS NULL THEN CASE total_status.qualifier WHEN 'AT_MOST' THEN total_status.high
        ELSE total_status.low END END AS sum,
        CASE WHEN total_status.sum_not_computable IS NULL AND total_status.qualifier = 'RANGE' THEN total_status.high END AS sum_max,
        CASE WHEN total_status.sum_not_computable IS NULL THEN total_status.qualifier END AS sum_qualifier,
        (SELECT count(*) FROM left_out WHERE left_out.key = total_status.key
        AND left_out.indicator_id = total_status.indicator_id) AS parts_left_out
        ${names.length > 0 ? sql`, ${join(names.map((name) => sql`${raw(name)}.*`))}` : empty}
      FROM total_status
      ${names.length > 0 ? sql`JOIN statistic ON statistic.key = total_status.key AND statistic.indicator_id = total_status.indicator_id ${join(names.map(qualifiedStatistic), " ")}` : empty})`,
  ];
}

/** `left_out`: the figures of parts whose whole site has one in the same group. It starts from the parts, which are few. */
function leftOutCtes({ table, columns, key }: GroupedSites, condition: Sql, asOf: AsOf): Sql[] {
  return [
    // Reads the table itself, because its statistics tell the planner how few parts there are.
    sql`ancestry AS (
      SELECT site.id, site.parent_id AS above FROM site WHERE site.parent_id IS NOT NULL
      UNION SELECT ancestry.id, site.parent_id FROM ancestry JOIN site ON site.id = ancestry.above WHERE site.parent_id IS NOT NULL)`,
    // The figures of another moment are sorted out of all figures, which should be done once.
    sql`site_figure AS ${raw(asOf ? "MATERIALIZED" : "NOT MATERIALIZED")} (
      SELECT latest.site_id, latest.indicator_id, latest.observation_id FROM ${latestFigures(asOf)} latest
        WHERE latest.site_id IS NOT NULL AND ${condition})`,
    sql`left_out AS MATERIALIZED (
      SELECT DISTINCT ${key(sql`part`)} AS key, ${columnsOf(sql`part`, withKind(columns))}, site_figure.indicator_id,
        site_figure.observation_id
      FROM ancestry JOIN ${table} part ON part.id = ancestry.id
        JOIN ${table} whole ON whole.id = ancestry.above AND ${key(sql`whole`)} = ${key(sql`part`)}
      JOIN site_figure ON site_figure.site_id = part.id JOIN site_figure figure_of_whole ON figure_of_whole.site_id = whole.id
        AND figure_of_whole.indicator_id = site_figure.indicator_id)`,
  ];
}

/** What figures that are counted together have in common, besides group, kind of site and indicator. */
const COMMON_COLUMNS = ["qualifier", "synthetic", "period_kind", "period_start", "period_end"];
const UPPER_END = sql`coalesce(observation.value_max, observation.value)`;

/** `counted_figure`: how many figures are alike, and their sums, from the figures of the sites. */
const countedSums = ({ table, columns, key }: GroupedSites): Sql => sql`counted_figure AS (
  SELECT ${key(sql`grouped`)} AS key, site_figure.indicator_id, grouped.kind, ${columnsOf(sql`observation`, COMMON_COLUMNS)},
    count(*) AS count, sum(observation.value) AS low, sum(${UPPER_END}) AS high
  FROM ${table} grouped JOIN site_figure ON site_figure.site_id = grouped.id
    JOIN observation ON observation.id = site_figure.observation_id
  GROUP BY ${columnsOf(sql`grouped`, withKind(columns))}, site_figure.indicator_id, ${columnsOf(sql`observation`, COMMON_COLUMNS)})`;

/** The same from the totals that are kept (see migrations) and meet the condition. */
const keptSums = ({ key }: GroupedSites, condition: Sql): Sql => sql`counted_figure AS (
  SELECT ${key(sql`latest`)} AS key, latest.indicator_id, latest.kind, ${columnsOf(sql`latest`, COMMON_COLUMNS)}, latest.count,
    latest.low, latest.high
  FROM figure_total latest WHERE ${condition})`;

/** `total_status`: counts and sums, and why there is no sum. */
function totalCtes(): Sql[] {
  const dimensions = columnsOf(sql`subtotals`, ["key", "indicator_id", "kind", ...COMMON_COLUMNS]);
  const common = columnsOf(sql`observation`, COMMON_COLUMNS);
  return [
    // Taking the few figures that are left out off the sums is cheaper than looking for each figure among them.
    sql`subtotal AS (
      SELECT ${dimensions}, sum(subtotals.count) AS count, sum(subtotals.low) AS low, sum(subtotals.high) AS high
      FROM (SELECT * FROM counted_figure
        UNION ALL SELECT left_out.key, left_out.indicator_id, left_out.kind, ${common}, -1, -observation.value, -${UPPER_END}
          FROM left_out JOIN observation ON observation.id = left_out.observation_id) subtotals
      GROUP BY ${dimensions} HAVING sum(subtotals.count) > 0)`,
    sql`group_total AS (
      SELECT subtotal.key, subtotal.indicator_id, sum(subtotal.count)::int AS count, sum(subtotal.low) AS low,
        sum(subtotal.high) AS high,
        min(subtotal.period_end) AS first_end, max(subtotal.period_end) AS last_end, bool_or(subtotal.synthetic) AS synthetic,
        bool_or(subtotal.qualifier IN ('AT_LEAST', 'MORE_THAN')) AS lower,
        bool_or(subtotal.qualifier IN ('AT_MOST', 'LESS_THAN')) AS upper,
        bool_or(subtotal.qualifier = 'RANGE') AS range, bool_or(subtotal.qualifier = 'ABOUT') AS about,
        bool_or(subtotal.qualifier = 'NEARLY') AS nearly,
        min(subtotal.kind) = max(subtotal.kind) AS has_one_kind,
        bool_and(subtotal.period_end IS NOT NULL) AND min(subtotal.period_kind) = max(subtotal.period_kind)
          AND min(subtotal.period_start) = max(subtotal.period_start)
          AND min(subtotal.period_end) = max(subtotal.period_end) AS has_one_period
      FROM subtotal GROUP BY subtotal.key, subtotal.indicator_id)`,
    sql`total_status AS (
      SELECT group_total.*, CASE
          WHEN (indicator.aggregation, indicator.nature) NOT IN (('SUM', 'FLOW'), ('SUM', 'STOCK'),
          ('LAST', 'STOCK')) THEN 'NOT_ADDITIVE'
          WHEN indicator.nature = 'FLOW' AND group_total.count > 1 AND NOT group_total.has_one_period THEN 'MIXED_PERIODS'
          WHEN indicator.nature = 'STOCK' AND NOT group_total.has_one_kind THEN 'MIXED_KINDS'
          WHEN group_total.lower AND (group_total.upper OR group_total.nearly) THEN 'MIXED_BOUNDS' END AS sum_not_computable,
        CASE WHEN group_total.lower THEN 'AT_LEAST' WHEN group_total.upper
        OR (group_total.range AND group_total.nearly) THEN 'AT_MOST' WHEN group_total.range THEN 'RANGE'
          WHEN group_total.about THEN 'ABOUT' WHEN group_total.nearly THEN 'NEARLY' ELSE 'EXACT' END AS qualifier
      FROM group_total JOIN indicator ON indicator.id = group_total.indicator_id)`,
  ];
}
