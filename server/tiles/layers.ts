// The tile layers: what each draws, and how its features are described. How they become a tile stands in make.ts.
import { kinds, siteKinds } from "../contract/kinds.ts";
import { isDemo } from "../database/mode.ts";
import { type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";

interface Base {
  description: string;
  /** Fields of its features, as TileJSON describes them. */
  fields: Record<string, string>;
  table: Sql;
  /** Geometry (EPSG:4326), an integer id and the properties of a row, which stands under the alias `t0`. */
  column: Sql;
  id: Sql;
  properties: Sql;
  /** Whether the site filter chooses its rows. */
  isFiltered: boolean;
  /** Which rows belong to it; always true for a layer that no filter chooses from. */
  conditions: (filter: SiteFilter) => Sql;
}

/** Outlines, clipped to the tile. */
export interface AreaLayer extends Base {
  geometry: "boundary";
}

/** Points, which are grouped where a tile holds too many of them: see points.ts. */
export interface PointLayer extends Base {
  geometry: "point";
  /** What a group says of the rows in it, besides their number: aggregates by the name of their field, over `summed`. */
  summed: Sql;
  sums: Record<string, Sql>;
}

export type Layer = AreaLayer | PointLayer;

const count = (kind: string): Sql => sql`count(*) FILTER (WHERE kind = ${kind}::site_kind)`;

// Said of every feature of a demonstration; elsewhere it is left out, as all that is null is.
const demo = sql`nullif(${isDemo}, false) AS demo`;
const demoField = { demo: "True where this is a demonstration with made-up figures" };

export const layers: Record<string, Layer> = {
  sites: {
    description: "Sites, or groups of sites in a tile that holds more than can be drawn",
    fields: {
      slug: "Short name of the site",
      kind: `One of ${siteKinds.join(", ")}`,
      nameZh: "Name in Chinese",
      nameEn: "Name in English",
      accuracyM: "Radius in metres within which the true place lies",
      confidence: "HIGH, MEDIUM or LOW: how sure the position is",
      level: "NATIONAL or INFRASTRUCTURE, for logistics hubs",
      pointCount: "Number of sites, for a group at their mean place; a group has none of the fields above",
      ...Object.fromEntries(siteKinds.map((kind) => [kinds[kind].counted, `Number of sites of kind ${kind} in a group`])),
      ...demoField,
    },
    geometry: "point",
    table: sql`site`,
    column: sql`t0.point`,
    id: sql`t0.id`,
    properties: sql`${demo}, t0.slug, t0.kind::text AS kind, t0.name_zh AS "nameZh", t0.name_en AS "nameEn",
      t0.point_accuracy_m AS "accuracyM", t0.point_confidence::text AS confidence,
      (SELECT h.level::text FROM logistics_hub h WHERE h.site_id = t0.id) AS level`,
    summed: sql`t0.kind`,
    sums: Object.fromEntries(siteKinds.map((kind) => [kinds[kind].counted, count(kind)])),
    isFiltered: true,
    conditions: (filter) => siteConditions(filter, sql`t0`),
  },
  districts: {
    description: "The districts' schematic outlines",
    fields: { code: "GB/T 2260 code", nameZh: "Name in Chinese", nameEn: "Name in English", ...demoField },
    geometry: "boundary",
    table: sql`district`,
    column: sql`t0.boundary`,
    id: sql`t0.code::int`,
    properties: sql`${demo}, t0.code, t0.name_zh AS "nameZh", t0.name_en AS "nameEn"`,
    isFiltered: false,
    conditions: () => sql`true`,
  },
};
