import geographiclib from "geographiclib-geodesic";
import type { Position } from "geojson";

// Lengths and areas on the WGS-84 ellipsoid, as PostGIS gives them for geography: both use the algorithms of Karney (2013).
const { Geodesic } = geographiclib;
const earth = Geodesic.WGS84;

/** Length of the shortest line between two points (degrees), in km. */
export function distanceKm([lon = 0, lat = 0]: Position, [toLon = 0, toLat = 0]: Position): number {
  return (earth.Inverse(lat, lon, toLat, toLon, Geodesic.DISTANCE).s12 ?? 0) / 1000;
}

/** Lengths along a line from its start to each of its points, in km: the first is 0. */
export function lengthsKm(line: readonly Position[]): number[] {
  const lengths: number[] = [];
  for (const [index, point] of line.entries()) {
    const previousPoint = line[index - 1];
    lengths.push(previousPoint ? (lengths[index - 1] ?? 0) + distanceKm(previousPoint, point) : 0);
  }
  return lengths;
}

/** Area within a ring, in km2, whichever way round it goes; the sides are shortest lines. */
export function ringAreaKm2(ring: readonly Position[]): number {
  const polygon = earth.Polygon(false);
  for (const [lon = 0, lat = 0] of ring) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area ?? 0) / 1e6;
}

/** A circle around a point as a closed ring, from the north on, clockwise: every corner is this far from the point. */
export function geodesicCircle([lon = 0, lat = 0]: Position, km: number, corners = 72): Position[] {
  const ring = Array.from({ length: corners }, (_, index) => {
    const { lon2 = lon, lat2 = lat } = earth.Direct(lat, lon, (360 * index) / corners, km * 1000);
    return [lon2, lat2];
  });
  return [...ring, ring[0] ?? [lon, lat]];
}
