import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { listSize } from "../graphql/paging.ts";
import { answer } from "../graphql/statement.ts";
import { AS_OF } from "../indicators/standing.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { Comparison } from "./comparison.ts";
import { MeasureInput, MOST_MEASURES } from "./measure.ts";
import { comparing } from "./question.ts";
import { MOST_SUBJECTS, type SetName, SubjectSet } from "./subjects.ts";

/** What arguments are called in GraphQL. */
export const names = { measures: "measures", subjects: "subjects", filter: "filter" };

/** How many rows an answer is taken to have; of sites, that are as many as the filter takes in, a usual number. */
export const rowsOf = (set: SetName, subjects?: readonly string[] | null): number =>
  Math.min(subjects?.length || MOST_SUBJECTS, { DISTRICT: 13, FUNCTIONAL_AREA: 10, SITE: 100 }[set]);

export const PERIOD =
  "A period that comes back every year: 2024, 2024-H1, 2024-Q3, 2024-05, 2024-01-01/2024-05-31. Like is compared with like: its values are those of that season only. Whole years where left out, and the newest of those for which most have a value.";
export const FILTER = "Of the set SITE which sites are compared; of the others which sites are counted.";

builder.queryFields((t) => ({
  compare: t.field({
    type: Comparison,
    description:
      "Subjects of one set by up to eight measures, with ranks, medians, gaps and series, each number with its figures.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      measures: t.arg({ type: [MeasureInput], required: true, description: `At most ${MOST_MEASURES}.` }),
      subjects: t.arg.stringList({
        description:
          "The rows that are wanted, by code or slug; all where left out. Ranks and medians are over the whole set, which of sites is that of the filter, or these where there is none.",
      }),
      filter: t.arg({ type: SiteFilterInput, description: FILTER }),
      period: t.arg.string({ description: PERIOD }),
      asOf: t.arg(AS_OF),
    },
    complexity: ({ set, measures, subjects, filter }) => ({
      field: 100 + filterCost(filter),
      multiplier: rowsOf(set as SetName, subjects) * Math.min(Math.max(measures.length, 1), MOST_MEASURES),
    }),
    resolve: async (_root, args, { database }, info) => {
      const question = await comparing(database, { ...args, set: args.set as SetName }, names);
      const listed = sql`listed AS (SELECT p.*, row_number() OVER (ORDER BY p.sort, p.ref) AS line FROM place p WHERE p.wanted)`;
      return answer(database, info, sql`SELECT ${args.set}::text AS set`, { ...question, tables: [...question.tables, listed] });
    },
  }),
  ranking: t.field({
    type: Comparison,
    description: "Subjects of one set by one measure, best first; those without a value last.",
    args: {
      set: t.arg({ type: SubjectSet, required: true }),
      measure: t.arg({ type: MeasureInput, required: true }),
      filter: t.arg({ type: SiteFilterInput, description: FILTER }),
      period: t.arg.string({ description: PERIOD }),
      asOf: t.arg(AS_OF),
      first: t.arg.int({ required: true, defaultValue: 50, description: `How many; at most ${MOST_SUBJECTS}.` }),
    },
    complexity: ({ set, first, filter }) => ({
      field: 100 + filterCost(filter),
      multiplier: Math.min(Math.max(first, 1), set === "SITE" ? MOST_SUBJECTS : rowsOf(set as SetName)),
    }),
    resolve: async (_root, { measure, first, ...args }, { database }, info) => {
      const size = listSize(first, MOST_SUBJECTS);
      const asked = { ...args, measures: [measure], set: args.set as SetName };
      const question = await comparing(database, asked, { ...names, measures: "measure" });
      const listed = sql`listed AS (
        SELECT p.*, row_number() OVER (ORDER BY c.rank_from, c.rank_to, p.sort, p.ref) AS line FROM place p JOIN cell c ON c.ref = p.ref
        WHERE p.wanted ORDER BY line LIMIT ${size})`;
      return answer(database, info, sql`SELECT ${args.set}::text AS set`, { ...question, tables: [...question.tables, listed] });
    },
  }),
}));
