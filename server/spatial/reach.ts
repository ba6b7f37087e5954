// A reach card: how far it is from a site to the gates that goods and people leave the city by.

import { join, type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, reads, value } from "../graphql/fields.ts";
import { bearingDegrees, distanceKm } from "../sites/nearest.ts";
import { Site } from "../sites/site.ts";

const FACILITY = (facility: string): Sql =>
  sql`EXISTS (SELECT FROM logistics_hub h WHERE h.site_id = n.id AND h.facility = ${facility}::hub_facility)`;

// What each gate is, as a condition over rows of site under the alias `n`.
const GATES = {
  PORT: { description: "港口. A port.", is: FACILITY("PORT") },
  AIRPORT: { description: "机场. An airport.", is: FACILITY("AIRPORT") },
  RAIL_TERMINAL: { description: "铁路货运站. A rail freight terminal.", is: FACILITY("RAIL_TERMINAL") },
  BONDED_ZONE: { description: "综合保税区. A comprehensive bonded zone or a part of one.", is: sql`n.kind = 'BONDED_ZONE'` },
};

const ReachKind = builder.enumType("ReachKind", {
  description: "Gates of the city's trade.",
  values: GATES as Record<keyof typeof GATES, { description: string }>,
});

const Reach = builder.objectRef<Row>("Reach");
Reach.implement({
  description:
    "The nearest gate of a kind, as the crow flies between published points. Not a way along roads and not a travel time.",
  fields: (t) => ({
    what: t.field({ type: ReachKind, description: "What kind of gate.", ...value((row) => sql`${row}.what`) }),
    distanceKm: t.float({
      description: "Distance in km in a straight line on the WGS-84 ellipsoid; not a travel distance.",
      ...value(distanceKm),
    }),
    bearingDegrees: t.float({
      nullable: true,
      description:
        "Direction from the site to it, in degrees from north over east, 0 to 360; empty where both have the same point.",
      ...value(bearingDegrees),
    }),
    site: t.field({ type: Site, description: "The gate.", ...reads({ same: { when: () => sql`true` } }) }),
  }),
});

// The index orders by distance on a sphere, which misplaces neighbours by half a percent at most: of the three nearest on it
// the nearest on the ellipsoid is taken.
const nearestGate = (
  row: Sql,
  what: string,
  is: Sql,
): Sql => sql`(SELECT c.*, ST_Distance(c.point::geography, c.centre) AS distance FROM (
    SELECT n.*, ${what}::text AS what, ${row}.point::geography AS centre FROM site n
    WHERE n.point IS NOT NULL AND ${is} AND n.id <> ${row}.id AND n.parent_id IS DISTINCT FROM ${row}.id AND n.id IS DISTINCT FROM ${row}.parent_id
    ORDER BY n.point::geography <-> ${row}.point::geography LIMIT 3) c
  ORDER BY distance, c.id LIMIT 1)`;

builder.interfaceField(Site, "reach", (t) =>
  t.field({
    type: [Reach],
    complexity: { field: 10, multiplier: Object.keys(GATES).length },
    description:
      "The nearest port, airport, rail terminal and bonded zone other than itself, its parts and what it is a part of, in a straight line. A kind without such a site is left out; empty for a site without a point.",
    ...reads({
      many: (row, child) =>
        sql`FROM (${join(
          Object.entries(GATES).map(([what, { is }]) => nearestGate(row, what, is)),
          " UNION ALL ",
        )}) ${child} WHERE ${row}.point IS NOT NULL`,
    }),
  }),
);
