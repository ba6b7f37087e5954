// Points in a tile. A tile with more points than can be drawn or sent contains groups instead: one feature per cell of a grid, with the
// number of points, their kinds and their mean position. A point that is alone in its cell remains a single point.
import { identifier, join, type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { BUFFER_UNITS, bufferedBox, TILE_UNITS, type Tile, unitsAcross, unitsDown } from "./grid.ts";
import type { PointLayer } from "./layers.ts";

/** Points are grouped if the tile and its buffer contain more than this. A point takes 100 to 600 bytes, so a tile at most 500 KB. */
const MAX_POINTS = 800;

/**
 * Side of a cell in tile units: at least 32 pixels on the screen, enough for a circle with a number. Tile and buffer consist of whole
 * cells: every group lies in exactly one tile, and neighbouring tiles have the same groups in their buffers.
 */
const CELL_UNITS = 256;

/** The features of a tile: id (none for a group), properties, and geometry in whole units of the tile. */
export function pointFeatures(layer: PointLayer, tile: Tile, filter: SiteFilter): Sql {
  const { table, column, id, properties } = layer;
  // Rounded down and not to the nearest unit: every point then lies in one tile, and the mean of a cell's points in that cell.
  const [x, y] = [unitsAcross(sql`ST_X(${column})`, tile), unitsDown(sql`ST_Y(${column})`, tile)];
  const tileRows = sql`FROM ${table} row0 WHERE ${layer.conditions(filter)} AND ${column} && ${bufferedBox(tile)}`;
  const position = sql`${id} AS id, floor(${x}) AS x, floor(${y}) AS y`;
  const sumColumns = Object.entries({ pointCount: sql`count(*)`, ...layer.sums });
  const names = join(sumColumns.map(([name]) => identifier(name)));
  const groupColumns = join(sumColumns.map(([name, sum]) => sql`CASE WHEN count(*) > 1 THEN ${sum} END AS ${identifier(name)}`));
  // OFFSET 0 hides the expression of a cell from the planner: it would otherwise expect one cell per point and sort them on disk.
  return sql`WITH first_points AS (SELECT ${position} ${tileRows} LIMIT ${MAX_POINTS + 1}),
    density AS (SELECT count(*) > ${MAX_POINTS} AS is_high FROM first_points),
    single AS (SELECT * FROM first_points WHERE NOT (SELECT is_high FROM density)),
    point_in_cell AS (SELECT *, floor(y / ${CELL_UNITS}::float8) * 64 + floor(x / ${CELL_UNITS}::float8) AS cell
      FROM (SELECT ${position}, ${layer.groupColumn} ${tileRows} AND (SELECT is_high FROM density) OFFSET 0) positions OFFSET 0),
    grouped AS (SELECT CASE WHEN count(*) = 1 THEN min(id) END AS id, floor(avg(x)) AS x, floor(avg(y)) AS y, ${groupColumns}
      FROM point_in_cell GROUP BY cell),
    drawn AS (SELECT coalesce(single.id, grouped.id) AS id, coalesce(single.x, grouped.x) AS x,
        coalesce(single.y, grouped.y) AS y, ${names}
      FROM grouped FULL JOIN single ON single.id = grouped.id)
    SELECT ${id} AS id, ${properties}, ${join(sumColumns.map(([name]) => sql`drawn.${identifier(name)}`))},
      ST_MakePoint(drawn.x, drawn.y) AS geometry
    FROM drawn LEFT JOIN ${table} row0 ON ${id} = drawn.id
    WHERE drawn.x >= ${-BUFFER_UNITS} AND drawn.x < ${TILE_UNITS + BUFFER_UNITS} AND drawn.y >= ${-BUFFER_UNITS}
      AND drawn.y < ${TILE_UNITS + BUFFER_UNITS}
    ORDER BY drawn.id, drawn.y, drawn.x`;
}
