import type { Budget } from "../core/budget.ts";
import { AtlasError } from "../core/errors.ts";
import { checkCrossings } from "./crossings.ts";
import { geometryErrors } from "./errors.ts";

type Position = [number, number];
export type Area = { type: "Polygon"; coordinates: Position[][] } | { type: "MultiPolygon"; coordinates: Position[][][] };

/** Checks a position [longitude, latitude]; throws POSITION_MALFORMED, POSITION_OUTSIDE_WORLD naming the argument. */
export function checkPosition(value: unknown, argument: string): Position {
  const isPair = Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every(Number.isFinite);
  if (!isPair) throw new AtlasError(geometryErrors.POSITION_MALFORMED, { argument, value: quote(value) });
  const [longitude, latitude] = value as number[] as Position;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new AtlasError(geometryErrors.POSITION_OUTSIDE_WORLD, { argument, value: quote(value) });
  }
  return [longitude, latitude];
}

/**
 * Checks a GeoJSON Polygon or MultiPolygon ring by ring; its vertices are taken from the budget. PostGIS checks separately whether it
 * is valid, unless that is known (isKnownValid).
 */
export function checkArea(value: unknown, argument: string, budget: Budget): Area {
  if (typeof value !== "object" || value === null || !("type" in value))
    throw new AtlasError(geometryErrors.GEOJSON_MALFORMED, { argument });
  const { type, coordinates } = value as { type: unknown; coordinates?: unknown };
  if (type !== "Polygon" && type !== "MultiPolygon")
    throw new AtlasError(geometryErrors.GEOJSON_NOT_AN_AREA, { argument, value: typeof type === "string" ? type : typeof type });
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0) throw new AtlasError(geometryErrors.GEOJSON_MALFORMED, { argument });
  const checkedPolygons = polygons.map((polygon: unknown) => checkPolygon(polygon, argument, budget));
  const isSimple = checkCrossings(checkedPolygons.flat(), argument, budget);
  const area: Area =
    type === "Polygon" ? { type, coordinates: checkedPolygons[0] as Position[][] } : { type, coordinates: checkedPolygons };
  // Where holes and other parts lie is not checked here.
  if (isSimple && checkedPolygons.flat().length === 1) validAreas.add(area);
  return area;
}

const validAreas = new WeakSet<Area>();

/** Whether a checked area is known to be valid, so that PostGIS need not look at it: one ring whose edges do not cross. */
export const isKnownValid = (area: Area): boolean => validAreas.has(area);

// For longer edges, the shorter way around the globe differs from the straight line on the map.
function checkEdges(positions: readonly Position[], argument: string): void {
  positions.slice(1).forEach(([longitude, latitude], index) => {
    const [fromLongitude, fromLatitude] = positions[index] as Position;
    if (Math.abs(longitude - fromLongitude) >= 180 || Math.abs(latitude - fromLatitude) >= 180)
      throw new AtlasError(geometryErrors.EDGE_TOO_LONG, {
        argument,
        value: `[${fromLongitude}, ${fromLatitude}] – [${longitude}, ${latitude}]`,
      });
  });
}

function checkPolygon(polygon: unknown, argument: string, budget: Budget): Position[][] {
  if (!Array.isArray(polygon) || polygon.length === 0) throw new AtlasError(geometryErrors.GEOJSON_MALFORMED, { argument });
  return polygon.map((ring: unknown, index) => {
    if (!Array.isArray(ring)) throw new AtlasError(geometryErrors.GEOJSON_MALFORMED, { argument });
    budget.take("vertices", ring.length, (total) => new AtlasError(geometryErrors.VERTICES_TOO_MANY, { argument, ...total }));
    if (ring.length < 4) throw new AtlasError(geometryErrors.RING_TOO_SHORT, { argument, ring: index + 1, value: ring.length });
    const positions = ring.map((position) => checkPosition(position, argument));
    const [first, last] = [positions[0] as Position, positions.at(-1) as Position];
    checkEdges(positions, argument);
    if (first[0] !== last[0] || first[1] !== last[1])
      throw new AtlasError(geometryErrors.RING_OPEN, { argument, ring: index + 1 });
    return positions;
  });
}

// Input may be nested to any depth; only flat values are quoted back.
const quote = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value
        .slice(0, 4)
        .map((part) => (typeof part === "object" ? "…" : String(part)))
        .join(", ")}]`
    : typeof value;
