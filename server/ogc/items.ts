// Features as GeoJSON: one statement for a page of features, one for their total number.

import { LRUCache } from "lru-cache";
import type { ResultWithDistances } from "../contract/distance-notes.ts";
import { AtlasError } from "../core/errors.ts";
import { propertyColumns, propertyLookups } from "../cql2/properties.ts";
import { forceCounterClockwise } from "../database/geometry.ts";
import type { Reader } from "../database/pool.ts";
import { empty, identifier, join, type Sql, sql } from "../database/sql.ts";
import { CRS84, type Crs } from "../geometry/crs.ts";
import { readDistances } from "../sites/distances.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { type Collection, collections } from "./collections.ts";
import { ogcErrors } from "./errors.ts";
import type { ItemsQuery } from "./parameters.ts";

export interface Feature {
  type: "Feature";
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, string | number | boolean | null>;
}

type FeatureRow = Record<string, string | number | boolean | null> & { _id: string; _geometry: never };

/** A page of features ordered by id, and whether more follow. */
export async function readItems(
  database: Reader,
  collection: Collection,
  { limit, after, crs, conditions }: ItemsQuery,
): Promise<{ features: Feature[]; hasMore: boolean }> {
  const { key, from, properties } = collection;
  const afterCursor = after === undefined ? empty : sql` AND ${key} > ${after}`;
  const rows = await database.rows<FeatureRow>(
    // The page is cut first, so that figures are looked up for its rows only.
    sql`SELECT ${columns(collection, crs)} FROM (
        SELECT row0.* FROM ${from} WHERE ${conditions}${afterCursor} ORDER BY ${key} LIMIT ${limit + 1}) row0
      ${propertyLookups(properties, sql`row0`)} ORDER BY ${key}`,
  );
  return { features: rows.slice(0, limit).map(featureOf), hasMore: rows.length > limit };
}

/** One feature; throws FEATURE_UNKNOWN. */
export async function readItem(database: Reader, collection: Collection, id: string, crs: Crs): Promise<Feature> {
  const [row] = await database.rows<FeatureRow>(
    sql`SELECT ${columns(collection, crs)} FROM ${collection.from} ${propertyLookups(collection.properties, sql`row0`)}
      WHERE ${collection.key} = ${id}`,
  );
  if (!row) throw new AtlasError(ogcErrors.FEATURE_UNKNOWN, { collection: collection.id, id });
  return featureOf(row);
}

const columns = ({ key, geometry, properties }: Collection, crs: Crs): Sql =>
  sql`${key} AS "_id", ST_AsGeoJSON(${toCrs(geometry(sql`row0`), crs)}, ${crs.decimals}::int, 0)::json AS "_geometry",
    ${propertyColumns(properties, sql`row0`)}`;

// PostGIS puts x first. Documents follow the axis order of the coordinate system.
function toCrs(geometry: Sql, { srid, isNorthFirst }: Crs): Sql {
  const transformed = srid === CRS84.srid ? geometry : sql`ST_Transform(${geometry}, ${srid}::int)`;
  return isNorthFirst ? sql`ST_FlipCoordinates(${forceCounterClockwise(transformed)})` : forceCounterClockwise(transformed);
}

const featureOf = ({ _id: id, _geometry: geometry, ...properties }: FeatureRow): Feature => ({
  type: "Feature",
  id,
  geometry,
  properties,
});

/** Counts and extents. The data version and the conditions determine them, so they are cached. */
export class Totals {
  private readonly counts = new LRUCache<string, number>({ max: 1000 });
  private readonly measured = new LRUCache<string, NonNullable<ResultWithDistances["distances"]>>({ max: 1000 });
  private readonly extents = new LRUCache<string, Record<string, number[] | null>>({ max: 1 });

  /** Number of features that meet the conditions. */
  async count(database: Reader, { id, from }: Collection, conditions: Sql, version: string): Promise<number> {
    const key = `${version} ${id} ${conditions.sql} ${JSON.stringify(conditions.values)}`;
    const cached = key.length < 5000 ? this.counts.get(key) : undefined;
    if (cached !== undefined) return cached;
    const [row] = await database.rows<{ count: number }>(sql`SELECT count(*) AS count FROM ${from} WHERE ${conditions}`);
    const count = row?.count ?? 0;
    if (key.length < 5000) this.counts.set(key, count);
    return count;
  }

  /** What a filter by distance or area leaves open. */
  async distances(database: Reader, filter: SiteFilter, version: string): Promise<ResultWithDistances["distances"]> {
    const key = `${version} ${JSON.stringify(filter)}`;
    const cached = key.length < 5000 ? this.measured.get(key) : undefined;
    if (cached) return cached;
    const distances = await readDistances(database, filter);
    if (distances && key.length < 5000) this.measured.set(key, distances);
    return distances;
  }

  /** West, south, east and north of a collection in degrees; null if it has no geometries. */
  async extent(database: Reader, collection: Collection, version: string): Promise<number[] | null> {
    const extents = this.extents.get(version) ?? (await this.readExtents(database));
    this.extents.set(version, extents);
    return extents[collection.id] ?? null;
  }

  private async readExtents(database: Reader): Promise<Record<string, number[] | null>> {
    const boxes = collections.map(
      ({ id, from, geometry }) =>
        sql`(SELECT CASE WHEN extent IS NULL THEN NULL
          ELSE json_build_array(ST_XMin(extent), ST_YMin(extent), ST_XMax(extent), ST_YMax(extent)) END
          FROM (SELECT ST_Extent(${geometry(sql`row0`)}) AS extent FROM ${from}) features) AS ${identifier(id)}`,
    );
    const [row] = await database.rows<Record<string, number[] | null>>(sql`SELECT ${join(boxes)}`);
    return row ?? {};
  }
}
