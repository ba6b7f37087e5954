// The nearest metro station to a site.

import { pointGeojson } from "../database/geometry.ts";
import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Source } from "../provenance/source.ts";
import { distanceKm } from "../sites/nearest.ts";
import { Site } from "../sites/site.ts";

const MetroLine = builder.objectRef<Row>("MetroLine");
MetroLine.implement({
  ...modelDescription("MetroLine"),
  fields: (t) => columnFields(t, "MetroLine", "id", "nameZh", "nameEn"),
});

const MetroStation = builder.objectRef<Row>("MetroStation");
MetroStation.implement({
  ...modelDescription("MetroStation"),
  fields: (t) => ({
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(t, "MetroStation", "nameZh", "nameEn", "nameEnAdded"),
    point: t.field({
      type: "GeoJSON",
      description: "Mean of its stop positions (Point, WGS-84).",
      ...valueBySql((row) => pointGeojson(sql`${row}.point`)),
    }),
    lines: t.field({
      type: [MetroLine],
      description: "The lines that stop there.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM metro_station_line link JOIN metro_line ${child} ON ${child}.id = link.line_id
            WHERE link.station_id = ${row}.id ORDER BY length(${child}.id), ${child}.id`,
      }),
    }),
    source: t.field({
      type: Source,
      description: "Its source.",
      ...readBySql({ singleRow: (row, child) => sql`FROM source ${child} WHERE ${child}.id = ${row}.source_id` }),
    }),
  }),
});

const NearestStation = builder.objectRef<Row>("NearestStation");
NearestStation.implement({
  description: "A metro station and its distance. © OpenStreetMap contributors, ODbL 1.0.",
  fields: (t) => ({
    distanceKm: t.float({
      description: "Straight-line distance in km on the WGS-84 ellipsoid between the points; not a walking distance.",
      ...valueBySql(distanceKm),
    }),
    station: t.field({
      type: MetroStation,
      description: "The station.",
      ...readBySql({ sameRow: { condition: () => sql`true` } }),
    }),
  }),
});

// The index orders by distance on a sphere, which differs from the ellipsoid by half a percent at most: the three nearest on the
// sphere are compared on the ellipsoid.
export const nearestStationOf = (row: Sql): Sql => sql`
        SELECT candidate.*, ST_Distance(candidate.point::geography, ${row}.point::geography) AS distance FROM (
          SELECT metro_station.* FROM metro_station
            ORDER BY metro_station.point::geography <-> ${row}.point::geography LIMIT 3) candidate
        ORDER BY distance, candidate.id LIMIT 1`;

builder.interfaceField(Site, "nearestStation", (t) =>
  t.field({
    type: NearestStation,
    nullable: true,
    complexity: 10,
    description:
      "The nearest metro station by straight-line distance; empty for a site without a point. © OpenStreetMap contributors, ODbL 1.0: state both wherever it is shown.",
    ...readBySql({
      singleRow: (row, child) => sql`FROM (${nearestStationOf(row)}) ${child} WHERE ${row}.point IS NOT NULL`,
    }),
  }),
);
