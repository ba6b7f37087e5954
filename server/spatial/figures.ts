// Summaries of the figures of several sites. Figures that cannot be added are not added; the reason is given instead.

import { join, raw, type Sql, sql } from "../database/sql.ts";
import { builder, type SchemaTypes } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { boundedSize, listSize } from "../graphql/paging.ts";
import { type AsOf, latestFigures } from "../indicators/figure-precedence.ts";
import { Indicator } from "../indicators/indicator.ts";
import { ceilingOf, finiteOrNull, floorOf, qualifiedValue } from "../indicators/interval.ts";
import { Observation } from "../indicators/observation.ts";

/** Maximum number of listed figures per sum. */
const MAX_FIGURES_LISTED = 100;

const SumNotComputable = builder.enumType("SumNotComputable", {
  description: "Why there is no sum.",
  values: {
    NOT_ADDITIVE: {
      description: "The indicator does not add up over places (see its aggregation): a share, a rank, cities reached.",
    },
    MIXED_PERIODS: { description: "The figures are of different or unstated periods." },
    MIXED_KINDS: {
      description:
        "The figures are stocks at sites of several kinds, of which one may contain another: a hub contains its terminal. Query each kind separately.",
    },
    MIXED_BOUNDS: { description: "Some figures are lower bounds, others upper bounds: the sum has no bound." },
  } as const,
});

/** Numbers at a position among several: the condition on the position `n` among `f.of` ordered ones. */
const statistics = {
  median: (n: Sql): Sql => sql`${n} IN ((f.of + 1) / 2, f.of / 2 + 1)`,
  least: (n: Sql): Sql => sql`${n} = 1`,
  greatest: (n: Sql): Sql => sql`${n} = f.of`,
} as const;
type StatisticName = keyof typeof statistics;
const statisticNames = Object.keys(statistics) as StatisticName[];

/** A statistic with its upper end and qualifier. */
const statisticFields = (
  t: PothosSchemaTypes.FieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, Row>,
  name: StatisticName,
  label: string,
) => ({
  [name]: t.float({
    nullable: true,
    description: `${label}, regardless of periods; for a RANGE its lower end, for a bound the bound. Empty if the figures are bounds that leave both ends open.`,
    ...valueBySql((row) => sql`${row}.${raw(name)}`),
  }),
  [`${name}Max`]: t.float({
    nullable: true,
    description: "Upper end of a RANGE.",
    ...valueBySql((row) => sql`${row}.${raw(`${name}_max`)}`),
  }),
  [`${name}Qualifier`]: t.field({
    type: enumOf("Qualifier"),
    nullable: true,
    description: "How exact it is, given the qualifiers of the figures.",
    ...valueBySql((row) => sql`${row}.${raw(`${name}_qualifier`)}`),
  }),
});

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

/** The same as a qualified number of a row `j`: columns named for it, in a lateral subquery. */
const qualifiedStatistic = (name: StatisticName): Sql => {
  const column = (suffix: string) => sql`j.${raw(`${name}_${suffix}`)}`;
  return sql`CROSS JOIN LATERAL (SELECT t.value AS ${raw(name)}, t.value_max AS ${raw(`${name}_max`)}, t.qualifier AS ${raw(`${name}_qualifier`)}
    FROM (SELECT ${finiteOrNull(column("low"))} AS low, ${finiteOrNull(column("high"))} AS high, ${column("low_open")} AS low_open,
      ${column("high_open")} AS high_open, ${column("about")} AS about, false AS nearly) e CROSS JOIN LATERAL (SELECT ${qualifiedValue(sql`e`)}) t) ${raw(`${name}_of`)}`;
};

export const FigureSummary = builder.objectRef<Row>("FigureSummary");
FigureSummary.implement({
  description:
    "Summary of the latest figures of one indicator at several sites. Where a site and a part of it (Site.parent) both have a figure, only that of the whole site counts.",
  fields: (t) => ({
    indicator: t.field({
      type: Indicator,
      description: "What is measured.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    count: t.int({ description: "Number of sites with a figure.", ...valueBySql((row) => sql`${row}.count`) }),
    partsLeftOut: t.int({
      description: "Number of sites whose figure is left out because the site that they are a part of has one.",
      ...valueBySql((row) => sql`${row}.parts_left_out`),
    }),
    sum: t.float({
      nullable: true,
      description:
        "Sum in the indicator's unit. Only if its aggregation is SUM, or LAST for a stock. Flows are added if all figures have the same period; stocks if all sites are of one kind, with the latest value of each (see from and to). The lower end of a RANGE counts.",
      ...valueBySql((row) => sql`${row}.sum`),
    }),
    sumMax: t.float({
      nullable: true,
      description: "Upper end where sumQualifier is RANGE.",
      ...valueBySql((row) => sql`${row}.sum_max`),
    }),
    sumQualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description:
        "How exact the sum is: AT_LEAST if any figure is a lower bound, AT_MOST if any is an upper bound; otherwise RANGE, ABOUT or NEARLY, in this order, if any figure is one; otherwise EXACT. In a bound or a range, an approximate figure counts as its number.",
      ...valueBySql((row) => sql`${row}.sum_qualifier`),
    }),
    sumNotComputable: t.field({
      type: SumNotComputable,
      nullable: true,
      description: "Why there is no sum; empty if there is one.",
      ...valueBySql((row) => sql`${row}.sum_not_computable`),
    }),
    ...statisticFields(t, "median", "Median"),
    ...statisticFields(t, "least", "Smallest number"),
    ...statisticFields(t, "greatest", "Greatest number"),
    synthetic: t.boolean({
      description: "Whether any of them is synthetic (demonstration mode only).",
      ...valueBySql((row) => sql`${row}.synthetic`),
    }),
    from: t.int({
      nullable: true,
      description: "Year in which the earliest of their periods ends; empty if none is dated.",
      ...valueBySql((row) => sql`${row}.first_year`),
    }),
    to: t.int({
      nullable: true,
      description: "Year in which the latest of their periods ends; empty if none is dated.",
      ...valueBySql((row) => sql`${row}.last_year`),
    }),
    figures: t.field({
      type: [Observation],
      description: "The figures included in the sum, largest first; at most 100.",
      args: { first: t.arg.int({ required: true, defaultValue: 50 }) },
      complexity: ({ first }) => ({ field: 1, multiplier: boundedSize(first, MAX_FIGURES_LISTED) }),
      ...readBySqlWithArguments({
        rows: (row, child, { first }) => sql`FROM ordered_figure w JOIN observation ${child} ON ${child}.id = w.observation_id
          WHERE w.key = ${row}.key AND w.indicator_id = ${row}.indicator_id
          ORDER BY ${child}.value DESC, ${child}.id LIMIT ${listSize(first as number, MAX_FIGURES_LISTED)}`,
      }),
    }),
  }),
});

/**
 * Common table expressions, of which the last is `summary`: one row for each `key` and indicator. They read the table `sites`, with
 * the `key` of a group and the `id` of a site. A part of a site is left out only if the whole site has the same key. `condition`
 * selects among the latest figures, which have the alias `f`.
 */
export const summaryTables = (sites: Sql, condition: Sql, asOf: AsOf): Sql[] => [
  // Reads the table itself, because its statistics tell the planner how few parts there are.
  sql`ancestry AS (
    SELECT s.id, s.parent_id AS above FROM site s WHERE s.parent_id IS NOT NULL
    UNION SELECT a.id, s.parent_id FROM ancestry a JOIN site s ON s.id = a.above WHERE s.parent_id IS NOT NULL)`,
  sql`figure AS MATERIALIZED (
    SELECT p.key, p.id, s.kind, f.observation_id, f.indicator_id, o.value, o.value_max, o.qualifier, o.synthetic, o.period_kind, o.period_start, o.period_end
    FROM ${sites} p JOIN site s ON s.id = p.id JOIN ${latestFigures(asOf)} f ON f.site_id = p.id
    JOIN observation o ON o.id = f.observation_id WHERE ${condition})`,
  // Starts from the few parts: joining all figures with all figures of the same indicator would take quadratic time.
  sql`part_figure AS MATERIALIZED (SELECT f.key, f.id, f.indicator_id, a.above FROM ancestry a JOIN figure f ON f.id = a.id)`,
  sql`left_out AS (
    SELECT DISTINCT p.key, p.id, p.indicator_id FROM part_figure p
    JOIN figure w ON w.id = p.above AND w.indicator_id = p.indicator_id AND w.key = p.key)`,
  sql`figure_bounds AS (
    SELECT f.*, coalesce(f.value_max, f.value) AS top, ${floorOf(sql`f`)} AS floor, ${ceilingOf(sql`f`)} AS ceiling,
      f.qualifier IN ('AT_LEAST', 'MORE_THAN') AS lower, f.qualifier IN ('AT_MOST', 'LESS_THAN') AS upper
    FROM figure f LEFT JOIN left_out x ON x.key = f.key AND x.id = f.id AND x.indicator_id = f.indicator_id WHERE x.id IS NULL)`,
  // More than 10 is above 10, less than 10 below it.
  sql`ordered_figure AS (
    SELECT f.*, count(*) OVER same_group AS of, row_number() OVER (same_group ORDER BY f.floor, f.qualifier = 'MORE_THAN') AS by_floor,
      row_number() OVER (same_group ORDER BY f.ceiling, f.qualifier <> 'LESS_THAN') AS by_ceiling
    FROM figure_bounds f WINDOW same_group AS (PARTITION BY f.key, f.indicator_id))`,
  sql`group_total AS (
    SELECT f.key, f.indicator_id, count(*) AS count, sum(f.value) AS low, sum(f.top) AS high, ${join(statisticNames.map(endsOf))},
      min(f.period_end) AS first_end, max(f.period_end) AS last_end,
      bool_or(f.synthetic) AS synthetic, bool_or(f.lower) AS lower, bool_or(f.upper) AS upper, bool_or(f.qualifier = 'RANGE') AS range,
      bool_or(f.qualifier = 'ABOUT') AS about, bool_or(f.qualifier = 'NEARLY') AS nearly,
      min(f.kind) = max(f.kind) AS has_one_kind,
      bool_and(f.period_end IS NOT NULL) AND min(f.period_kind) = max(f.period_kind)
        AND min(f.period_start) = max(f.period_start) AND min(f.period_end) = max(f.period_end) AS has_one_period
    FROM ordered_figure f GROUP BY f.key, f.indicator_id)`,
  sql`total_status AS (
    SELECT s.*, CASE
        WHEN (i.aggregation, i.nature) NOT IN (('SUM', 'FLOW'), ('SUM', 'STOCK'), ('LAST', 'STOCK')) THEN 'NOT_ADDITIVE'
        WHEN i.nature = 'FLOW' AND s.count > 1 AND NOT s.has_one_period THEN 'MIXED_PERIODS'
        WHEN i.nature = 'STOCK' AND NOT s.has_one_kind THEN 'MIXED_KINDS'
        WHEN s.lower AND (s.upper OR s.nearly) THEN 'MIXED_BOUNDS' END AS sum_not_computable,
      CASE WHEN s.lower THEN 'AT_LEAST' WHEN s.upper OR (s.range AND s.nearly) THEN 'AT_MOST' WHEN s.range THEN 'RANGE'
        WHEN s.about THEN 'ABOUT' WHEN s.nearly THEN 'NEARLY' ELSE 'EXACT' END AS qualifier
    FROM group_total s JOIN indicator i ON i.id = s.indicator_id)`,
  sql`summary AS (
    SELECT j.key, j.indicator_id, j.count, j.synthetic, j.sum_not_computable, ${join(statisticNames.map((name) => sql`${raw(`${name}_of`)}.*`))},
      extract(year FROM j.first_end)::int AS first_year, extract(year FROM j.last_end)::int AS last_year,
      CASE WHEN j.sum_not_computable IS NULL THEN CASE j.qualifier WHEN 'AT_MOST' THEN j.high ELSE j.low END END AS sum,
      CASE WHEN j.sum_not_computable IS NULL AND j.qualifier = 'RANGE' THEN j.high END AS sum_max,
      CASE WHEN j.sum_not_computable IS NULL THEN j.qualifier END AS sum_qualifier,
      (SELECT count(*) FROM left_out x WHERE x.key = j.key AND x.indicator_id = j.indicator_id) AS parts_left_out
    FROM total_status j ${join(statisticNames.map(qualifiedStatistic), " ")})`,
];
