import type { Position } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useState } from "react";
import { mapToWgs84, wgs84ToMap } from "./datum.ts";

/** A line that is being measured, in degrees (WGS-84). */
export interface Measurement {
  points: Position[];
  /** Where the next point would be; null when the line is finished. */
  next: Position | null;
  /** The line came back to its start: it has an area. */
  isClosed: boolean;
}

export const noMeasurement: Measurement = { points: [], next: null, isClosed: false };

/** A click so near to a point of the line, in pixels, means that point. */
const SNAP_PIXELS = 12;

/** Points that are clicked one after the other. Nothing of it goes into the address. */
export function useMeasure(map: MapLibreMap | null, isActive: boolean) {
  const [measurement, setMeasurement] = useState(noMeasurement);
  const isFinished = measurement.points.length > 0 && measurement.next === null;

  useEffect(() => {
    if (!map || !isActive) return;
    const onClick = ({ point, lngLat }: MapMouseEvent) => {
      const isNear = (position: Position | undefined) => {
        if (!position) return false;
        const { x, y } = map.project(wgs84ToMap(map, position));
        return Math.hypot(x - point.x, y - point.y) < SNAP_PIXELS;
      };
      setMeasurement((previous) => addPoint(previous, mapToWgs84(map, lngLat), isNear));
    };
    const onMove = ({ lngLat }: MapMouseEvent) =>
      setMeasurement((previous) => (previous.next === null ? previous : { ...previous, next: mapToWgs84(map, lngLat) }));
    map.on("click", onClick);
    map.on("mousemove", onMove);
    map.doubleClickZoom.disable();
    return () => {
      map.off("click", onClick);
      map.off("mousemove", onMove);
      map.doubleClickZoom.enable();
      setMeasurement(noMeasurement);
    };
  }, [map, isActive]);

  const finish = () => setMeasurement((previous) => ({ ...previous, next: null }));
  const removeLast = () => setMeasurement(removeLastPoint);
  return { measurement, finished: isFinished, finish, removeLast };
}

/** The line with one more click: a new point, its end (the last point again), or its closing (the first again). */
export function addPoint(
  previousMeasurement: Measurement,
  point: Position,
  isNear: (position: Position | undefined) => boolean,
): Measurement {
  const { points, next } = previousMeasurement;
  // A finished line gives way to a new one, unless this is the second half of the double click that finished it.
  if (points.length > 0 && next === null)
    return isNear(points.at(-1)) ? previousMeasurement : { points: [point], next: point, isClosed: false };
  if (points.length > 1 && isNear(points.at(-1))) return { ...previousMeasurement, next: null };
  if (points.length > 2 && isNear(points[0])) return { points, next: null, isClosed: true };
  return { points: [...points, point], next: point, isClosed: false };
}

function removeLastPoint({ points }: Measurement): Measurement {
  const remaining = points.slice(0, -1);
  return { points: remaining, next: remaining.at(-1) ?? null, isClosed: false };
}
