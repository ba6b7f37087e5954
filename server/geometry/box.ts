// Bounding boxes as defined by OGC API Features (Part 1, 7.15.3, and Part 2), the same in every interface.
import { AtlasError } from "../core/errors.ts";
import { CRS84, type Crs } from "./crs.ts";
import { geometryErrors } from "./errors.ts";

/** West, south, east, north (lower and upper x and y). In degrees, a west greater than the east means that the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * Four or six numbers (with heights, which are ignored: everything here lies on the ground): lower corner, then upper corner, each in the
 * order of the system's axes. A box may be without width or height. Throws BOX_MALFORMED, BOX_CROSSED, POSITION_OUTSIDE_WORLD,
 * POSITION_OUTSIDE_CRS.
 */
export function readBox(numbers: readonly number[], argument: string, crs: Crs = CRS84): Box {
  if (![4, 6].includes(numbers.length) || !numbers.every(Number.isFinite))
    throw new AtlasError(geometryErrors.BOX_MALFORMED, { argument });
  const half = numbers.length / 2;
  const [west, south] = lonLatIn(crs, numbers[0] as number, numbers[1] as number, argument);
  const [east, north] = lonLatIn(crs, numbers[half] as number, numbers[half + 1] as number, argument);
  const isDegrees = crs.extent[2] === 180;
  if (south > north || (west > east && !isDegrees))
    throw new AtlasError(geometryErrors.BOX_CROSSED, { argument, west, south, east, north });
  return [west, south, east, north];
}

/** Two coordinates in the order of the system's axes as x and y; throws POSITION_OUTSIDE_WORLD, POSITION_OUTSIDE_CRS. */
export function lonLatIn(crs: Crs, first: number, second: number, argument: string): [number, number] {
  const [x, y] = crs.isNorthFirst ? [second, first] : [first, second];
  const [west, south, east, north] = crs.extent;
  if (x >= west && x <= east && y >= south && y <= north) return [x, y];
  const value = `${first} ${second}`;
  if (east === 180 && !crs.isNorthFirst) throw new AtlasError(geometryErrors.POSITION_OUTSIDE_WORLD, { argument, value });
  const extent = crs.isNorthFirst ? [south, west, north, east] : crs.extent;
  throw new AtlasError(geometryErrors.POSITION_OUTSIDE_CRS, { argument, value, crs: crs.uri, extent: extent.join(", ") });
}

/** The polygons of a box: two where it crosses the antimeridian, unless one of them is without width. */
export function boxPolygons([west, south, east, north]: Box): [number, number][][][] {
  const sides =
    west <= east
      ? [[west, east] as const]
      : [[west, 180] as const, [-180, east] as const].filter(([left, right]) => left < right);
  return sides.map(([left, right]) => [
    [
      [left, south],
      [right, south],
      [right, north],
      [left, north],
      [left, south],
    ],
  ]);
}

/** Width of a box in degrees. */
export const widthOf = ([west, , east]: Box): number => (west <= east ? east - west : east - west + 360);
