import { EXPECTED_COUNTS } from "../contract/city.ts";
import { sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { MAX_NEIGHBOUR_POINTS, MIN_NEIGHBOUR_POINTS } from "./cluster-sql.ts";

export const IndexNotComputable = builder.enumType("IndexNotComputable", {
  description: "Why an index cannot be computed.",
  values: {
    NO_SITES: { description: "There are no sites." },
    ZERO_BASE: { description: "The city has no site of that kind among those that meet the filter." },
    TOO_FEW_POINTS: { description: `Fewer than ${MIN_NEIGHBOUR_POINTS} sites have a published location.` },
    TOO_MANY_POINTS: { description: `More than ${MAX_NEIGHBOUR_POINTS} sites have a published location; narrow the filter.` },
  } as const,
});

export const KindConcentration = builder.objectRef<Row>("KindConcentration");
KindConcentration.implement({
  description: "How unevenly the districts share the sites of a kind.",
  fields: (t) => ({
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "Empty for all kinds together.",
      ...valueBySql((row) => sql`${row}.kind`),
    }),
    count: t.int({
      description: "Number of sites that certainly lie in one district. The indexes are of these only.",
      ...valueBySql((row) => sql`${row}.count`),
    }),
    cityCount: t.int({
      description: "Number of sites in the city, including those not recorded in a single district.",
      ...valueBySql(
        (row) =>
          sql`(SELECT kind_count.count FROM kind_count WHERE kind_count.key = 'city' AND kind_count.kind IS NOT DISTINCT FROM ${row}.kind)`,
      ),
    }),
    herfindahl: t.float({
      nullable: true,
      description:
        "Herfindahl-Hirschman index: from 1 / n, where n is the number of districts (equal shares), to 1 (one district has all sites).",
      ...valueBySql((row) => sql`${row}.herfindahl`),
    }),
    gini: t.float({
      nullable: true,
      description:
        "Gini coefficient over the districts: from 0 (equal shares) to (n - 1) / n, where n is the number of districts (one district has all sites).",
      ...valueBySql((row) => sql`${row}.gini`),
    }),
    districts: t.int({ description: "Number of districts included.", ...valueBySql((row) => sql`${row}.districts`) }),
    notComputable: t.field({
      type: IndexNotComputable,
      nullable: true,
      description: "Why the Herfindahl and Gini indexes cannot be computed.",
      ...valueBySql((row) => sql`CASE WHEN ${row}.count = 0 THEN 'NO_SITES' END`),
    }),
    leaders: t.field({
      type: [District],
      complexity: { field: 1, multiplier: EXPECTED_COUNTS.districts },
      description: "The leading districts: several if they tie, or if sites without a recorded district leave it open.",
      ...readBySql({
        rows: (
          row,
          child,
        ) => sql`FROM district ${child} JOIN leader ON leader.key = ${child}.code AND leader.kind IS NOT DISTINCT FROM ${row}.kind
          ORDER BY ${child}.code`,
      }),
    }),
    leaderCount: t.int({
      nullable: true,
      description: "Number of sites in each leading district; empty if it is not certain which leads, or with how many.",
      ...valueBySql(
        (row) => sql`(SELECT CASE WHEN bool_and(leader.count = leader.count_max) THEN ${row}.largest_count END FROM leader
          WHERE leader.kind IS NOT DISTINCT FROM ${row}.kind)`,
      ),
    }),
  }),
});

export const NearestNeighbour = builder.objectRef<Row>("NearestNeighbour");
NearestNeighbour.implement({
  description: "The nearest-neighbour index of Clark and Evans (1954), and its components.",
  fields: (t) => ({
    points: t.int({ description: "Number of sites with a published location.", ...valueBySql((row) => sql`${row}.points`) }),
    areaKm2: t.float({
      description: "The recorded area in km², used as the study area.",
      ...valueBySql((row) => sql`${row}.area_km2`),
    }),
    meanKm: t.float({
      nullable: true,
      description: "Mean geodesic distance in km from each site to its nearest neighbour.",
      ...valueBySql((row) => sql`${row}.mean_km`),
    }),
    expectedKm: t.float({
      nullable: true,
      description: "The mean expected under randomness: 0.5 / √(points / area), in km.",
      ...valueBySql((row) => sql`${row}.expected_km::float8`),
    }),
    index: t.float({
      nullable: true,
      description: "Observed mean divided by expected mean: below 1 clustered, about 1 random, above 1 dispersed.",
      ...valueBySql((row) => sql`(${row}.mean_km / ${row}.expected_km)::float8`),
    }),
    notComputable: t.field({
      type: IndexNotComputable,
      nullable: true,
      description: "Why there is no index.",
      ...valueBySql((row) => sql`${row}.reason`),
    }),
  }),
});

const ClusterFactKind = builder.enumType("ClusterFactKind", {
  description: "The kinds of statement about a district or the city.",
  values: {
    SITES: { description: "Its share of the city's sites that meet the filter, including sites without a recorded district." },
    SITES_OF_KIND: { description: "Its share of the city's sites of the kind." },
    NATIONAL_HUBS: { description: "Its share of the city's national logistics hubs." },
    DENSITY_TO_MEDIAN: { description: "Its density compared with the median of the districts." },
    SITES_TO_LEADER: { description: "Its number of sites compared with the leading district." },
  } as const,
});

export const ClusterFact = builder.objectRef<Row>("ClusterFact");
ClusterFact.implement({
  description: "A statement about a district or the city as two numbers: 3 of 5 national hubs, 2.1 times the median density.",
  fields: (t) => ({
    factKind: t.field({ type: ClusterFactKind, ...valueBySql((row) => sql`${row}.fact_kind`) }),
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "The kind, for SITES_OF_KIND.",
      ...valueBySql((row) => sql`${row}.kind`),
    }),
    numerator: t.float({ description: "Lower bound of its number.", ...valueBySql((row) => sql`${row}.numerator`) }),
    numeratorMax: t.float({
      description: "The same with all sites that may lie there; equal unless some have no recorded district.",
      ...valueBySql((row) => sql`${row}.numerator_max`),
    }),
    denominator: t.float({
      description: "Lower bound of the number it is compared with.",
      ...valueBySql((row) => sql`${row}.denominator`),
    }),
    denominatorMax: t.float({ description: "Upper bound of the same.", ...valueBySql((row) => sql`${row}.denominator_max`) }),
    ratio: t.float({
      nullable: true,
      description: "Lower bound of numerator divided by denominator; empty if the denominator is zero.",
      ...valueBySql((row) => sql`${row}.ratio`),
    }),
    ratioMax: t.float({
      nullable: true,
      description: "Upper bound of the same.",
      ...valueBySql((row) => sql`${row}.ratio_max`),
    }),
    rank: t.int({
      nullable: true,
      description:
        "Rank among the districts by numerator, 1 for the largest, ties share a rank; empty for the city, and where sites without a recorded district leave it open.",
      ...valueBySql((row) => sql`CASE WHEN ${row}.rank_from = ${row}.rank_to THEN ${row}.rank_from END`),
    }),
  }),
});
