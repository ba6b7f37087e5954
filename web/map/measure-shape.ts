import type { Feature, FeatureCollection, Position } from "geojson";
import type { Language } from "../../server/contract/language.ts";
import { formatArea, formatLength } from "../core/format.ts";
import { lengthsKm, ringAreaKm2 } from "./geodesic.ts";
import type { Measurement } from "./use-measure.ts";

/** Points along the line as it is now, the one under the pointer included and the start again where it is closed. */
function path({ points, next, isClosed }: Measurement): Position[] {
  const start = points[0];
  if (isClosed && start) return [...points, start];
  return next && points.length > 0 ? [...points, next] : points;
}

/** Length of the line in km, and the area in km2 where it is closed. */
export function lengthAndArea(measurement: Measurement): { km: number; km2: number | null } {
  return {
    km: lengthsKm(path(measurement)).at(-1) ?? 0,
    km2: measurement.isClosed ? ringAreaKm2(measurement.points) : null,
  };
}

/** What is drawn of it: the line, its points with the length up to each, and the area. */
export function measureShape(measurement: Measurement, language: Language): FeatureCollection {
  const line = path(measurement);
  const lengths = lengthsKm(line);
  const features: Feature[] = line.slice(0, measurement.isClosed ? -1 : undefined).map((position, index) => ({
    type: "Feature",
    properties: { label: index === 0 ? "" : formatLength(lengths[index] ?? 0, language) },
    geometry: { type: "Point", coordinates: position },
  }));
  if (line.length > 1) {
    features.push({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: line } });
  }
  if (measurement.isClosed) {
    const label = formatArea(ringAreaKm2(measurement.points), language);
    features.push({ type: "Feature", properties: { label }, geometry: { type: "Polygon", coordinates: [line] } });
  }
  return { type: "FeatureCollection", features };
}
