import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, reads, value } from "../graphql/fields.ts";
import { Notice } from "../graphql/notice.ts";
import { answer, checkLength } from "../graphql/statement.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { Indicator } from "../indicators/indicator.ts";
import { AS_OF } from "../indicators/standing.ts";
import { checkFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkKnown } from "../sites/known.ts";
import { CompletenessCell, tallied } from "./completeness-parts.ts";
import { matrix, type Slice } from "./completeness-sql.ts";
import { identity } from "./subject-fields.ts";
import { type SetName, SubjectSet, subjectBound, subjectVocabulary } from "./subjects.ts";

const MOST_SHOWN = 200;
const MOST_SKIPPED = 1000;

const CompletenessColumn = builder.objectRef<Row>("CompletenessColumn");
CompletenessColumn.implement({
  description: "How well an indicator is known over all subjects of the set, those that are not shown too.",
  fields: (t) => ({
    indicator: t.field({
      type: Indicator,
      description: "What is measured.",
      ...reads({ one: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    ...tallied(t),
  }),
});

const CompletenessRow = builder.objectRef<Row>("CompletenessRow");
CompletenessRow.implement({
  description: "How well a subject is known over all indicators that were asked for, those that are not shown too.",
  fields: (t) => ({
    ...identity(t),
    ...tallied(t),
    cells: t.field({
      type: [CompletenessCell],
      complexity: { field: 1, multiplier: 1 },
      description: "One for each indicator that is shown, in their order.",
      ...reads({ many: (row, child) => sql`FROM shown_cell ${child} WHERE ${child}.ref = ${row}.ref ORDER BY ${child}.place` }),
    }),
  }),
});

const Completeness = builder.objectRef<Row>("Completeness");
Completeness.implement({
  description: "Who has figures of what: how complete and how fresh, apart from how good.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "What was taken otherwise than it was given.",
      resolve: (row) => row.notices as never,
    }),
    set: t.field({ type: SubjectSet, description: "Of whom.", ...value((row) => sql`${row}.set`) }),
    totalSubjects: t.int({ description: "How many subjects there are.", ...value(() => sql`(SELECT count(*) FROM who)`) }),
    totalIndicators: t.int({ description: "How many indicators there are.", ...value(() => sql`(SELECT count(*) FROM what)`) }),
    ...tallied(t),
    columns: t.field({
      type: [CompletenessColumn],
      complexity: { field: 1, multiplier: 1 },
      description: "The indicators that are shown: those that most subjects have first.",
      ...reads({ many: (_row, child) => sql`FROM shown_column ${child} ORDER BY ${child}.place` }),
    }),
    rows: t.field({
      type: [CompletenessRow],
      complexity: { field: 1, multiplier: 1 },
      description: "The subjects that are shown, in the order of their set.",
      ...reads({ many: (_row, child) => sql`FROM shown_row ${child} ORDER BY ${child}.line` }),
    }),
  }),
});

const SIZES = { DISTRICT: 13, FUNCTIONAL_AREA: 10, SITE: MOST_SHOWN };

builder.queryField("completeness", (t) =>
  t.field({
    type: Completeness,
    description:
      "Who has figures of what, of which year, how old, from whom: subjects of one set by indicators. Totals are over all of them, rows and columns come by the page.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      indicators: t.arg.stringList({
        description: "Indicators, by slug; at most 200. All that fit one of the subjects where left out.",
      }),
      subjects: t.arg.stringList({ description: "Subjects, by code or slug; all of the set where left out." }),
      filter: t.arg({ type: SiteFilterInput, description: "Of the set SITE which sites; all where left out." }),
      first: t.arg.int({ required: true, defaultValue: 50, description: "How many subjects; at most 200." }),
      skip: t.arg.int({ required: true, defaultValue: 0, description: "How many subjects to pass over." }),
      firstIndicators: t.arg.int({ required: true, defaultValue: 50, description: "How many indicators; at most 200." }),
      skipIndicators: t.arg.int({ required: true, defaultValue: 0, description: "How many indicators to pass over." }),
      asOf: t.arg(AS_OF),
    },
    complexity: ({ set, subjects, indicators, first, firstIndicators, filter }) => ({
      field: 2000 + filterCost(filter),
      multiplier:
        Math.min(bounded(first), SIZES[set as SetName], bounded(subjects?.length ?? MOST_SHOWN)) *
        Math.min(bounded(firstIndicators), bounded(indicators?.length ?? MOST_SHOWN)),
    }),
    resolve: async (_root, args, { database }, info) => {
      const { indicators, subjects, asOf } = args;
      const set = args.set as SetName;
      if (args.filter && set !== "SITE") throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument: "filter", other: set });
      const filter = args.filter ? checkFilter(args.filter) : null;
      checkEntries("indicators", indicators, MOST_SHOWN);
      const asked = { set, subjects, filter, asOf };
      const named = subjectVocabulary(asked, "subjects");
      const tables = matrix({
        ...asked,
        indicators,
        rows: slice(args.first, args.skip, "first", "skip"),
        columns: slice(args.firstIndicators, args.skipIndicators, "firstIndicators", "skipIndicators"),
      });
      const notices = filter ? await checkKnown(database, filter) : [];
      return answer(database, info, sql`SELECT ${set}::text AS set, w.* FROM whole w`, {
        tables,
        vocabularies: [{ argument: "indicators", table: "indicator", key: "id", entries: indicators }, named],
        notices,
        ...subjectBound(asked),
      });
    },
  }),
);

const bounded = (size: number): number => Math.min(Math.max(size, 1), MOST_SHOWN);

const slice = (first: number, skip: number, firstName: string, skipName: string): Slice => ({
  first: checkLength(firstName, first, 1, MOST_SHOWN),
  skip: checkLength(skipName, skip, 0, MOST_SKIPPED),
});
