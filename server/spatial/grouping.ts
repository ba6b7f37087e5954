// Assigns each site to a group. Lengths are measured in EPSG:4547 (CGCS2000, 3-degree Gauss-Krüger, 114 degrees east, metres): Wuhan
// lies on its central meridian, where lengths on the plane differ from those on the ground by less than 1 in 10 000.

import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { type Sql, sql } from "../database/sql.ts";
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
      "By proximity: sites within radiusKm of each other are in one cluster, directly or through other sites (single linkage; DBSCAN with a minimum of one point). Every site is in a cluster. At most 5000 sites with a location.",
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

/** What distinguishes the groups of a grouping. */
export interface GroupKey {
  /** The columns of `grouped_site` that its groups have in common. */
  columns: readonly string[];
  /** The public key of a group, of a row with these columns. */
  key: (row: Sql) => Sql;
}

const districtKey = (row: Sql): Sql => sql`coalesce(${row}.district_code, '-')`;

export const groupKeys: Readonly<Record<Grouping, GroupKey>> = {
  DISTRICT: { columns: ["district_code"], key: districtKey },
  KIND: { columns: ["kind"], key: (row) => sql`${row}.kind::text` },
  DISTRICT_KIND: { columns: ["district_code", "kind"], key: (row) => sql`${districtKey(row)} || '/' || ${row}.kind` },
  // As ST_Hexagon numbers columns and rows.
  HEX: { columns: ["hex_i", "hex_j"], key: (row) => sql`${row}.hex_i || '/' || ${row}.hex_j` },
  CLUSTER: { columns: ["first_slug"], key: (row) => sql`${row}.first_slug` },
};

/**
 * CTEs, of which the last is `grouped_site`: the sites of `matching_site` that are in a group, with `id`, `kind`, `point`
 * and the columns of the group.
 */
export function groupingCtes(grouping: Grouping, metres: number): Sql[] {
  switch (grouping) {
    case "HEX":
      return [sql`grouped_site AS MATERIALIZED (${cells(metres)})`];
    case "CLUSTER":
      return [
        sql`projected_site AS MATERIALIZED (SELECT matching_site.*, ST_Transform(matching_site.point, 4547) AS projected_point
          FROM matching_site WHERE matching_site.point IS NOT NULL)`,
        // Above the limit nothing is clustered; the query is refused by the count that is read along with it.
        sql`clustered_site AS MATERIALIZED (SELECT projected_site.*,
          ST_ClusterDBSCAN(projected_site.projected_point, eps => ${metres}::float8, minpoints => 1) OVER () AS cluster
          FROM projected_site WHERE (SELECT count(*) FROM projected_site) <= ${MAX_CLUSTERED})`,
        sql`grouped_site AS MATERIALIZED (
          SELECT id, kind, point, min(slug) OVER (PARTITION BY cluster) AS first_slug FROM clustered_site)`,
      ];
    default:
      return [sql`grouped_site AS NOT MATERIALIZED (SELECT matching_site.* FROM matching_site)`];
  }
}

// Computes the hexagon of each point instead of searching a grid: axial coordinates in a flat-topped grid, rounded as cube coordinates
// (https://www.redblobgames.com/grids/hexagons/#rounding), then converted to the columns and rows of ST_Hexagon. OFFSET 0 keeps each
// step apart, so that what it computes is computed once for a point.
const cells = (metres: number): Sql => sql`
  SELECT site.id, site.kind, site.point, site.hex_i, site.axial_row + (site.hex_i - (site.hex_i & 1)) / 2 AS hex_j
  FROM (SELECT site.*, (CASE WHEN dq > dr AND dq > ds THEN -rr - rs ELSE rq END)::int AS hex_i,
      (CASE WHEN dr > ds AND NOT (dq > dr AND dq > ds) THEN -rq - rs ELSE rr END)::int AS axial_row
    FROM (SELECT site.*, abs(rq - q) AS dq, abs(rr - r) AS dr, abs(rs + q + r) AS ds
      FROM (SELECT site.*, round(q) AS rq, round(r) AS rr, round(-q - r) AS rs
        FROM (SELECT site.*, ST_X(site.projected_point) / ${1.5 * metres}::float8 AS q,
            ST_Y(site.projected_point) / ${Math.sqrt(3) * metres}::float8 - ST_X(site.projected_point) / ${3 * metres}::float8 AS r
          FROM (SELECT site.id, site.kind, site.point, ST_Transform(site.point, 4547) AS projected_point FROM matching_site site
            WHERE site.point IS NOT NULL OFFSET 0) site OFFSET 0) site OFFSET 0) site OFFSET 0) site OFFSET 0) site`;
