import { EXPECTED_COUNTS } from "../contract/city.ts";
import { MAX_MEASURES, type SetName } from "../contract/measures.ts";
import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { listSize } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { resolveStatement } from "../graphql/statement.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { Comparison } from "./comparison.ts";
import { comparisonStatement } from "./comparison-query.ts";
import { type Measure, MeasureInput } from "./measure.ts";
import { MAX_SUBJECTS, SubjectSet } from "./subjects.ts";

/** The names of the arguments in GraphQL. */
export const argumentNames = { measures: "measures", subjects: "subjects", filter: "filter" };

/** The expected number of rows; for sites an average, since the filter decides. */
export const expectedRows = (set: SetName, subjects?: readonly string[] | null): number =>
  Math.min(
    subjects?.length || MAX_SUBJECTS,
    { DISTRICT: EXPECTED_COUNTS.districts, FUNCTIONAL_AREA: EXPECTED_COUNTS.functionalAreas, SITE: 100 }[set],
  );

/** The cost of measures that count sites, which reads all of them; those by default are among them. */
export const countingCost = (measures: readonly Measure[] | null | undefined): number =>
  measures?.every(({ indicator }) => indicator) ? 0 : PRICES.countedSites;

export const PERIOD_DESCRIPTION =
  "A recurring period: 2024, 2024-H1, 2024-Q3, 2024-05, 2024-01-01/2024-05-31. Only values of the same part of the year are compared. By default whole years, and the best-covered year, the latest of several. With `latest`, each subject's latest whole year with a value; ranks then compare only values of the same year.";
export const FILTER_DESCRIPTION = "For the set SITE, the sites to compare; for the other sets, the sites to count.";

builder.queryFields((t) => ({
  compare: t.field({
    type: Comparison,
    description:
      "Subjects of one set by up to eight measures, with ranks, medians, gaps and series; every number with its figures.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      measures: t.arg({ type: [MeasureInput], required: true, description: `At most ${MAX_MEASURES}.` }),
      subjects: t.arg.stringList({
        description:
          "The rows to return, by code or slug; all by default. Ranks and medians are over the whole set; for sites that is the filter's result or, without a filter, these rows.",
      }),
      filter: t.arg({ type: SiteFilterInput, description: FILTER_DESCRIPTION }),
      period: t.arg.string({ description: PERIOD_DESCRIPTION }),
      asOf: t.arg(AS_OF_ARGUMENT),
    },
    complexity: ({ set, measures, subjects, filter }) => ({
      field: PRICES.comparison + countingCost(measures) + filterCost(filter),
      multiplier: expectedRows(set as SetName, subjects) * Math.min(Math.max(measures.length, 1), MAX_MEASURES),
    }),
    resolve: async (_root, args, { database, budget }, info) => {
      const statement = await comparisonStatement(database, { ...args, set: args.set as SetName }, argumentNames, budget);
      const shownRows = sql`shown_row AS (SELECT subject_or_city.*,
        row_number() OVER (ORDER BY subject_or_city.sort, subject_or_city.subject_id) AS line_number FROM subject_or_city
        WHERE subject_or_city.is_requested)`;
      return resolveStatement(database, info, sql`SELECT ${args.set}::text AS set`, {
        ...statement,
        ctes: [...statement.ctes, shownRows],
      });
    },
  }),
  ranking: t.field({
    type: Comparison,
    description:
      "Subjects of one set by one measure, best first; subjects without a value last. Values of several years follow each other, the newest year first.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      measure: t.arg({ type: MeasureInput, required: true }),
      filter: t.arg({ type: SiteFilterInput, description: FILTER_DESCRIPTION }),
      period: t.arg.string({ description: PERIOD_DESCRIPTION }),
      asOf: t.arg(AS_OF_ARGUMENT),
      first: t.arg.int({ required: true, defaultValue: 50, description: `Number of rows; at most ${MAX_SUBJECTS}.` }),
    },
    complexity: ({ set, measure, first, filter }) => ({
      field: PRICES.comparison + countingCost([measure]) + filterCost(filter),
      multiplier: Math.min(Math.max(first, 1), set === "SITE" ? MAX_SUBJECTS : expectedRows(set as SetName)),
    }),
    resolve: async (_root, { measure, first, ...args }, { database, budget }, info) => {
      const size = listSize(first, MAX_SUBJECTS);
      const input = { ...args, measures: [measure], set: args.set as SetName };
      const statement = await comparisonStatement(database, input, { ...argumentNames, measures: "measure" }, budget);
      const shownRows = sql`shown_row AS (
        SELECT subject_or_city.*, row_number() OVER (ORDER BY cell.rank_from IS NULL, cell.year DESC, cell.rank_from,
          cell.rank_to, subject_or_city.sort, subject_or_city.subject_id) AS line_number FROM subject_or_city
          JOIN cell ON cell.subject_id = subject_or_city.subject_id
        WHERE subject_or_city.is_requested ORDER BY line_number LIMIT ${size})`;
      return resolveStatement(database, info, sql`SELECT ${args.set}::text AS set`, {
        ...statement,
        ctes: [...statement.ctes, shownRows],
      });
    },
  }),
}));
