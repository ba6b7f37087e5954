// The tile layers: the rows, geometries and properties of each. make.ts turns them into tiles.
import { kinds, siteKinds } from "../contract/kinds.ts";
import { isDemo } from "../database/mode.ts";
import { type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";

interface LayerBase {
  description: string;
  /** Fields of its features, as TileJSON describes them. */
  fields: Record<string, string>;
  table: Sql;
  /** Geometry (EPSG:4326), integer id and properties of a row under the alias `row0`. */
  column: Sql;
  id: Sql;
  properties: Sql;
  /** Whether the site filter applies to its rows. */
  isFiltered: boolean;
  /** The condition for its rows; always true for a layer without a filter. */
  conditions: (filter: SiteFilter) => Sql;
}

/** Outlines, clipped to the tile. */
export interface AreaLayer extends LayerBase {
  geometry: "boundary";
}

/** Points. They are grouped in tiles that contain too many of them: see points.ts. */
export interface PointLayer extends LayerBase {
  geometry: "point";
  /** The column that groups aggregate. */
  groupColumn: Sql;
  /** The fields of a group besides the number of points: aggregates over `groupColumn`, by field name. */
  sums: Record<string, Sql>;
}

export type Layer = AreaLayer | PointLayer;

const count = (kind: string): Sql => sql`count(*) FILTER (WHERE kind = ${kind}::site_kind)`;

// In a demonstration every feature has this property. Otherwise it is null, and null properties are left out.
const demo = sql`nullif(${isDemo}, false) AS demo`;
const demoField = { demo: "True in a demonstration with synthetic figures" };

export const layers: Record<string, Layer> = {
  sites: {
    description: "Sites; in tiles with too many of them, groups of sites",
    fields: {
      slug: "Slug of the site",
      kind: `One of ${siteKinds.join(", ")}`,
      nameZh: "Name in Chinese",
      nameEn: "Name in English",
      accuracyM: "Accuracy: radius in metres that contains the true location",
      confidence: "Reliability of the position: HIGH, MEDIUM or LOW",
      level: "NATIONAL or INFRASTRUCTURE, for logistics hubs",
      pointCount: "Number of sites in a group, which is drawn at their mean position and has none of the fields above",
      ...Object.fromEntries(siteKinds.map((kind) => [kinds[kind].tileField, `Number of sites of kind ${kind} in a group`])),
      ...demoField,
    },
    geometry: "point",
    table: sql`site`,
    column: sql`row0.point`,
    id: sql`row0.id`,
    properties: sql`${demo}, row0.slug, row0.kind::text AS kind, row0.name_zh AS "nameZh", row0.name_en AS "nameEn",
      row0.point_accuracy_m AS "accuracyM", row0.point_confidence::text AS confidence,
      (SELECT level::text FROM logistics_hub WHERE site_id = row0.id) AS level`,
    groupColumn: sql`row0.kind`,
    sums: Object.fromEntries(siteKinds.map((kind) => [kinds[kind].tileField, count(kind)])),
    isFiltered: true,
    conditions: (filter) => siteConditions(filter, sql`row0`),
  },
  districts: {
    description: "The districts' schematic outlines",
    fields: { code: "GB/T 2260 code", nameZh: "Name in Chinese", nameEn: "Name in English", ...demoField },
    geometry: "boundary",
    table: sql`district`,
    column: sql`row0.boundary`,
    id: sql`row0.code::int`,
    properties: sql`${demo}, row0.code, row0.name_zh AS "nameZh", row0.name_en AS "nameEn"`,
    isFiltered: false,
    conditions: () => sql`true`,
  },
};
