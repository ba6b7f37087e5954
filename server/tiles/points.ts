// Points in a tile. A tile that holds more than can be drawn or sent holds groups instead: one feature per cell of a grid
// with the number of points, their kinds and their mean place; who is alone in a cell stays as it is.
import { identifier, join, type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { BUFFER, EXTENT, type Tile, unitsAcross, unitsDown, wideBox } from "./grid.ts";
import type { PointLayer } from "./layers.ts";

/** More points than this in tile and buffer are grouped. One takes 100 bytes, some 600 with the longest names; a tile at most 500 KB. */
const MAX_POINTS = 800;

/**
 * Side of a cell in tile units: on the screen 32 pixels at least, room for a circle with its number. The buffer is whole cells,
 * so a group in it is the very group that the next tile has; every cell, and so every group, lies in one tile only.
 */
const CELL = 256;

/** The features of a tile: id (none for a group), properties, and geometry in whole units of the tile. */
export function pointFeatures(layer: PointLayer, tile: Tile, filter: SiteFilter): Sql {
  const { table, column, id, properties } = layer;
  // Rounded down, not to the nearest: so every point is in one tile, and the mean of a cell's points in that cell.
  const [x, y] = [unitsAcross(sql`ST_X(${column})`, tile), unitsDown(sql`ST_Y(${column})`, tile)];
  const inside = sql`FROM ${table} t0 WHERE ${layer.conditions(filter)} AND ${column} && ${wideBox(tile)}`;
  const place = sql`${id} AS id, floor(${x}) AS x, floor(${y}) AS y`;
  const sums = Object.entries({ pointCount: sql`count(*)`, ...layer.sums });
  const names = join(sums.map(([name]) => identifier(name)));
  const ofGroups = join(sums.map(([name, sum]) => sql`CASE WHEN count(*) > 1 THEN ${sum} END AS ${identifier(name)}`));
  // OFFSET 0 keeps the planner from seeing what cells are made of: it would expect as many as points, and sort them on disk.
  return sql`WITH few AS (SELECT ${place} ${inside} LIMIT ${MAX_POINTS + 1}),
    crowd AS (SELECT count(*) > ${MAX_POINTS} AS is_there FROM few),
    single AS (SELECT * FROM few WHERE NOT (SELECT is_there FROM crowd)),
    celled AS (SELECT *, floor(y / ${CELL}::float8) * 64 + floor(x / ${CELL}::float8) AS cell
      FROM (SELECT ${place}, ${layer.summed} ${inside} AND (SELECT is_there FROM crowd) OFFSET 0) p OFFSET 0),
    grouped AS (SELECT CASE WHEN count(*) = 1 THEN min(id) END AS id, floor(avg(x)) AS x, floor(avg(y)) AS y, ${ofGroups}
      FROM celled GROUP BY cell),
    drawn AS (SELECT coalesce(single.id, grouped.id) AS id, coalesce(single.x, grouped.x) AS x, coalesce(single.y, grouped.y) AS y, ${names}
      FROM grouped FULL JOIN single ON single.id = grouped.id)
    SELECT ${id} AS id, ${properties}, ${join(sums.map(([name]) => sql`d.${identifier(name)}`))}, ST_MakePoint(d.x, d.y) AS geometry
    FROM drawn d LEFT JOIN ${table} t0 ON ${id} = d.id
    WHERE d.x >= ${-BUFFER} AND d.x < ${EXTENT + BUFFER} AND d.y >= ${-BUFFER} AND d.y < ${EXTENT + BUFFER}
    ORDER BY d.id, d.y, d.x`;
}
