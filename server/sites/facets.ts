import { join, type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, valueBySql } from "../graphql/fields.ts";
import { possibleAreaCtes } from "./areas-of-sites.ts";
import { possibleDistricts } from "./districts-of-sites.ts";
import type { SiteFilter } from "./filter.ts";
import { matchingSites, siteConditions } from "./filter-sql.ts";
import { countedSites } from "./totals.ts";

/** Number of sites of a kind. */
export const KindCount = builder.objectRef<{ kind: string; count: number }>("KindCount");
KindCount.implement({
  description: "Number of sites of a kind.",
  fields: (t) => ({
    kind: t.field({ type: enumOf("SiteKind"), resolve: (row) => row.kind as never }),
    count: t.exposeInt("count"),
  }),
});

/** Number of sites in a district; `code` is empty for sites without a recorded district. */
export const DistrictCount = builder.objectRef<{ code: string | null; count: number }>("DistrictCount");
DistrictCount.implement({
  description: "Number of sites in a district.",
  fields: (t) => ({
    code: t.exposeString("code", {
      nullable: true,
      description: "GB/T 2260 code; empty for sites without a recorded district in Wuhan.",
    }),
    count: t.exposeInt("count"),
  }),
});

export const SiteFacets = builder.objectRef<Row>("SiteFacets");
SiteFacets.implement({
  description:
    "Counts of sites. Each count ignores its own part of the filter and applies all others, so it shows the result of selecting that value.",
  fields: (t) => ({
    kinds: t.field({
      type: [KindCount],
      description: "By kind; kinds with none are counted as 0.",
      resolve: (row) => row.kinds as never,
    }),
    parts: t.field({
      type: [KindCount],
      description: "How many of the counts by kind are parts of another site; kinds with none are left out.",
      resolve: (row) => row.parts as never,
    }),
    nationalHubs: t.int({
      description: "How many of the logistics hubs counted by kind are national; the others are infrastructure.",
      resolve: (row) => row.nationalHubs as never,
    }),
    districts: t.field({
      type: [DistrictCount],
      description: "By district; districts with none are left out.",
      resolve: (row) => row.districts as never,
    }),
    withoutPoint: t.int({
      description: "Number of sites that meet the whole filter and have no published location.",
      resolve: (row) => row.withoutPoint as never,
    }),
  }),
});

/** The selected counts as one JSON object. */
export function siteFacets(filter: SiteFilter, selected: Set<string>): Sql {
  const facetColumns: Sql[] = [];
  const anyKind = { ...filter, kinds: undefined };
  const ofAnyKind = countedSites(anyKind);
  if (selected.has("kinds")) {
    facetColumns.push(sql`${kindCounts(anyKind, sql`true`)} AS kinds`);
  }
  if (selected.has("parts")) {
    facetColumns.push(sql`(SELECT coalesce(json_agg(kind_count), '[]'::json) FROM (SELECT counted.kind, ${ofAnyKind.parts} AS count
      FROM ${ofAnyKind.table} counted WHERE ${siteConditions(anyKind, counted)} GROUP BY 1 HAVING ${ofAnyKind.parts} > 0 ORDER BY 1) kind_count) AS parts`);
  }
  if (selected.has("nationalHubs")) {
    facetColumns.push(sql`(SELECT ${ofAnyKind.nationalHubs} FROM ${ofAnyKind.table} counted
      WHERE ${siteConditions(anyKind, counted)} AND counted.kind = 'LOGISTICS_HUB') AS "nationalHubs"`);
  }
  if (selected.has("districts")) {
    const others = { ...filter, districts: undefined };
    const { table, count } = countedSites(others);
    facetColumns.push(sql`(SELECT coalesce(json_agg(district_count), '[]'::json)
      FROM (SELECT counted.district_code AS code, ${count} AS count FROM ${table} counted
      WHERE ${siteConditions(others, counted)} GROUP BY 1 ORDER BY 1) district_count) AS districts`);
  }
  if (selected.has("withoutPoint")) {
    const { table, count, points } = countedSites(filter);
    facetColumns.push(sql`(SELECT ${count} - ${points} FROM ${table} counted
      WHERE ${siteConditions(filter, counted)}) AS "withoutPoint"`);
  }
  return facetColumns.length > 0
    ? sql`(SELECT row_to_json(selected) FROM (SELECT ${join(facetColumns)}) selected)`
    : sql`'{}'::json`;
}

const counted = sql`counted`;

/** Counts by kind of the sites that meet the filter and a condition on kind, district or functional area (alias `counted`). */
const kindCounts = (filter: SiteFilter, condition: Sql): Sql => {
  const { table, count } = countedSites(filter);
  return sql`(SELECT json_agg(kind_count) FROM (SELECT every_kind.kind, ${count} AS count
    FROM unnest(enum_range(NULL::site_kind)) AS every_kind(kind)
    LEFT JOIN ${table} counted ON counted.kind = every_kind.kind AND ${siteConditions(filter, counted)} AND ${condition}
      GROUP BY every_kind.kind ORDER BY every_kind.kind) kind_count)`;
};

const possibleCounts = (
  table: Sql,
  condition: Sql,
): Sql => sql`(WITH ${matchingSites({})}, ${join([...possibleDistricts, ...possibleAreaCtes])}
  SELECT coalesce(json_agg(kind_count), '[]'::json) FROM (SELECT possible.kind, count(*) AS count FROM ${table} possible
    WHERE ${condition} AND NOT possible.certain GROUP BY possible.kind ORDER BY possible.kind) kind_count)`;

builder.objectField(District, "siteCounts", (t) =>
  t.field({
    type: [KindCount],
    description: "Number of sites of each kind whose recorded district it is; see possibleSiteCounts.",
    ...valueBySql((row) => kindCounts({}, sql`counted.district_code = ${row}.code`)),
  }),
);

builder.objectField(District, "possibleSiteCounts", (t) =>
  t.field({
    type: [KindCount],
    complexity: 200,
    description:
      "Number of further sites of each kind that may lie in it: those not recorded in a single district whose recorded parts or functional area, if any, lie there. Kinds with none are left out.",
    ...valueBySql((row) => possibleCounts(sql`possible_district`, sql`possible.code = ${row}.code`)),
  }),
);

builder.objectField(FunctionalArea, "siteCounts", (t) =>
  t.field({
    type: [KindCount],
    description: "Number of sites of each kind whose recorded functional area it is; see possibleSiteCounts.",
    ...valueBySql((row) => kindCounts({}, sql`counted.functional_area_id = ${row}.id`)),
  }),
);

builder.objectField(FunctionalArea, "possibleSiteCounts", (t) =>
  t.field({
    type: [KindCount],
    complexity: 200,
    description:
      "Number of further sites of each kind that may lie in it: those in its districts that are not recorded in another area that excludes it. Kinds with none are left out.",
    ...valueBySql((row) => possibleCounts(sql`possible_area`, sql`possible.area_id = ${row}.id`)),
  }),
);
