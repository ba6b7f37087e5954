// Median, least and greatest figure of each group, and its largest figures, as named tables of one statement.
import { join, raw, type Sql, sql } from "../database/sql.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";
import { columnsOf, type GroupedSites, withKind } from "./grouped-sites.ts";

/** Maximum number of listed figures per sum. */
export const MAX_FIGURES_LISTED = 100;

/** Numbers at a position among several: the condition on the position `n` among `f.of` ordered ones. */
const statistics = {
  median: (n: Sql): Sql => sql`${n} IN ((f.of + 1) / 2, f.of / 2 + 1)`,
  least: (n: Sql): Sql => sql`${n} = 1`,
  greatest: (n: Sql): Sql => sql`${n} = f.of`,
} as const;
export type StatisticName = keyof typeof statistics;

/** The statistics that are selected of FigureSummary. */
export const selectedStatistics = (selected: ReadonlySet<string>): StatisticName[] =>
  (Object.keys(statistics) as StatisticName[]).filter((name) =>
    [name, `${name}Max`, `${name}Qualifier`].some((field) => selected.has(field)),
  );

/** Whether what is selected of FigureSummary needs every figure and not only sums. */
export const needsFigures = (selected: ReadonlySet<string>): boolean =>
  selected.has("figures") || selectedStatistics(selected).length > 0;

/** `statistic` with the ends of the named statistics, and `listed_figure` with the largest figures. */
export function orderTables({ table, columns, key }: GroupedSites, names: readonly StatisticName[]): Sql[] {
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
export const qualifiedStatistic = (name: StatisticName): Sql => {
  const column = (suffix: string) => sql`e.${raw(`${name}_${suffix}`)}`;
  return sql`CROSS JOIN LATERAL (SELECT t.value AS ${raw(name)}, t.value_max AS ${raw(`${name}_max`)}, t.qualifier AS ${raw(`${name}_qualifier`)}
    FROM (SELECT ${finiteOrNull(column("low"))} AS low, ${finiteOrNull(column("high"))} AS high, ${column("low_open")} AS low_open,
      ${column("high_open")} AS high_open, ${column("about")} AS about, false AS nearly) e CROSS JOIN LATERAL (SELECT ${qualifiedValue(sql`e`)}) t) ${raw(name)}`;
};
