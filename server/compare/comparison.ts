import { sql } from "../database/sql.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Notice } from "../graphql/statement.ts";
import { computedNumberFields } from "../indicators/computed-fields.ts";
import { Observation } from "../indicators/observation.ts";
import { lowestConfidence } from "./lowest-confidence.ts";
import { MeasureColumn } from "./measure-column.ts";
import { subjectFields } from "./subject-fields.ts";
import { areasExcludedBy, citySubjectId, SubjectSet, UNDATED } from "./subjects.ts";

const ComparedPoint = builder.objectRef<Row>("ComparedPoint");
ComparedPoint.implement({
  description: "One year of a series.",
  fields: (t) => ({
    year: t.int({ description: "The year.", ...valueBySql((row) => sql`${row}.year`) }),
    ...computedNumberFields(t, "In the unit of its column"),
    comparableSince: t.field({
      type: "Date",
      nullable: true,
      description:
        "The day of the latest break in the series of any input up to that year. Years of a series are comparable if it is the same for both, or empty for both; otherwise a line between them is interrupted.",
      ...valueBySql((row) => sql`${row}.comparable_since`),
    }),
    synthetic: t.boolean({
      description: "Whether any input is synthetic (demonstration mode only).",
      ...valueBySql((row) => sql`${row}.synthetic`),
    }),
  }),
});

const ComparedCell = builder.objectRef<Row>("ComparedCell");
ComparedCell.implement({
  description: "One measure of one subject, in the year shown and in other years.",
  fields: (t) => ({
    ...computedNumberFields(t, "In the unit of its column"),
    year: t.int({
      nullable: true,
      description:
        "The year of its value; empty for counts of sites, for undated figures, and with the period `latest` for cells without a value.",
      ...valueBySql((row) => sql`${row}.year`),
    }),
    fromYear: t.int({ nullable: true, description: "First year of a growth.", ...valueBySql((row) => sql`${row}.from_year`) }),
    rank: t.int({
      nullable: true,
      description:
        "Rank among the subjects with a value in that year, best first; ties share a rank. Empty if bounds leave it open.",
      ...valueBySql((row) => sql`${row}.rank`),
    }),
    rankFrom: t.int({
      nullable: true,
      description: "Best possible rank: two subjects with 'more than 1000' each rank first to second.",
      ...valueBySql((row) => sql`${row}.rank_from`),
    }),
    rankTo: t.int({ nullable: true, description: "Worst possible rank.", ...valueBySql((row) => sql`${row}.rank_to`) }),
    rankOf: t.int({
      nullable: true,
      description: "Number of subjects with a value in its year, among which it ranks.",
      ...valueBySql((row) => sql`${row}.rank_of`),
    }),
    previousRank: t.int({
      nullable: true,
      description:
        "Rank in the previous year; empty in the same cases as `rank`, across a break in series, and if other subjects have a value then than in the year of the rank.",
      ...valueBySql((row) => sql`${row}.previous_rank`),
    }),
    gapToBest: t.float({
      nullable: true,
      description: "Its value minus the best. Empty if the best cannot be determined or the value is a bound or a range.",
      ...valueBySql((row) => sql`${row}.gap_to_best`),
    }),
    gapToMedian: t.float({
      nullable: true,
      description: "Its value minus the median. Empty if the median or the value is a bound or a range.",
      ...valueBySql((row) => sql`${row}.gap_to_median`),
    }),
    confidence: t.field({
      type: enumOf("Confidence"),
      nullable: true,
      description:
        "The lowest confidence of the figures, and of the district's area, that it is computed from; empty for counts of sites and where there is no value.",
      ...valueBySql(lowestConfidence),
    }),
    synthetic: t.boolean({
      description: "Whether any input is synthetic (demonstration mode only).",
      ...valueBySql((row) => sql`${row}.synthetic`),
    }),
    excludedAreas: t.field({
      type: [FunctionalArea],
      description:
        "Functional areas that its figures usually leave out, because statistics list them separately from the district; areas and counts of sites include them.",
      complexity: { field: 1, multiplier: 2 },
      ...readBySql({ rows: (row, child) => sql`${areasExcludedBy(row, child)} ORDER BY ${child}.id` }),
    }),
    figures: t.field({
      type: [Observation],
      description: "The figures it was computed from: the figure itself, then the divisor, then the city's figure.",
      complexity: { field: 1, multiplier: 2 },
      ...readBySql({
        rows: (row, child) => sql`FROM unnest(${row}.ids) WITH ORDINALITY AS used(id, place)
          JOIN observation ${child} ON ${child}.id = used.id ORDER BY used.place`,
      }),
    }),
    series: t.field({
      type: [ComparedPoint],
      description: "All years with a figure of its own, oldest first.",
      complexity: { field: 1, multiplier: 8 },
      ...readBySql({
        rows: (row, child) => sql`FROM unnest(${row}.years, ${row}.values, ${row}.maxima, ${row}.qualifiers, ${row}.reasons,
          ${row}.synthetic_flags, ${row}.since)
          AS ${child}(year, value, value_max, qualifier, reason, synthetic, comparable_since)`,
      }),
    }),
  }),
});

builder.objectField(MeasureColumn, "city", (t) =>
  t.field({
    type: ComparedCell,
    description: "The whole city's own cell, with its qualifier, its figures and its series; it has no rank.",
    complexity: { field: 1, multiplier: 1 },
    ...readBySql({
      singleRow: (row, child) =>
        sql`FROM cell ${child} WHERE ${child}.measure_number = ${row}.measure_number AND ${child}.subject_id = ${citySubjectId}`,
    }),
  }),
);

const ComparedRow = builder.objectRef<Row>("ComparedRow");
ComparedRow.implement({
  description: "A subject with all measures.",
  fields: (t) => ({
    ...subjectFields(t),
    cells: t.field({
      type: [ComparedCell],
      description: "One per column, in the same order.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({
        rows: (row, child) =>
          sql`FROM cell ${child} WHERE ${child}.subject_id = ${row}.subject_id ORDER BY ${child}.measure_number`,
      }),
    }),
  }),
});

export const Comparison = builder.objectRef<Row>("Comparison");
Comparison.implement({
  description: "A table of subjects by measures.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    set: t.field({ type: SubjectSet, description: "The set that is compared.", ...valueBySql((row) => sql`${row}.set`) }),
    years: t.intList({
      description: "Years in which any measure has a value.",
      ...valueBySql(
        () => sql`(SELECT coalesce(json_agg(years.year), '[]'::json)
          FROM (SELECT DISTINCT ranked_result.year FROM ranked_result
            WHERE ranked_result.value IS NOT NULL AND ranked_result.subject_id <> ${citySubjectId} AND ranked_result.year <> ${UNDATED} ORDER BY 1) years)`,
      ),
    }),
    columns: t.field({
      type: [MeasureColumn],
      description: "The measures, in the requested order.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({ rows: (_row, child) => sql`FROM measure_summary ${child} ORDER BY ${child}.measure_number` }),
    }),
    rows: t.field({
      type: [ComparedRow],
      description: "The requested subjects. Ranks and medians are over the whole set.",
      complexity: { field: 1, multiplier: 1 },
      ...readBySql({ rows: (_row, child) => sql`FROM shown_row ${child} ORDER BY ${child}.line_number` }),
    }),
  }),
});
