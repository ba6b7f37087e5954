// The nearest sites to a site or a point.

import { empty, type Sql, sql, wholeNumber } from "../database/sql.ts";
import { checkPosition } from "../geometry/area.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, readBySqlWithArguments, valueBySql } from "../graphql/fields.ts";
import { boundedSize, listSize, rowsOf } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { listParts } from "./filter-lists.ts";
import { geographyOf } from "./filter-sql.ts";
import { Site } from "./site.ts";

/** Distance in km of a row with the column `distance` in metres. */
export const distanceKm = (row: Sql): Sql => sql`round((${row}.distance / 1000)::numeric, 3)`;
/** Bearing in degrees from the column `from_point` (geography) of a row to its point. */
export const bearingDegrees = (row: Sql): Sql =>
  sql`round(degrees(ST_Azimuth(${row}.from_point, ${row}.point::geography))::numeric, 1)`;

const NearbySite = builder.objectRef<Row>("NearbySite");
NearbySite.implement({
  description: "A site and its distance.",
  fields: (t) => ({
    distanceKm: t.float({
      description: "Straight-line distance in km on the WGS-84 ellipsoid between the published points.",
      ...valueBySql(distanceKm),
    }),
    bearingDegrees: t.float({
      nullable: true,
      description: "Bearing to it in degrees clockwise from north, 0 to 360; empty if both have the same point.",
      ...valueBySql(bearingDegrees),
    }),
    site: t.field({ type: Site, description: "The site.", ...readBySql({ sameRow: { condition: () => sql`true` } }) }),
  }),
});

// The index orders by distance on a sphere, which differs from the ellipsoid by half a percent at most: a few more candidates than
// requested are read and sorted by distance on the ellipsoid.
const nearest = (
  fromPoint: Sql,
  kinds: readonly string[] | null | undefined,
  size: number,
  child: Sql,
  condition: Sql,
): Sql => sql`FROM (
  SELECT candidate.*, ST_Distance(candidate.point::geography, ${fromPoint}) AS distance, ${fromPoint} AS from_point FROM (
    SELECT other.* FROM site other
    WHERE other.point IS NOT NULL ${condition} ${kinds ? sql`AND other.kind = ANY(${kinds}::site_kind[])` : empty}
    ORDER BY other.point::geography <-> ${fromPoint} LIMIT ${wholeNumber(size + 5)}) candidate
  ORDER BY distance, candidate.id LIMIT ${wholeNumber(size)}) ${child}`;

const MAX_NEAREST = 50;

interface NearestArguments {
  kinds?: string[] | null;
  hubLevels?: string[] | null;
  among?: string[] | null;
  first: number;
}

builder.interfaceField(Site, "distanceKm", (t) =>
  t.float({
    nullable: true,
    description:
      "Straight-line distance in km on the WGS-84 ellipsoid between its published point and a position; empty without a point.",
    args: { from: t.arg.floatList({ required: true, description: "Longitude and latitude in degrees (WGS-84)." }) },
    ...readBySqlWithArguments({
      value: (row, { from }) =>
        sql`round((ST_Distance(${row}.point::geography, ${geographyOf(checkPosition(from, "from"))}) / 1000)::numeric, 3)`,
    }),
  }),
);

builder.interfaceField(Site, "nearest", (t) =>
  t.field({
    type: [NearbySite],
    description: "The nearest other sites, nearest first; empty for a site without a point.",
    args: {
      kinds: t.arg({ type: [enumOf("SiteKind")] }),
      hubLevels: t.arg({ type: [enumOf("HubLevel")], description: "Only logistics hubs of these levels." }),
      among: t.arg.stringList({
        description: `Only these, by slug; at most ${MAX_NEAREST}. Slugs that no site has are ignored.`,
      }),
      first: t.arg.int({ required: true, defaultValue: 5 }),
    },
    complexity: ({ first }) => ({ field: PRICES.nearestOfSite, multiplier: boundedSize(first, MAX_NEAREST) }),
    ...readBySqlWithArguments({
      rows: (row, child, args) => {
        const { kinds, hubLevels, among: amongSlugs, first } = args as unknown as NearestArguments;
        checkEntries("among", amongSlugs, MAX_NEAREST);
        const nearestSites = nearest(
          sql`${row}.point::geography`,
          kinds,
          listSize(first, MAX_NEAREST),
          child,
          sql`AND other.id <> ${row}.id ${amongSlugs ? sql`AND other.slug = ANY(${amongSlugs}::text[])` : empty}
            ${hubLevels ? sql`AND ${listParts.hubLevels.condition(sql`other`, hubLevels)}` : empty}`,
        );
        return sql`${nearestSites} WHERE ${row}.point IS NOT NULL`;
      },
    }),
  }),
);

builder.queryField("nearest", (t) =>
  t.field({
    type: [NearbySite],
    description: "The nearest sites to a point, nearest first.",
    args: {
      point: t.arg.floatList({ required: true, description: "Longitude and latitude in degrees (WGS-84)." }),
      kinds: t.arg({ type: [enumOf("SiteKind")] }),
      first: t.arg.int({ required: true, defaultValue: 10 }),
    },
    complexity: ({ first }) => ({ field: PRICES.nearest, multiplier: boundedSize(first, MAX_NEAREST) }),
    resolve: (_root, { point, kinds, first }, { database }, info) =>
      rowsOf(
        database,
        info,
        nearest(geographyOf(checkPosition(point, "point")), kinds, listSize(first, MAX_NEAREST), sql`row0`, sql``),
      ),
  }),
);
