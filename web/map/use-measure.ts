import type { Position } from "geojson";
import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useState } from "react";
import { fromMap, toMap } from "./datum.ts";

/** A line that is being measured, in degrees (WGS-84). */
export interface Measurement {
  points: Position[];
  /** Where the next point would be; null when the line is finished. */
  next: Position | null;
  /** The line came back to its start: it has an area. */
  closed: boolean;
}

export const noMeasurement: Measurement = { points: [], next: null, closed: false };

/** A click so near to a point of the line, in pixels, means that point. */
const reach = 12;

/** Points that are clicked one after the other. Nothing of it goes into the address. */
export function useMeasure(map: MapLibreMap | null, active: boolean) {
  const [measurement, setMeasurement] = useState(noMeasurement);
  const finished = measurement.points.length > 0 && measurement.next === null;

  useEffect(() => {
    if (!map || !active) return;
    const onClick = ({ point, lngLat }: MapMouseEvent) => {
      const near = (position: Position | undefined) => {
        if (!position) return false;
        const { x, y } = map.project(toMap(map, position));
        return Math.hypot(x - point.x, y - point.y) < reach;
      };
      setMeasurement((before) => withPoint(before, fromMap(map, lngLat), near));
    };
    const onMove = ({ lngLat }: MapMouseEvent) =>
      setMeasurement((before) => (before.next === null ? before : { ...before, next: fromMap(map, lngLat) }));
    map.on("click", onClick);
    map.on("mousemove", onMove);
    map.doubleClickZoom.disable();
    return () => {
      map.off("click", onClick);
      map.off("mousemove", onMove);
      map.doubleClickZoom.enable();
      setMeasurement(noMeasurement);
    };
  }, [map, active]);

  const finish = () => setMeasurement((before) => ({ ...before, next: null }));
  const removeLast = () => setMeasurement(withoutLast);
  return { measurement, finished, finish, removeLast };
}

/** The line with one more click: a new point, its end (the last point again), or its closing (the first again). */
export function withPoint(before: Measurement, point: Position, near: (position: Position | undefined) => boolean): Measurement {
  const { points, next } = before;
  // A finished line gives way to a new one, unless this is the second half of the double click that finished it.
  if (points.length > 0 && next === null) return near(points.at(-1)) ? before : { points: [point], next: point, closed: false };
  if (points.length > 1 && near(points.at(-1))) return { ...before, next: null };
  if (points.length > 2 && near(points[0])) return { points, next: null, closed: true };
  return { points: [...points, point], next: point, closed: false };
}

function withoutLast({ points }: Measurement): Measurement {
  const fewer = points.slice(0, -1);
  return { points: fewer, next: fewer.at(-1) ?? null, closed: false };
}
