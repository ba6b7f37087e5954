// The figures of several sites, group by group, as named tables of one statement. Figures are first counted and added where they are
// alike in all that decides what may be added, so that the rules are applied to a few rows.

import { empty, identifier, join, raw, type Sql, sql } from "../database/sql.ts";
import { type AsOf, latestFigures } from "../indicators/figure-precedence.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";

/** Maximum number of listed figures per sum. */
export const MAX_FIGURES_LISTED = 100;

/** Numbers at a position among several: the condition on the position `n` among `f.of` ordered ones. */
const statistics = {
  median: (n: Sql): Sql => sql`${n} IN ((f.of + 1) / 2, f.of / 2 + 1)`,
  least: (n: Sql): Sql => sql`${n} = 1`,
  greatest: (n: Sql): Sql => sql`${n} = f.of`,
} as const;
export type StatisticName = keyof typeof statistics;

/** The sites to summarise, and how they are grouped. */
export interface GroupedSites {
  /** A table with `id`, `kind` and the columns of the group. */
  table: Sql;
  /** The columns that distinguish groups; none if there is one group. */
  columns: readonly string[];
  /** The key of a group as text, of a row with these columns. */
  key: (row: Sql) => Sql;
}

interface Summaries {
  /** A condition on the latest figures, which have the alias `f`. */
  condition: Sql;
  asOf: AsOf;
  /** The selected fields of FigureSummary. For a statistic all figures are put in order, so only selected ones are computed. */
  selected: ReadonlySet<string>;
}

/**
 * Common table expressions, of which the last is `summary`: one row for each `key` and indicator. A part of a site is left out only if
 * the whole site has a figure in the same group.
 */
export function summaryTables(sites: GroupedSites, { condition, asOf, selected }: Summaries): Sql[] {
  const names = (Object.keys(statistics) as StatisticName[]).filter((name) =>
    [name, `${name}Max`, `${name}Qualifier`].some((field) => selected.has(field)),
  );
  return [
    ...leftOutTables(sites, condition, asOf),
    ...totalTables(sites),
    ...orderTables(sites, names),
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

/** `total_status`: counts and sums, and why there is no sum. */
function totalTables({ table, columns, key }: GroupedSites): Sql[] {
  const groups = columnsOf(sql`p`, withKind(columns));
  const dimensions = columnsOf(sql`t`, ["key", "indicator_id", "kind", ...ALIKE]);
  const alike = columnsOf(sql`o`, ALIKE);
  return [
    sql`counted_figure AS (
      SELECT ${key(sql`p`)} AS key, f.indicator_id, p.kind, ${alike}, count(*) AS count, sum(o.value) AS low, sum(${TOP}) AS high
      FROM ${table} p JOIN site_figure f ON f.site_id = p.id JOIN observation o ON o.id = f.observation_id
      GROUP BY ${groups}, f.indicator_id, ${alike})`,
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

/** `statistic` with the ends of the named statistics, and `listed_figure` with the largest figures. */
function orderTables({ table, columns, key }: GroupedSites, names: readonly StatisticName[]): Sql[] {
  const group = columnsOf(sql`f`, [...columns, "indicator_id"]);
  return [
    sql`group_figure AS (
      SELECT ${columnsOf(sql`p`, withKind(columns))}, f.indicator_id, f.observation_id, o.value, o.qualifier,
        ${floorOf(sql`o`)} AS floor, ${ceilingOf(sql`o`)} AS ceiling
      FROM ${table} p JOIN site_figure f ON f.site_id = p.id JOIN observation o ON o.id = f.observation_id
      WHERE NOT EXISTS (SELECT FROM left_out x WHERE x.observation_id = f.observation_id))`,
    // More than 10 is above 10, less than 10 below it.
    sql`ordered_figure AS (
      SELECT f.*, count(*) OVER same_group AS of, row_number() OVER (same_group ORDER BY f.floor, f.qualifier = 'MORE_THAN') AS by_floor,
        row_number() OVER (same_group ORDER BY f.ceiling, f.qualifier <> 'LESS_THAN') AS by_ceiling
      FROM group_figure f WINDOW same_group AS (PARTITION BY ${group}))`,
    sql`statistic AS (
      SELECT ${key(sql`f`)} AS key, f.indicator_id, ${names.length > 0 ? join(names.map(endsOf)) : sql`0 AS none`} FROM ordered_figure f GROUP BY ${group})`,
    sql`listed_figure AS MATERIALIZED (
      SELECT ${key(sql`l`)} AS key, l.indicator_id, l.observation_id
      FROM (SELECT f.*, row_number() OVER (PARTITION BY ${group} ORDER BY f.value DESC, f.observation_id) AS n FROM group_figure f) l
      WHERE l.n <= ${MAX_FIGURES_LISTED})`,
  ];
}

const withKind = (columns: readonly string[]): string[] => [...new Set([...columns, "kind"])];

const columnsOf = (row: Sql, names: readonly string[]): Sql => join(names.map((name) => sql`${row}.${identifier(name)}`));

/** Both ends of a statistic, whether they are open, and whether it is approximate, over the rows `f` of `ordered_figure`. */
const endsOf = (name: StatisticName): Sql => {
  const statistic = statistics[name];
  const column = (suffix: string) => raw(`${name}_${suffix}`);
  return sql`avg(f.floor) FILTER (WHERE ${statistic(sql`f.by_floor`)}) AS ${column("low")},
    avg(f.ceiling) FILTER (WHERE ${statistic(sql`f.by_ceiling`)}) AS ${column("high")},
    bool_or(f.qualifier = 'MORE_THAN') FILTER (WHERE ${statistic(sql`f.by_floor`)}) AS ${column("low_open")},
    bool_or(f.qualifier = 'LESS_THAN') FILTER (WHERE ${statistic(sql`f.by_ceiling`)}) AS ${column("high_open")},
    bool_or(f.qualifier IN ('ABOUT', 'NEARLY')) FILTER (WHERE ${statistic(sql`f.by_floor`)} OR ${statistic(sql`f.by_ceiling`)}) AS ${column("about")}`;
};

/** The same as a qualified number of a row `e`: columns named for it, in a lateral subquery of that name. */
const qualifiedStatistic = (name: StatisticName): Sql => {
  const column = (suffix: string) => sql`e.${raw(`${name}_${suffix}`)}`;
  return sql`CROSS JOIN LATERAL (SELECT t.value AS ${raw(name)}, t.value_max AS ${raw(`${name}_max`)}, t.qualifier AS ${raw(`${name}_qualifier`)}
    FROM (SELECT ${finiteOrNull(column("low"))} AS low, ${finiteOrNull(column("high"))} AS high, ${column("low_open")} AS low_open,
      ${column("high_open")} AS high_open, ${column("about")} AS about, false AS nearly) e CROSS JOIN LATERAL (SELECT ${qualifiedValue(sql`e`)}) t) ${raw(name)}`;
};
