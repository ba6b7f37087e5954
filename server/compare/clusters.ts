import { EXPECTED_COUNTS } from "../contract/city.ts";
import { type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { PRICES } from "../graphql/prices.ts";
import { Notice, resolveStatement } from "../graphql/statement.ts";
import { checkFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { matchingSites } from "../sites/filter-sql.ts";
import { KindPart, SectorPart, ThemePart } from "./cluster-mix.ts";
import { clusterCtes } from "./cluster-sql.ts";
import { ClusterFact, KindConcentration, NearestNeighbour } from "./cluster-statistics.ts";

// HAVING leaves no row for the city, so that its gap is null.
const gapToLeader = (row: Sql, mostOfOthers: Sql, ownCount: Sql): Sql => sql`(SELECT greatest(0, ${mostOfOthers} - ${ownCount})
  FROM cluster other WHERE other.key NOT IN (${row}.key, 'city') HAVING ${row}.code IS NOT NULL)`;

// A cluster is all matching sites of a district or of the city, not a group of near ones.
const DistrictCluster = builder.objectRef<Row>("DistrictCluster");
DistrictCluster.implement({
  description: "The sites of a district, or of the whole city, with their indexes.",
  fields: (t) => ({
    key: t.string({
      description: "Code of the district, or `city` for the whole city.",
      ...valueBySql((row) => sql`${row}.key`),
    }),
    district: t.field({
      type: District,
      nullable: true,
      description: "The district; empty for the city.",
      ...readBySql({ singleRow: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.code` }),
    }),
    count: t.int({ description: "Number of sites that certainly lie in it.", ...valueBySql((row) => sql`${row}.count`) }),
    countMax: t.int({
      description: "Number of sites that may lie in it, including those not recorded in a single district.",
      ...valueBySql((row) => sql`${row}.count_max`),
    }),
    areaKm2: t.float({
      description: "Recorded area in km²; for the city, the sum of its districts.",
      ...valueBySql((row) => sql`${row}.area_km2`),
    }),
    density: t.float({ description: "Sites per 100 km², of count.", ...valueBySql((row) => sql`${row}.density::float8`) }),
    densityMax: t.float({
      description: "Sites per 100 km², of countMax.",
      ...valueBySql((row) => sql`${row}.density_max::float8`),
    }),
    nationalHubs: t.int({
      description: "Number of national logistics hubs that certainly lie in it.",
      ...valueBySql((row) => sql`${row}.national_hubs`),
    }),
    nationalHubsMax: t.int({
      description: "Number of national logistics hubs that may lie in it.",
      ...valueBySql((row) => sql`${row}.national_hubs_max`),
    }),
    kinds: t.field({
      type: [KindPart],
      complexity: { field: 1, multiplier: 4 },
      description: "By kind, including kinds without sites.",
      ...readBySql({
        rows: (row, child) => sql`FROM kind_share ${child} WHERE ${child}.key = ${row}.key ORDER BY ${child}.kind`,
      }),
    }),
    themes: t.field({
      type: [ThemePart],
      complexity: { field: 1, multiplier: 10 },
      description: "Service-trade parks by theme, largest first.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM theme_count ${child} WHERE ${child}.key = ${row}.key ORDER BY ${child}.count DESC, ${child}.theme`,
      }),
    }),
    sectors: t.field({
      type: [SectorPart],
      complexity: { field: 1, multiplier: 12 },
      description: "By service sector of their industries, largest first.",
      ...readBySql({
        rows: (
          row,
          child,
        ) => sql`FROM (SELECT sector_count.*, sector_count.count::float8 / ${row}.count AS share FROM sector_count
          WHERE sector_count.key = ${row}.key) ${child} ORDER BY ${child}.count DESC, ${child}.sector_code`,
      }),
    }),
    withoutSector: t.int({
      description: "Number of sites without an industry that belongs to a sector.",
      ...valueBySql(
        (row) => sql`${row}.count - coalesce((SELECT sites_with_sector.count FROM sites_with_sector
        WHERE sites_with_sector.key = ${row}.key), 0)`,
      ),
    }),
    nearestNeighbour: t.field({
      type: NearestNeighbour,
      description: "Whether its sites are clustered or dispersed.",
      ...readBySql({ singleRow: (row, child) => sql`FROM nearest_neighbour ${child} WHERE ${child}.key = ${row}.key` }),
    }),
    gapToLeader: t.int({
      nullable: true,
      description: "How many sites fewer than the leading district: lower bound; empty for the city.",
      ...valueBySql((row) => gapToLeader(row, sql`max(other.count)`, sql`${row}.count_max`)),
    }),
    gapToLeaderMax: t.int({
      nullable: true,
      description: "How many sites fewer than the leading district: upper bound; empty for the city.",
      ...valueBySql((row) => gapToLeader(row, sql`max(other.count_max)`, sql`${row}.count`)),
    }),
    facts: t.field({
      type: [ClusterFact],
      complexity: { field: 1, multiplier: 8 },
      description: "Statements about it as two numbers and their ratio.",
      ...readBySql({
        rows: (row, child) => sql`FROM fact ${child} WHERE ${child}.key = ${row}.key ORDER BY ${child}.sort_order, ${child}.kind`,
      }),
    }),
  }),
});

const Clusters = builder.objectRef<Row>("Clusters");
Clusters.implement({
  description: "The sites that meet the filter, by district, as currently recorded.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    totalCount: t.int({
      description: "Number of sites that meet the filter.",
      ...valueBySql(() => sql`(SELECT count(*) FROM matching_site)`),
    }),
    withoutDistrict: t.int({
      description:
        "Number of sites in the city that meet the filter but are not recorded in a single district. They count for the city, and only in the upper bounds (countMax) of the districts in which they may lie.",
      ...valueBySql(() => sql`(SELECT coalesce(sum(without_district), 0) FROM city_site_count)`),
    }),
    outsideCity: t.int({
      description: "Number of sites outside the city that meet the filter; they count nowhere else.",
      ...valueBySql(
        () => sql`(SELECT count(*) FROM matching_site) - (SELECT coalesce(sum(city_site_count.sites), 0)
        FROM city_site_count)`,
      ),
    }),
    city: t.field({
      type: DistrictCluster,
      description: "The whole city, including sites without a recorded district.",
      ...readBySql({ singleRow: (_row, child) => sql`FROM cluster ${child} WHERE ${child}.key = 'city'` }),
    }),
    districts: t.field({
      type: [DistrictCluster],
      complexity: { field: 1, multiplier: EXPECTED_COUNTS.districts },
      description: "By district, in order of code, including districts without sites.",
      ...readBySql({ rows: (_row, child) => sql`FROM cluster ${child} WHERE ${child}.key <> 'city' ORDER BY ${child}.key` }),
    }),
    concentration: t.field({
      type: [KindConcentration],
      complexity: { field: 1, multiplier: 5 },
      description: "How unevenly each kind, and all kinds together, are distributed over the districts.",
      ...readBySql({ rows: (_row, child) => sql`FROM concentration ${child} ORDER BY ${child}.kind NULLS FIRST` }),
    }),
    leaders: t.field({
      type: [District],
      complexity: { field: 1, multiplier: EXPECTED_COUNTS.districts },
      description:
        "The districts with the most sites: several if they tie or if sites without a recorded district leave it open, none if no site meets the filter.",
      ...readBySql({
        rows: (_row, child) =>
          sql`FROM district ${child} JOIN leader ON leader.key = ${child}.code AND leader.kind IS NULL ORDER BY ${child}.code`,
      }),
    }),
  }),
});

builder.queryField("clusters", (t) =>
  t.field({
    type: Clusters,
    description:
      "Clusters by district: number, mix, density, specialisation, concentration and spacing of the sites that meet the filter. clusterIndexes explains each number.",
    args: { filter: t.arg({ type: SiteFilterInput, description: "Which sites; all by default." }) },
    complexity: ({ filter }) => ({ field: PRICES.clusters + filterCost(filter), multiplier: 1 }),
    resolve: async (_root, { filter: input }, { database, budget }, info) => {
      const filter = checkFilter(input ?? {}, "filter", budget);
      // Unknown names in the filter are an error; inputs changed before use are notices.
      const notices = await checkFilterLookups(database, filter);
      return resolveStatement(database, info, sql`SELECT`, {
        ctes: [matchingSites(filter), ...clusterCtes],
        vocabularies: [],
        notices,
      });
    },
  }),
);
