import { geojson, pointGeojson } from "../database/geometry.ts";
import { sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { boundedSize, listSize } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { Notice, resolveStatement, selectedBelow } from "../graphql/statement.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { AS_OF_ARGUMENT } from "../indicators/figure-precedence.ts";
import { KindCount } from "../sites/facets.ts";
import { checkFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { matchingSitesReadTwice } from "../sites/filter-sql.ts";
import { countedMatches, SITES, selectsTotals } from "../sites/totals.ts";
import { FigureSummary } from "./figures.ts";
import { groupCtes } from "./group-ctes.ts";
import { checkSizes, groupingCtes, groupings, groupKeys, MAX_CLUSTERED } from "./grouping.ts";
import { needsFigures } from "./statistic-ctes.ts";
import { summaryCtes } from "./summary-ctes.ts";

const MAX_GROUPS = 1000;
const MAX_INDICATORS = 10;

const SiteGrouping = builder.enumType("SiteGrouping", {
  description: "The key by which sites are grouped.",
  values: groupings,
});

const SiteGroup = builder.objectRef<Row>("SiteGroup");
SiteGroup.implement({
  description: "A group of sites.",
  fields: (t) => ({
    key: t.string({
      description: "Stable identifier of the group: district code, kind, cell of the grid, or the first slug of a cluster.",
      ...valueBySql((row) => sql`${row}.key`),
    }),
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "Their kind, if grouped by kind.",
      ...valueBySql((row) => sql`${row}.kind`),
    }),
    district: t.field({
      type: District,
      nullable: true,
      description: "Their district, if grouped by district; empty for sites without a recorded district in Wuhan.",
      ...readBySql({ singleRow: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.district_code` }),
    }),
    count: t.int({ description: "Number of sites.", ...valueBySql((row) => sql`${row}.count`) }),
    kinds: t.field({
      type: [KindCount],
      description: "By kind; kinds with none are left out.",
      ...valueBySql(
        (row) =>
          sql`(SELECT json_agg(counted) FROM (SELECT kind_count.kind, kind_count.count FROM kind_count
            WHERE kind_count.key = ${row}.key ORDER BY kind_count.kind) counted)`,
      ),
    }),
    center: t.field({
      type: "GeoJSON",
      nullable: true,
      description: "Mean of the sites' points (Point, WGS-84); empty if no site has a point.",
      ...valueBySql((row) => pointGeojson(sql`${row}.center`)),
    }),
    geometry: t.field({
      type: "GeoJSON",
      nullable: true,
      complexity: 10,
      description: "HEX: the hexagon. CLUSTER: the convex hull of its points, if they span an area. Otherwise empty.",
      ...valueBySql((row) => geojson(sql`${row}.shape`)),
    }),
    radiusKm: t.float({
      nullable: true,
      description: "CLUSTER: distance in km from the centre to the farthest point; otherwise empty.",
      ...valueBySql((row) => sql`round(${row}.radius_km::numeric, 3)`),
    }),
    figures: t.field({
      type: [FigureSummary],
      complexity: { field: 1, multiplier: MAX_INDICATORS },
      description: "The latest figures of its sites, for the requested indicators.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM group_summary ${child} WHERE ${child}.key = ${row}.key ORDER BY ${child}.count DESC, ${child}.indicator_id`,
      }),
    }),
  }),
});

const SiteGroups = builder.objectRef<Row>("SiteGroups");
SiteGroups.implement({
  description: "Groups of sites.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    groups: t.field({
      type: [SiteGroup],
      complexity: { field: 1, multiplier: 1 },
      description: "The groups, largest first; ties by key.",
      ...readBySql({ rows: (_row, child) => sql`FROM site_group ${child} ORDER BY ${child}.count DESC, ${child}.key` }),
    }),
    totalGroups: t.int({
      description: "Number of groups.",
      ...valueBySql(() => sql`(SELECT count(DISTINCT tally.key) FROM tally)`),
    }),
    withoutPoint: t.int({
      description: "Number of sites that meet the filter but have no published location; HEX and CLUSTER leave them out.",
      ...valueBySql(() => sql`(SELECT without_point.count FROM without_point)`),
    }),
  }),
});

builder.queryField("siteGroups", (t) =>
  t.field({
    type: SiteGroups,
    description: "Sites that meet the filter, grouped by district, kind, hexagon or cluster.",
    args: {
      filter: t.arg({ type: SiteFilterInput }),
      by: t.arg({ type: SiteGrouping, required: true }),
      sizeKm: t.arg.float({ description: "HEX: edge length of a hexagon in km, 0.2 to 100." }),
      radiusKm: t.arg.float({ description: "CLUSTER: maximum distance between neighbours in km, 0.05 to 50." }),
      indicators: t.arg.stringList({ description: "Indicators to summarise, by slug; at most 10. None by default." }),
      first: t.arg.int({ required: true, defaultValue: 500, description: "Number of groups; at most 1000." }),
      asOf: t.arg(AS_OF_ARGUMENT),
    },
    complexity: ({ first, filter }) => ({
      field: PRICES.siteGroups + filterCost(filter),
      multiplier: boundedSize(first, MAX_GROUPS),
    }),
    resolve: async (_root, { filter: input, by, sizeKm, radiusKm, indicators, first, asOf }, { database, budget }, info) => {
      const filter = checkFilter(input ?? {}, "filter", budget);
      const metres = checkSizes(by, sizeKm, radiusKm);
      checkEntries("indicators", indicators, MAX_INDICATORS);
      const size = listSize(first, MAX_GROUPS);
      const notices = await checkFilterLookups(database, filter);
      const selected = selectedBelow(info, "groups");
      const counted = countedMatches(filter, sql`matching_site`);
      const groupsPoints = by === "HEX" || by === "CLUSTER";
      const ofFigures = selectedBelow(info, "groups", "figures");
      const readsTotals = selectsTotals(filter) && !groupsPoints && !asOf && !needsFigures(ofFigures);
      // A few totals are read at once, as cheaply as a page of a list.
      const reader = readsTotals ? database.with({ lane: undefined }) : database;
      return resolveStatement(reader, info, sql`SELECT`, {
        ctes: [
          matchingSitesReadTwice(filter),
          ...counted.ctes,
          sql`without_point AS (SELECT ${counted.count} - ${counted.points} AS count FROM ${counted.table} counted)`,
          ...groupingCtes(by, metres),
          ...groupCtes(by, {
            metres,
            size,
            selected,
            counted: groupsPoints ? { ...SITES, table: sql`grouped_site` } : counted,
          }),
          ...summaryCtes(
            { table: sql`member`, ...groupKeys[by] },
            {
              condition: sql`latest.indicator_id = ANY(${indicators ?? []})`,
              asOf,
              selected: ofFigures,
              filter: groupsPoints ? undefined : filter,
            },
          ),
          // Materialized, so that it is computed once for all groups and not once for each.
          sql`group_summary AS MATERIALIZED (SELECT * FROM summary)`,
        ],
        notices,
        vocabularies: [{ argument: "indicators", table: "indicator", key: "id", entries: indicators }],
        ...(by === "CLUSTER" && {
          countLimit: {
            count: sql`(SELECT count(*) FROM matching_site WHERE matching_site.point IS NOT NULL)`,
            max: MAX_CLUSTERED,
          },
        }),
      });
    },
  }),
);
