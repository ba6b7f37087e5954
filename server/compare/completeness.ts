import { EXPECTED_COUNTS } from "../contract/city.ts";
import type { SetName } from "../contract/measures.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { PRICES } from "../graphql/prices.ts";
import { checkRange, Notice, resolveStatement } from "../graphql/statement.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { Indicator } from "../indicators/indicator.ts";
import { checkFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { CompletenessCell, tallyFields } from "./completeness-parts.ts";
import { completenessCtes, type PageSlice } from "./completeness-sql.ts";
import { subjectFields } from "./subject-fields.ts";
import { SubjectSet, subjectLimit, subjectVocabulary } from "./subjects.ts";

const MAX_PAGE_SIZE = 200;
const MAX_SKIPPED = 1000;

const CompletenessColumn = builder.objectRef<Row>("CompletenessColumn");
CompletenessColumn.implement({
  description: "Data coverage of an indicator over all subjects of the set, including those not shown.",
  fields: (t) => ({
    indicator: t.field({
      type: Indicator,
      description: "What is measured.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    ...tallyFields(t),
  }),
});

const CompletenessRow = builder.objectRef<Row>("CompletenessRow");
CompletenessRow.implement({
  description: "Data coverage of a subject over all requested indicators, including those not shown.",
  fields: (t) => ({
    ...subjectFields(t),
    ...tallyFields(t),
    cells: t.field({
      type: [CompletenessCell],
      complexity: { field: 1, multiplier: 1 },
      description: "One per indicator shown, in the same order.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM shown_cell ${child} WHERE ${child}.subject_id = ${row}.subject_id ORDER BY ${child}.column_number`,
      }),
    }),
  }),
});

const Completeness = builder.objectRef<Row>("Completeness");
Completeness.implement({
  description: "Data coverage: which figures are available and how recent they are; not a measure of performance.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    set: t.field({ type: SubjectSet, description: "The set.", ...valueBySql((row) => sql`${row}.set`) }),
    totalSubjects: t.int({ description: "Number of subjects.", ...valueBySql(() => sql`(SELECT count(*) FROM subject_row)`) }),
    totalIndicators: t.int({
      description: "Number of indicators.",
      ...valueBySql(() => sql`(SELECT count(*) FROM indicator_column)`),
    }),
    ...tallyFields(t),
    columns: t.field({
      type: [CompletenessColumn],
      complexity: { field: 1, multiplier: 1 },
      description: "The indicators shown, best covered first.",
      ...readBySql({ rows: (_row, child) => sql`FROM shown_column ${child} ORDER BY ${child}.column_number` }),
    }),
    rows: t.field({
      type: [CompletenessRow],
      complexity: { field: 1, multiplier: 1 },
      description: "The subjects shown, in the order of their set.",
      ...readBySql({ rows: (_row, child) => sql`FROM shown_row ${child} ORDER BY ${child}.line_number` }),
    }),
  }),
});

const MAX_ROWS_BY_SET = {
  DISTRICT: EXPECTED_COUNTS.districts,
  FUNCTIONAL_AREA: EXPECTED_COUNTS.functionalAreas,
  SITE: MAX_PAGE_SIZE,
};

builder.queryField("completeness", (t) =>
  t.field({
    type: Completeness,
    description:
      "Year, age and publisher of each figure: subjects of one set by indicators. Totals cover the whole table; rows and columns are paginated.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      indicators: t.arg.stringList({
        description: "Indicators, by slug; at most 200. By default all that apply to one of the subjects.",
      }),
      subjects: t.arg.stringList({ description: "Subjects, by code or slug; the whole set by default." }),
      filter: t.arg({ type: SiteFilterInput, description: "Which sites, for the set SITE; all by default." }),
      first: t.arg.int({ required: true, defaultValue: 50, description: "Number of subjects; at most 200." }),
      skip: t.arg.int({ required: true, defaultValue: 0, description: "Number of subjects to skip." }),
      firstIndicators: t.arg.int({ required: true, defaultValue: 50, description: "Number of indicators; at most 200." }),
      skipIndicators: t.arg.int({ required: true, defaultValue: 0, description: "Number of indicators to skip." }),
      asOf: t.arg(AS_OF_ARGUMENT),
    },
    complexity: ({ set, subjects, indicators, first, firstIndicators, filter }) => ({
      field: PRICES.completeness + filterCost(filter),
      multiplier:
        Math.min(withinPage(first), MAX_ROWS_BY_SET[set as SetName], withinPage(subjects?.length ?? MAX_PAGE_SIZE)) *
        Math.min(withinPage(firstIndicators), withinPage(indicators?.length ?? MAX_PAGE_SIZE)),
    }),
    resolve: async (_root, args, { database, budget }, info) => {
      const { indicators, subjects, asOf } = args;
      const set = args.set as SetName;
      if (args.filter && set !== "SITE") throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument: "filter", other: set });
      const filter = args.filter ? checkFilter(args.filter, "filter", budget) : null;
      checkEntries("indicators", indicators, MAX_PAGE_SIZE);
      const query = { set, subjects, filter, asOf };
      const subjectNames = subjectVocabulary(query, "subjects");
      const ctes = completenessCtes({
        ...query,
        indicators,
        rows: pageSlice(args.first, args.skip, "first", "skip"),
        columns: pageSlice(args.firstIndicators, args.skipIndicators, "firstIndicators", "skipIndicators"),
      });
      const notices = filter ? await checkFilterLookups(database, filter) : [];
      return resolveStatement(database, info, sql`SELECT ${set}::text AS set, overall_tally.* FROM overall_tally`, {
        ctes,
        vocabularies: [{ argument: "indicators", table: "indicator", key: "id", entries: indicators }, subjectNames],
        notices,
        ...subjectLimit(query),
      });
    },
  }),
);

const withinPage = (size: number): number => Math.min(Math.max(size, 1), MAX_PAGE_SIZE);

const pageSlice = (first: number, skip: number, firstName: string, skipName: string): PageSlice => ({
  first: checkRange(firstName, first, 0, MAX_PAGE_SIZE),
  skip: checkRange(skipName, skip, 0, MAX_SKIPPED),
});
