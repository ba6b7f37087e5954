import type { Position } from "geojson";

/** Mean radius of the earth in metres (IUGG R1). */
const earth = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres per pixel of a 512-pixel Web Mercator tile at zoom 0 at a latitude. */
export function metresPerPixel(lat: number): number {
  return (2 * Math.PI * 6_378_137 * Math.cos(lat * radians)) / 512;
}

/** A circle in metres around a point, as a closed ring on the sphere. */
export function circleRing([lon = 0, lat = 0]: Position, metres: number, corners = 72): Position[] {
  const angularDistance = metres / earth;
  const [sinLat, cosLat] = [Math.sin(lat * radians), Math.cos(lat * radians)];
  return Array.from({ length: corners + 1 }, (_, index) => {
    const bearing = ((index % corners) / corners) * 2 * Math.PI;
    const endLat = Math.asin(sinLat * Math.cos(angularDistance) + cosLat * Math.sin(angularDistance) * Math.cos(bearing));
    const longitudeChange = Math.atan2(
      Math.sin(bearing) * Math.sin(angularDistance) * cosLat,
      Math.cos(angularDistance) - sinLat * Math.sin(endLat),
    );
    return [lon + longitudeChange / radians, endLat / radians];
  });
}
