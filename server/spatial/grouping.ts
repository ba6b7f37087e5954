// Which group a site is in. Lengths are measured in EPSG:4547 (CGCS2000, 3-degree Gauss-Krüger, 114 degrees east, metres):
// Wuhan lies on its central meridian, where a metre on the plane is a metre on the ground to 1 in 10 000.

import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { empty, type Sql, sql } from "../database/sql.ts";
import { checkLength } from "../graphql/statement.ts";
import { spatialErrors } from "./errors.ts";

export const BY = {
  DISTRICT: { description: "By administrative district." },
  KIND: { description: "By kind of site." },
  DISTRICT_KIND: { description: "By district and kind." },
  HEX: { description: "By cells of a hexagonal grid, equal in size on the ground: EPSG:4547, counted from its origin." },
  CLUSTER: {
    description:
      "By nearness: who has a neighbour within radiusKm is in its cluster, and so on from neighbour to neighbour (single linkage, DBSCAN with one point). Every point is in one. At most 5000 points.",
  },
} as const;
export type By = keyof typeof BY;

/** With a radius that takes in all of Wuhan every point is every other's neighbour, so the work grows with the square. */
export const MAX_CLUSTERED = 5000;

/**
 * The length in metres that the grouping works with, 0 where it needs none. Throws ARGUMENT_NEEDED, ARGUMENT_UNUSED,
 * NUMBER_OUT_OF_RANGE.
 */
export function checkSizes(by: By, sizeKm: number | null | undefined, radiusKm: number | null | undefined): number {
  const sizes = [
    { argument: "sizeKm", given: sizeKm, for: "HEX", min: 0.2, max: 100 },
    { argument: "radiusKm", given: radiusKm, for: "CLUSTER", min: 0.05, max: 50 },
  ] as const;
  let metres = 0;
  for (const { argument, given, for: user, min, max } of sizes) {
    const isGiven = given !== null && given !== undefined;
    if (by === user && !isGiven) throw new AtlasError(spatialErrors.ARGUMENT_NEEDED, { argument, other: `by: ${by}`, min, max });
    if (by !== user && isGiven) throw new AtlasError(commonErrors.ARGUMENT_UNUSED, { argument, other: `by: ${by}` });
    if (isGiven) metres = checkLength(argument, given, min, max) * 1000;
  }
  return metres;
}

/**
 * Tables that end in `placed`: the sites of `matched` with the `key` of their group, and `of_kind` and `of_district` where
 * the group is of one. Cells have their place in the grid, `hex_i` and `hex_j`, as ST_Hexagon counts them.
 */
export function placed(by: By, metres: number): Sql[] {
  const own = (key: Sql, more = empty): Sql => sql`SELECT ${key} AS key, m.id, m.kind, m.point,
    ${by.endsWith("KIND") ? sql`m.kind` : sql`NULL::site_kind`} AS of_kind,
    ${by.startsWith("DISTRICT") ? sql`m.district_code` : sql`NULL::text`} AS of_district${more}`;
  const onPlane = sql`plane AS MATERIALIZED (SELECT m.*, ST_Transform(m.point, 4547) AS place FROM matched m WHERE m.point IS NOT NULL)`;
  switch (by) {
    case "DISTRICT":
      return [sql`placed AS MATERIALIZED (${own(sql`coalesce(m.district_code, '-')`)} FROM matched m)`];
    case "KIND":
      return [sql`placed AS MATERIALIZED (${own(sql`m.kind::text`)} FROM matched m)`];
    case "DISTRICT_KIND":
      return [sql`placed AS MATERIALIZED (${own(sql`coalesce(m.district_code, '-') || '/' || m.kind`)} FROM matched m)`];
    case "HEX":
      return [
        onPlane,
        ...cells(metres),
        sql`placed AS MATERIALIZED (${own(sql`m.hex_i || '/' || m.hex_j`, sql`, m.hex_i, m.hex_j`)} FROM cell m)`,
      ];
    case "CLUSTER":
      return [
        onPlane,
        // Above the limit nothing is clustered; the count next to it refuses the query.
        sql`linked AS MATERIALIZED (SELECT m.*, ST_ClusterDBSCAN(m.place, eps => ${metres}::float8, minpoints => 1) OVER () AS cluster
          FROM plane m WHERE (SELECT count(*) FROM plane) <= ${MAX_CLUSTERED})`,
        sql`placed AS MATERIALIZED (${own(sql`min(m.slug) OVER (PARTITION BY m.cluster)`)} FROM linked m)`,
      ];
  }
}

// A point's cell is computed, not looked up in a grid: axial coordinates of a flat-topped hexagon, rounded as a cube
// (https://www.redblobgames.com/grids/hexagons/#rounding), then counted by columns like ST_Hexagon does.
const cells = (metres: number): Sql[] => [
  sql`axial AS (SELECT m.*, ST_X(m.place) / ${1.5 * metres}::float8 AS q,
    ST_Y(m.place) / ${Math.sqrt(3) * metres}::float8 - ST_X(m.place) / ${3 * metres}::float8 AS r FROM plane m)`,
  sql`nearby AS MATERIALIZED (SELECT m.*, round(q) AS rq, round(r) AS rr, round(-q - r) AS rs,
    abs(round(q) - q) AS dq, abs(round(r) - r) AS dr, abs(round(-q - r) + q + r) AS ds FROM axial m)`,
  sql`rounded AS MATERIALIZED (SELECT m.*, (CASE WHEN dq > dr AND dq > ds THEN -rr - rs ELSE rq END)::int AS hex_i,
    (CASE WHEN dr > ds AND NOT (dq > dr AND dq > ds) THEN -rq - rs ELSE rr END)::int AS slant FROM nearby m)`,
  sql`cell AS (SELECT m.*, m.slant + (m.hex_i - (m.hex_i & 1)) / 2 AS hex_j FROM rounded m)`,
];
