// Distances from a site to the nearest port, airport, rail terminal and bonded zone: the city's gateways for goods and passengers.

import { join, type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { bearingDegrees, distanceKm } from "../sites/nearest.ts";
import { Site } from "../sites/site.ts";

const hasFacility = (facility: string): Sql =>
  sql`EXISTS (SELECT FROM logistics_hub WHERE logistics_hub.site_id = gateway.id
    AND logistics_hub.facility = ${facility}::hub_facility)`;

// The kinds of gateway, each with its condition on a row of site under the alias `gateway`.
const gatewayConditions = {
  PORT: { description: "港口. A port.", condition: hasFacility("PORT") },
  AIRPORT: { description: "机场. An airport.", condition: hasFacility("AIRPORT") },
  RAIL_TERMINAL: { description: "铁路货运站. A rail freight terminal.", condition: hasFacility("RAIL_TERMINAL") },
  BONDED_ZONE: {
    description: "综合保税区. A comprehensive bonded zone or a part of one.",
    condition: sql`gateway.kind = 'BONDED_ZONE'`,
  },
};

const GatewayKind = builder.enumType("GatewayKind", {
  description: "Kinds of gateway for the city's trade.",
  values: gatewayConditions as Record<keyof typeof gatewayConditions, { description: string }>,
});

const NearestGateway = builder.objectRef<Row>("NearestGateway");
NearestGateway.implement({
  description:
    "The nearest gateway of a kind, by straight-line distance between published points. Not a route and not a travel time.",
  fields: (t) => ({
    gateway: t.field({ type: GatewayKind, description: "Kind of gateway.", ...valueBySql((row) => sql`${row}.gateway_kind`) }),
    distanceKm: t.float({
      description: "Distance in km in a straight line on the WGS-84 ellipsoid; not a travel distance.",
      ...valueBySql(distanceKm),
    }),
    bearingDegrees: t.float({
      nullable: true,
      description:
        "Bearing from the site to the gateway in degrees clockwise from north, 0 to 360; empty if both have the same point.",
      ...valueBySql(bearingDegrees),
    }),
    site: t.field({ type: Site, description: "The gateway.", ...readBySql({ sameRow: { condition: () => sql`true` } }) }),
  }),
});

// The index orders by distance on a sphere, which differs from the ellipsoid by half a percent at most: the three nearest on the sphere
// are compared on the ellipsoid.
const nearestGateway = (
  row: Sql,
  gatewayKind: string,
  condition: Sql,
): Sql => sql`(SELECT candidate.*, ST_Distance(candidate.point::geography, candidate.from_point) AS distance FROM (
    SELECT gateway.*, ${gatewayKind}::text AS gateway_kind, ${row}.point::geography AS from_point FROM site gateway
    WHERE gateway.point IS NOT NULL AND ${condition} AND gateway.id <> ${row}.id AND gateway.parent_id IS DISTINCT FROM ${row}.id AND gateway.id IS DISTINCT FROM ${row}.parent_id
    ORDER BY gateway.point::geography <-> ${row}.point::geography LIMIT 3) candidate
  ORDER BY distance, candidate.id LIMIT 1)`;

/** Query for the nearest gateway of each kind to a site with a point, with its kind in `gateway_kind` and the metres in `distance`. */
export const nearestGatewaysOf = (row: Sql): Sql =>
  join(
    Object.entries(gatewayConditions).map(([gatewayKind, { condition }]) => nearestGateway(row, gatewayKind, condition)),
    " UNION ALL ",
  );

builder.interfaceField(Site, "nearestGateways", (t) =>
  t.field({
    type: [NearestGateway],
    complexity: { field: 10, multiplier: Object.keys(gatewayConditions).length },
    description:
      "The nearest port, airport, rail terminal and bonded zone by straight-line distance, except the site itself, its parts and the site that it is a part of. Kinds without such a site are left out; empty for a site without a point.",
    ...readBySql({
      rows: (row, child) => sql`FROM (${nearestGatewaysOf(row)}) ${child} WHERE ${row}.point IS NOT NULL`,
    }),
  }),
);
