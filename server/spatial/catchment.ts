import { MAX_ENTRIES } from "../contract/site-filter.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { boundedSize, listSize } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { Notice, resolveStatement, selectedBelow } from "../graphql/statement.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { DistrictCount, KindCount } from "../sites/facets.ts";
import { checkFilter, type SiteFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { matchingSitesReadTwice } from "../sites/filter-sql.ts";
import { countedMatches } from "../sites/totals.ts";
import { drawnArea } from "./area.ts";
import { FigureSummary } from "./figures.ts";
import type { GroupedSites } from "./grouped-sites.ts";
import { summaryCtes } from "./summary-ctes.ts";

const MAX_FIGURES = 200;

/** The sites are counted once, for all counts. */
function tally(filter: SiteFilter): Sql[] {
  const { ctes, table, count, points } = countedMatches(filter, sql`matching_site`);
  const tally = sql`tally AS MATERIALIZED (
    SELECT counted.kind, counted.district_code, ${count} AS count, ${count} - ${points} AS without_point FROM ${table} counted
      GROUP BY counted.kind, counted.district_code)`;
  return [...ctes, tally];
}

const ALL_SITES: GroupedSites = { table: sql`matching_site`, columns: [], key: () => sql`''` };

const Catchment = builder.objectRef<Row>("Catchment");
Catchment.implement({
  description:
    "Summary of the sites in an area, or of those that meet any other filter: number, kinds, and totals of their figures.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    areaKm2: t.float({
      nullable: true,
      description:
        "Area in km² on the WGS-84 ellipsoid. It is the area of the first of these that the filter has: `within`, `near`, `bbox`; otherwise the recorded area of its districts; empty if it has none. Filters inside `and`, `or` and `not` are ignored.",
      ...valueBySql((row) => sql`round(${row}.area::numeric, 3)`),
    }),
    totalCount: t.int({
      description: "Number of sites that meet the filter.",
      ...valueBySql(() => sql`(SELECT coalesce(sum(tally.count), 0) FROM tally)`),
    }),
    withoutPoint: t.int({
      description: "Number of them without a published location. A filter by area excludes these.",
      ...valueBySql(() => sql`(SELECT coalesce(sum(tally.without_point), 0) FROM tally)`),
    }),
    kinds: t.field({
      type: [KindCount],
      description: "By kind; kinds with none are counted as 0.",
      ...valueBySql(
        () => sql`(SELECT json_agg(counted) FROM (SELECT every_kind.kind, coalesce(sum(tally.count), 0) AS count
          FROM unnest(enum_range(NULL::site_kind)) AS every_kind(kind)
          LEFT JOIN tally ON tally.kind = every_kind.kind GROUP BY every_kind.kind ORDER BY every_kind.kind) counted)`,
      ),
    }),
    districts: t.field({
      type: [DistrictCount],
      description: "By district; districts with none are left out.",
      ...valueBySql(
        () => sql`(SELECT coalesce(json_agg(counted), '[]'::json)
          FROM (SELECT tally.district_code AS code, sum(tally.count) AS count FROM tally
          GROUP BY 1 ORDER BY 1) counted)`,
      ),
    }),
    figures: t.field({
      type: [FigureSummary],
      complexity: { field: 1, multiplier: 1 },
      description: "The latest figures of its sites, by indicator; most widely available first.",
      ...readBySql({
        rows: (_row, child) => sql`FROM shown_summary ${child} ORDER BY ${child}.count DESC, ${child}.indicator_id`,
      }),
    }),
  }),
});

builder.queryField("catchment", (t) =>
  t.field({
    type: Catchment,
    description: "Counts and totals of the sites in an area, or of those that meet any other filter.",
    args: {
      filter: t.arg({ type: SiteFilterInput, required: true }),
      indicators: t.arg.stringList({ description: "Indicators, by slug; all by default." }),
      first: t.arg.int({ required: true, defaultValue: 50, description: "Number of figures; at most 200." }),
      asOf: t.arg(AS_OF_ARGUMENT),
    },
    complexity: ({ first, filter }) => ({
      field: PRICES.catchment + filterCost(filter),
      multiplier: boundedSize(first, MAX_FIGURES),
    }),
    resolve: async (_root, { filter: input, indicators, first, asOf }, { database, budget }, info) => {
      const filter = checkFilter(input, "filter", budget);
      checkEntries("indicators", indicators, MAX_ENTRIES);
      const size = listSize(first, MAX_FIGURES);
      const notices = await checkFilterLookups(database, filter);
      const indicatorCondition = indicators ? sql`latest.indicator_id = ANY(${indicators})` : sql`true`;
      return resolveStatement(database, info, sql`SELECT ${drawnArea(filter)} AS area`, {
        ctes: [
          matchingSitesReadTwice(filter),
          ...tally(filter),
          ...summaryCtes(ALL_SITES, { condition: indicatorCondition, asOf, selected: selectedBelow(info, "figures"), filter }),
          sql`shown_summary AS (SELECT * FROM summary ORDER BY count DESC, indicator_id LIMIT ${size})`,
        ],
        notices,
        vocabularies: [{ argument: "indicators", table: "indicator", key: "id", entries: indicators }],
      });
    },
  }),
);
