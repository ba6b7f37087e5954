// Assigns each site to a group. Lengths are measured in EPSG:4547 (CGCS2000, 3-degree Gauss-Krüger, 114 degrees east, metres): Wuhan
// lies on its central meridian, where lengths on the plane differ from those on the ground by less than 1 in 10 000.

import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { empty, type Sql, sql } from "../database/sql.ts";
import { checkRange } from "../graphql/statement.ts";
import { spatialErrors } from "./errors.ts";

export const groupings = {
  DISTRICT: { description: "By administrative district." },
  KIND: { description: "By kind of site." },
  DISTRICT_KIND: { description: "By district and kind." },
  HEX: {
    description:
      "By cells of a hexagonal grid in EPSG:4547, which starts at its origin. All cells have the same size on the ground.",
  },
  CLUSTER: {
    description:
      "By proximity: sites within radiusKm of each other are in one cluster, directly or through other sites (single linkage; DBSCAN with a minimum of one point). Every site is in a cluster. At most 5000 sites with a position.",
  },
} as const;
export type Grouping = keyof typeof groupings;

/** With a radius as large as Wuhan, all points are neighbours of each other: the work grows with the square of their number. */
export const MAX_CLUSTERED = 5000;

/**
 * The length in metres that the grouping needs: the edge of a hexagon or the radius of a cluster; 0 for the others. Throws
 * ARGUMENT_NEEDED, ARGUMENT_UNUSED, NUMBER_OUT_OF_RANGE.
 */
export function checkSizes(requested: Grouping, sizeKm: number | null | undefined, radiusKm: number | null | undefined): number {
  const sizes = [
    { argument: "sizeKm", km: sizeKm, grouping: "HEX", min: 0.2, max: 100 },
    { argument: "radiusKm", km: radiusKm, grouping: "CLUSTER", min: 0.05, max: 50 },
  ] as const;
  let metres = 0;
  for (const { argument, km, grouping, min, max } of sizes) {
    const isPresent = km !== null && km !== undefined;
    if (requested === grouping && !isPresent)
      throw new AtlasError(spatialErrors.ARGUMENT_NEEDED, { argument, other: `by: ${grouping}`, min, max });
    if (requested !== grouping && isPresent)
      throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument, other: `by: ${grouping}` });
    if (isPresent) metres = checkRange(argument, km, min, max) * 1000;
  }
  return metres;
}

/**
 * Common table expressions, of which the last is `grouped_site`: the sites of `matching_site` with the `key` of their group, and `of_kind` and
 * `of_district` if all sites of the group share them. For hexagons also their column and row, `hex_i` and `hex_j`, as ST_Hexagon
 * numbers them.
 */
export function groupingTables(grouping: Grouping, metres: number): Sql[] {
  const columns = (key: Sql, extraColumns = empty): Sql => sql`SELECT ${key} AS key, m.id, m.kind, m.point,
    ${grouping.endsWith("KIND") ? sql`m.kind` : sql`NULL::site_kind`} AS of_kind,
    ${grouping.startsWith("DISTRICT") ? sql`m.district_code` : sql`NULL::text`} AS of_district${extraColumns}`;
  const projectedSites = sql`projected_site AS MATERIALIZED (SELECT m.*, ST_Transform(m.point, 4547) AS projected_point FROM matching_site m WHERE m.point IS NOT NULL)`;
  switch (grouping) {
    case "DISTRICT":
      return [sql`grouped_site AS MATERIALIZED (${columns(sql`coalesce(m.district_code, '-')`)} FROM matching_site m)`];
    case "KIND":
      return [sql`grouped_site AS MATERIALIZED (${columns(sql`m.kind::text`)} FROM matching_site m)`];
    case "DISTRICT_KIND":
      return [
        sql`grouped_site AS MATERIALIZED (${columns(sql`coalesce(m.district_code, '-') || '/' || m.kind`)} FROM matching_site m)`,
      ];
    case "HEX":
      return [
        projectedSites,
        ...cells(metres),
        sql`grouped_site AS MATERIALIZED (${columns(sql`m.hex_i || '/' || m.hex_j`, sql`, m.hex_i, m.hex_j`)} FROM cell m)`,
      ];
    case "CLUSTER":
      return [
        projectedSites,
        // Above the limit nothing is clustered; the query is refused by the count that is read along with it.
        sql`clustered_site AS MATERIALIZED (SELECT m.*, ST_ClusterDBSCAN(m.projected_point, eps => ${metres}::float8, minpoints => 1) OVER () AS cluster
          FROM projected_site m WHERE (SELECT count(*) FROM projected_site) <= ${MAX_CLUSTERED})`,
        sql`grouped_site AS MATERIALIZED (${columns(sql`min(m.slug) OVER (PARTITION BY m.cluster)`)} FROM clustered_site m)`,
      ];
  }
}

// Computes the hexagon of each point instead of searching a grid: axial coordinates in a flat-topped grid, rounded as cube coordinates
// (https://www.redblobgames.com/grids/hexagons/#rounding), then converted to the columns and rows of ST_Hexagon.
const cells = (metres: number): Sql[] => [
  sql`axial AS (SELECT m.*, ST_X(m.projected_point) / ${1.5 * metres}::float8 AS q,
    ST_Y(m.projected_point) / ${Math.sqrt(3) * metres}::float8 - ST_X(m.projected_point) / ${3 * metres}::float8 AS r FROM projected_site m)`,
  sql`rounded_axes AS MATERIALIZED (SELECT m.*, round(q) AS rq, round(r) AS rr, round(-q - r) AS rs,
    abs(round(q) - q) AS dq, abs(round(r) - r) AS dr, abs(round(-q - r) + q + r) AS ds FROM axial m)`,
  sql`axial_cell AS MATERIALIZED (SELECT m.*, (CASE WHEN dq > dr AND dq > ds THEN -rr - rs ELSE rq END)::int AS hex_i,
    (CASE WHEN dr > ds AND NOT (dq > dr AND dq > ds) THEN -rq - rs ELSE rr END)::int AS axial_row FROM rounded_axes m)`,
  sql`cell AS (SELECT m.*, m.axial_row + (m.hex_i - (m.hex_i & 1)) / 2 AS hex_j FROM axial_cell m)`,
];
