// How far the sites are that a filter by distance leaves out, so that an empty result can say what would not be empty.
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import type { Row } from "../graphql/fields.ts";
import type { SiteFilter } from "./filter.ts";
import { aliasOfNeighbour, geographyOf, isNeighbour, siteConditions } from "./filter-sql.ts";

export const SiteDistances = builder.objectRef<Row>("SiteDistances");
SiteDistances.implement({
  description: "How far the sites are that meet the filter without its `near`, or without its `nearKind` where it has no `near`.",
  fields: (t) => ({
    nearestKm: t.float({
      nullable: true,
      description: "Geodesic distance in km of the nearest; empty if none has a published position.",
      resolve: (row) => row.nearestKm as never,
    }),
    withoutPoint: t.int({
      description: "Number of them without a published position, at an unknown distance.",
      resolve: (row) => row.withoutPoint as never,
    }),
  }),
});

const s = sql`s`;

/** The distances as a JSON object; NULL for a filter without a distance. Those of filters inside the filter are ignored. */
export function siteDistances(filter: SiteFilter): Sql {
  const { near, nearKind } = filter;
  if (near) return distancesOf({ ...filter, near: null }, sql`ST_Distance(s.point::geography, ${geographyOf(near.point)})`);
  return nearKind ? distancesOf({ ...filter, nearKind: null }, distanceToNeighbour(nearKind)) : sql`NULL::json`;
}

const distancesOf = (filter: SiteFilter, metres: Sql): Sql => sql`(SELECT json_build_object(
  'nearestKm', round((min(${metres}) / 1000)::numeric, 3), 'withoutPoint', count(*) FILTER (WHERE s.point IS NULL))
  FROM site s WHERE ${siteConditions(filter, s)})`;

// The index orders by distance on a sphere, which may swap sites that are nearly as far.
const distanceToNeighbour = (nearKind: NonNullable<SiteFilter["nearKind"]>, other = aliasOfNeighbour(s)): Sql =>
  sql`(SELECT min(c.metres) FROM (
    SELECT ST_Distance(${other}.point::geography, s.point::geography) AS metres FROM site ${other}
    WHERE ${other}.point IS NOT NULL AND ${isNeighbour(nearKind, other, s)}
    ORDER BY ${other}.point::geography <-> s.point::geography LIMIT 5) c)`;
