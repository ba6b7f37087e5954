// Geometries in a CQL2 text: WKT, and BBOX(west, south, east, north).

import type { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import { type Box, boxPolygons, lonLatIn, readBox } from "../geometry/box.ts";
import { checkCrossings } from "../geometry/crossings.ts";
import { type Crs, isPlane } from "../geometry/crs.ts";
import { geometryErrors } from "../geometry/errors.ts";
import { cql2Errors } from "./errors.ts";
import type { Tokens } from "./tokens.ts";

export type Position = [number, number];

/** A geometry in the form of GeoJSON, but in the coordinate system `srid`, with x before y. */
export interface Geometry {
  type: "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon" | "GeometryCollection";
  coordinates?: unknown;
  /** Of a collection. */
  members?: Geometry[];
  srid: number;
  /** Whether it was written as a box. The edges of a box cannot cross, but it may have no width or height. */
  isBox?: true;
}

/** The keywords of geometries. */
export const GEOMETRIES = [
  ...["POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION"],
  "BBOX",
];

const MEMBER_KEYWORDS = GEOMETRIES.slice(0, 6).join("  ");

/** The geometry that begins at the next word, without the Z that may stand behind its name, joined to it or not. */
export function geometryAt(tokens: Tokens): string | undefined {
  const name = tokens.callNameSkipping("Z");
  const keyword = GEOMETRIES.find((geometry) => name === geometry || (name === `${geometry}Z` && geometry !== "BBOX"));
  return keyword === "BBOX" ? tokens.callName : keyword;
}

/**
 * How many vertices PostGIS adds to a line on a plane before it is transformed (see sql.ts): one per kilometre, a thousand at most.
 * In degrees none are added.
 */
export function addedVertices(line: readonly Position[], srid: number): number {
  if (!isPlane(srid)) return 0;
  let metres = 0;
  for (const [index, [x, y]] of line.entries()) {
    const [previousX, previousY] = line[index - 1] ?? [x, y];
    metres += Math.hypot(x - previousX, y - previousY);
  }
  return Math.min(1000, Math.floor(metres / 1000));
}

/** Reads geometries in one coordinate system. Their vertices, also those that are added, are taken from the budget. */
export class GeometryReader {
  private readonly tokens: Tokens;
  private readonly crs: Crs;
  private readonly budget: Budget;

  constructor(tokens: Tokens, crs: Crs, budget: Budget) {
    this.tokens = tokens;
    this.crs = crs;
    this.budget = budget;
  }

  /** Reads the next geometry; throws CQL2_UNEXPECTED, CQL2_ENDS, POSITION_OUTSIDE_WORLD, RING_OPEN, RING_TOO_SHORT, VERTICES_TOO_MANY, EDGES_CROSS_TOO_OFTEN, EDGES_TOO_CLOSE, BOX_CROSSED. */
  read(): Geometry {
    const name = geometryAt(this.tokens);
    if (name === undefined) throw this.tokens.unexpected(...GEOMETRIES.map((geometry) => `${geometry}(`));
    this.tokens.take();
    this.tokens.takeWord("Z");
    const point = () => this.position();
    const line = () => this.withAdded(this.list(point, 2));
    const ring = () => this.ring();
    const polygon = () => this.list(ring, 1);
    if (name === "BBOX") return this.bbox();
    const geometry = (type: Geometry["type"], coordinates: unknown): Geometry => ({ type, coordinates, srid: this.crs.srid });
    if (name === "POINT") return geometry("Point", this.list(point, 1, 1)[0]);
    if (name === "MULTIPOINT")
      return geometry(
        "MultiPoint",
        this.list(() => this.pointOfMultipoint(), 1),
      );
    if (name === "LINESTRING") return geometry("LineString", line());
    if (name === "MULTILINESTRING") return geometry("MultiLineString", this.list(line, 1));
    if (name === "GEOMETRYCOLLECTION") return this.collection();
    const polygons = name === "POLYGON" ? [polygon()] : this.list(polygon, 1);
    checkCrossings(polygons.flat(), this.tokens.argument, this.budget);
    return name === "POLYGON" ? geometry("Polygon", polygons[0]) : geometry("MultiPolygon", polygons);
  }

  // It contains neither a box nor another collection.
  private collection(): Geometry {
    const member = () => {
      const { next } = this.tokens;
      const geometry = this.read();
      if (geometry.isBox || geometry.members)
        throw this.tokens.errorAt(cql2Errors.CQL2_UNEXPECTED, next.position, { actual: next.value, expected: MEMBER_KEYWORDS });
      return geometry;
    };
    return { type: "GeometryCollection", members: this.list(member, 1), srid: this.crs.srid };
  }

  private list<Item>(item: () => Item, min: number, max = Number.POSITIVE_INFINITY): Item[] {
    const items: Item[] = [];
    this.tokens.expectSymbol("(");
    do items.push(item());
    while (items.length < max && this.tokens.takeSymbol(","));
    if (items.length < min) throw this.tokens.unexpected(",");
    this.tokens.expectSymbol(")");
    return items;
  }

  // Both MULTIPOINT(1 2, 3 4) and MULTIPOINT((1 2), (3 4)) are in use.
  private pointOfMultipoint(): Position {
    return this.tokens.isSymbol("(") ? (this.list(() => this.position(), 1, 1)[0] as Position) : this.position();
  }

  private position(): Position {
    const [first, second] = [this.tokens.expectNumber(), this.tokens.expectNumber()];
    // A height is ignored: everything here lies on the ground.
    if (this.tokens.next.kind === "number") this.tokens.take();
    this.takeVertices(1);
    return lonLatIn(this.crs, first, second, this.tokens.argument);
  }

  private withAdded(line: Position[]): Position[] {
    this.takeVertices(addedVertices(line, this.crs.srid));
    return line;
  }

  private takeVertices(count: number): void {
    const { argument } = this.tokens;
    this.budget.take("vertices", count, (total) => new AtlasError(geometryErrors.VERTICES_TOO_MANY, { argument, ...total }));
  }

  private ring(): Position[] {
    const { argument, next } = this.tokens;
    const ring = this.list(() => this.position(), 1);
    const details = { argument: `${argument}:${next.position}`, ring: 1, value: ring.length };
    const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
    if (first[0] !== last[0] || first[1] !== last[1]) throw new AtlasError(geometryErrors.RING_OPEN, details);
    if (ring.length < 4) throw new AtlasError(geometryErrors.RING_TOO_SHORT, details);
    return this.withAdded(ring);
  }

  private bbox(): Geometry {
    const numbers = this.list(() => this.tokens.expectNumber(), 4, 6);
    const box = readBox(numbers, this.tokens.argument, this.crs);
    for (const ring of boxPolygons(box).flat()) this.withAdded(ring as Position[]);
    return boxArea(box, this.crs);
  }
}

/** A box as an area. Without width or height it becomes a line or a point in PostGIS. */
export const boxArea = (box: Box, { srid }: Crs): Geometry => ({
  ...{ type: "MultiPolygon", coordinates: boxPolygons(box), srid },
  isBox: true,
});
