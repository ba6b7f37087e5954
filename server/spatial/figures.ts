// Summaries of the figures of several sites. Figures that cannot be added are not added; the reason is given instead.

import { raw, sql } from "../database/sql.ts";
import { builder, type SchemaTypes } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { boundedSize, listSize } from "../graphql/paging.ts";
import { Indicator } from "../indicators/indicator.ts";
import { Observation } from "../indicators/observation.ts";
import { MAX_FIGURES_LISTED, type StatisticName } from "./statistic-ctes.ts";

const SumNotComputable = builder.enumType("SumNotComputable", {
  description: "Why there is no sum.",
  values: {
    NOT_ADDITIVE: {
      description: "The indicator does not add up over sites (see its aggregation): a share, a rank, cities reached.",
    },
    MIXED_PERIODS: { description: "The figures are of different or unstated periods." },
    MIXED_KINDS: {
      description:
        "The figures are stocks at sites of several kinds, of which one may contain another: a hub contains its terminal. Query each kind separately.",
    },
    MIXED_BOUNDS: { description: "Some figures are lower bounds, others upper bounds: the sum has no bound." },
  } as const,
});

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
        rows: (
          row,
          child,
          { first },
        ) => sql`FROM listed_figure JOIN observation ${child} ON ${child}.id = listed_figure.observation_id
          WHERE listed_figure.key = ${row}.key AND listed_figure.indicator_id = ${row}.indicator_id
          ORDER BY ${child}.value DESC, ${child}.id LIMIT ${listSize(first as number, MAX_FIGURES_LISTED)}`,
      }),
    }),
  }),
});
