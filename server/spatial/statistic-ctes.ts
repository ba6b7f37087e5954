// Median, least and greatest figure of each group, and its largest figures, as common table expressions (CTEs) of one statement.
import { join, raw, type Sql, sql } from "../database/sql.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";
import { columnsOf, type GroupedSites, withKind } from "./grouped-sites.ts";

/** Maximum number of listed figures per sum. */
export const MAX_FIGURES_LISTED = 100;

/** Numbers at a position among several: the condition on the position among `ordered.of` ones in order. */
const statistics = {
  median: (position: Sql): Sql => sql`${position} IN ((ordered.of + 1) / 2, ordered.of / 2 + 1)`,
  least: (position: Sql): Sql => sql`${position} = 1`,
  greatest: (position: Sql): Sql => sql`${position} = ordered.of`,
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
export function orderCtes({ table, columns, key }: GroupedSites, names: readonly StatisticName[]): Sql[] {
  const group = columnsOf(sql`ordered`, [...columns, "indicator_id"]);
  return [
    sql`group_figure AS (
      SELECT ${columnsOf(sql`grouped`, withKind(columns))}, site_figure.indicator_id, site_figure.observation_id,
        observation.value, observation.qualifier,
        ${floorOf(sql`observation`)} AS floor, ${ceilingOf(sql`observation`)} AS ceiling
      FROM ${table} grouped JOIN site_figure ON site_figure.site_id = grouped.id
        JOIN observation ON observation.id = site_figure.observation_id
      WHERE NOT EXISTS (SELECT FROM left_out WHERE left_out.observation_id = site_figure.observation_id))`,
    // More than 10 is above 10, less than 10 below it.
    sql`ordered_figure AS (
      SELECT ordered.*, count(*) OVER same_group AS of, row_number() OVER (same_group
        ORDER BY ordered.floor, ordered.qualifier = 'MORE_THAN') AS by_floor,
        row_number() OVER (same_group ORDER BY ordered.ceiling, ordered.qualifier <> 'LESS_THAN') AS by_ceiling
      FROM group_figure ordered WINDOW same_group AS (PARTITION BY ${group}))`,
    sql`statistic AS (
      SELECT ${key(sql`ordered`)} AS key, ordered.indicator_id, ${names.length > 0 ? join(names.map(endsOf)) : sql`0 AS none`}
        FROM ordered_figure ordered GROUP BY ${group})`,
    sql`listed_figure AS MATERIALIZED (
      SELECT ${key(sql`listed`)} AS key, listed.indicator_id, listed.observation_id
      FROM (SELECT ordered.*, row_number() OVER (PARTITION BY ${group}
        ORDER BY ordered.value DESC, ordered.observation_id) AS number FROM group_figure ordered) listed
      WHERE listed.number <= ${MAX_FIGURES_LISTED})`,
  ];
}

/** Both ends of a statistic, whether they are open, and whether it is approximate, over the rows of `ordered_figure`, alias `ordered`. */
const endsOf = (name: StatisticName): Sql => {
  const statistic = statistics[name];
  const column = (suffix: string) => raw(`${name}_${suffix}`);
  return sql`avg(ordered.floor) FILTER (WHERE ${statistic(sql`ordered.by_floor`)}) AS ${column("low")},
    avg(ordered.ceiling) FILTER (WHERE ${statistic(sql`ordered.by_ceiling`)}) AS ${column("high")},
    bool_or(ordered.qualifier = 'MORE_THAN') FILTER (WHERE ${statistic(sql`ordered.by_floor`)}) AS ${column("low_open")},
    bool_or(ordered.qualifier = 'LESS_THAN') FILTER (WHERE ${statistic(sql`ordered.by_ceiling`)}) AS ${column("high_open")},
    bool_or(ordered.qualifier IN ('ABOUT', 'NEARLY')) FILTER (WHERE ${statistic(sql`ordered.by_floor`)}
      OR ${statistic(sql`ordered.by_ceiling`)}) AS ${column("about")}`;
};

/** The same as a qualified number of a row of `statistic`: columns named for it, in a lateral subquery of that name. */
export const qualifiedStatistic = (name: StatisticName): Sql => {
  const column = (suffix: string) => sql`statistic.${raw(`${name}_${suffix}`)}`;
  return sql`CROSS JOIN LATERAL (SELECT result.value AS ${raw(name)}, result.value_max AS ${raw(`${name}_max`)},
    result.qualifier AS ${raw(`${name}_qualifier`)}
    FROM (SELECT ${finiteOrNull(column("low"))} AS low, ${finiteOrNull(column("high"))} AS high, ${column("low_open")} AS low_open,
      ${column("high_open")} AS high_open, ${column("about")} AS about, false AS nearly) ends
        CROSS JOIN LATERAL (SELECT ${qualifiedValue(sql`ends`)}) result) ${raw(name)}`;
};
