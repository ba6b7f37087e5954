// Geometries within a CQL2 text: WKT, and BBOX(west, south, east, north).

import { AtlasError } from "../core/errors.ts";
import { MOST_VERTICES } from "../geometry/area.ts";
import { checkCrossings } from "../geometry/crossings.ts";
import type { Crs } from "../geometry/crs.ts";
import { geometryErrors } from "../geometry/errors.ts";
import { cql2Errors } from "./errors.ts";
import type { Tokens } from "./tokens.ts";

type Position = [number, number];

/** A geometry as GeoJSON, but in the system `srid`, x before y. */
export interface Geometry {
  type: "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon";
  coordinates: unknown;
  srid: number;
  /** Whether it was given as a box: its edges cannot cross, but it may be without width. */
  isBox?: true;
}

/** The names that begin a geometry. */
export const GEOMETRIES = ["POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON", "BBOX"];

/** Reads geometries in one system; all that one reader reads may have 5000 vertices together. */
export class GeometryReader {
  private readonly tokens: Tokens;
  private readonly crs: Crs;
  private vertices = 0;

  constructor(tokens: Tokens, crs: Crs) {
    this.tokens = tokens;
    this.crs = crs;
  }

  /** Throws CQL2_UNEXPECTED, CQL2_ENDS, POSITION_OUTSIDE_WORLD, RING_OPEN, RING_TOO_SHORT, VERTICES_TOO_MANY, BBOX_CROSSED. */
  read(): Geometry {
    const name = this.tokens.take().value.toUpperCase();
    const point = () => this.position();
    const line = () => this.list(point, 2);
    const ring = () => this.ring();
    const polygon = () => this.list(ring, 1);
    if (name === "BBOX") return this.bbox();
    const as = (type: Geometry["type"], coordinates: unknown): Geometry => ({ type, coordinates, srid: this.crs.srid });
    if (name === "POINT") return as("Point", this.list(point, 1, 1)[0]);
    if (name === "MULTIPOINT")
      return as(
        "MultiPoint",
        this.list(() => this.loosePoint(), 1),
      );
    if (name === "LINESTRING") return as("LineString", line());
    if (name === "MULTILINESTRING") return as("MultiLineString", this.list(line, 1));
    const polygons = name === "POLYGON" ? [polygon()] : this.list(polygon, 1);
    checkCrossings(polygons.flat(), this.tokens.argument);
    return name === "POLYGON" ? as("Polygon", polygons[0]) : as("MultiPolygon", polygons);
  }

  private list<Item>(item: () => Item, least: number, most = Number.POSITIVE_INFINITY): Item[] {
    const items: Item[] = [];
    this.tokens.expectSymbol("(");
    do items.push(item());
    while (items.length < most && this.tokens.takeSymbol(","));
    if (items.length < least) throw this.tokens.unexpected(",");
    this.tokens.expectSymbol(")");
    return items;
  }

  // Both MULTIPOINT(1 2, 3 4) and MULTIPOINT((1 2), (3 4)) are written.
  private loosePoint(): Position {
    return this.tokens.isSymbol("(") ? (this.list(() => this.position(), 1, 1)[0] as Position) : this.position();
  }

  private position(): Position {
    const [first, second] = [this.tokens.expectNumber(), this.tokens.expectNumber()];
    // A height is read over: everything here lies on the ground.
    if (this.tokens.next.kind === "number") this.tokens.take();
    this.vertices++;
    if (this.vertices > MOST_VERTICES)
      throw new AtlasError(geometryErrors.VERTICES_TOO_MANY, {
        argument: this.tokens.argument,
        value: this.vertices,
        most: MOST_VERTICES,
      });
    return placed(this.crs, first, second, this.tokens.argument);
  }

  private ring(): Position[] {
    const { argument, next } = this.tokens;
    const ring = this.list(() => this.position(), 1);
    const details = { argument: `${argument}:${next.position}`, ring: 1, value: ring.length };
    const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
    if (first[0] !== last[0] || first[1] !== last[1]) throw new AtlasError(geometryErrors.RING_OPEN, details);
    if (ring.length < 4) throw new AtlasError(geometryErrors.RING_TOO_SHORT, details);
    return ring;
  }

  private bbox(): Geometry {
    return boxArea(
      this.list(() => this.tokens.expectNumber(), 4, 6),
      this.crs,
      this.tokens.argument,
    );
  }
}

/** Two coordinates in the order of the system's axes as x and y; throws POSITION_OUTSIDE_WORLD, CRS_OUTSIDE. */
function placed(crs: Crs, first: number, second: number, argument: string): Position {
  const [x, y] = crs.isNorthFirst ? [second, first] : [first, second];
  const [west, south, east, north] = crs.extent;
  if (x >= west && x <= east && y >= south && y <= north) return [x, y];
  const value = `${first} ${second}`;
  if (east === 180 && !crs.isNorthFirst) throw new AtlasError(geometryErrors.POSITION_OUTSIDE_WORLD, { argument, value });
  const extent = crs.isNorthFirst ? [south, west, north, east] : crs.extent;
  throw new AtlasError(cql2Errors.POSITION_OUTSIDE_CRS, { argument, value, crs: crs.uri, extent: extent.join(", ") });
}

/**
 * Four or six numbers (with heights, which are read over), lower corner then upper corner, as an area in their own system.
 * In degrees the west may be greater than the east: such a box crosses the antimeridian and is two areas. A box without
 * width or height is a line or point to PostGIS and meets what lies on it. Throws BOX_MALFORMED, BBOX_CROSSED, POSITION_OUTSIDE_WORLD.
 */
export function boxArea(numbers: readonly number[], crs: Crs, argument: string): Geometry {
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite))
    throw new AtlasError(cql2Errors.BOX_MALFORMED, { argument });
  const half = numbers.length / 2;
  const [west, south] = placed(crs, numbers[0] as number, numbers[1] as number, argument);
  const [east, north] = placed(crs, numbers[half] as number, numbers[half + 1] as number, argument);
  const isDegrees = crs.extent[2] === 180;
  if (south > north || (west > east && !isDegrees))
    throw new AtlasError(geometryErrors.BBOX_CROSSED, { argument, west, south, east, north });
  const sides: Position[] =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  // A half without width, at the antimeridian itself, is left out.
  const boxes = sides.length === 1 ? sides : sides.filter(([left, right]) => left < right);
  const rings = boxes.map(([left, right]) => [
    [
      ...[[left, south] as Position, [right, south] as Position, [right, north] as Position],
      ...[[left, north] as Position, [left, south] as Position],
    ],
  ]);
  return { type: "MultiPolygon", coordinates: rings, srid: crs.srid, isBox: true };
}
