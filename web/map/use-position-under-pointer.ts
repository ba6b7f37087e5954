import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { LonLat } from "../core/coordinates.ts";
import { mapToWgs84 } from "./datum.ts";

/** The position (WGS-84) under the pointer; where none is over the map, the one in its middle. */
export function usePositionUnderPointer(map: MapLibreMap): { position: LonLat; origin: "pointer" | "centre" } {
  const [pointer, setPointer] = useState<LonLat | null>(null);
  const [centre, setCentre] = useState<LonLat>(() => mapToWgs84(map, map.getCenter()));
  useEffect(() => {
    const onMove = () => setCentre(mapToWgs84(map, map.getCenter()));
    const onPointer = ({ lngLat, originalEvent }: MapMouseEvent) => {
      // A tap is reported as a mouse movement too, but afterwards no pointer is left on the map.
      const finger = "sourceCapabilities" in originalEvent && isTouch(originalEvent.sourceCapabilities);
      if (!finger) setPointer(mapToWgs84(map, lngLat));
    };
    const onOut = () => setPointer(null);
    map.on("move", onMove);
    map.on("mousemove", onPointer);
    map.on("mouseout", onOut);
    return () => {
      map.off("move", onMove);
      map.off("mousemove", onPointer);
      map.off("mouseout", onOut);
    };
  }, [map]);
  return pointer ? { position: pointer, origin: "pointer" } : { position: centre, origin: "centre" };
}

function isTouch(capabilities: unknown): boolean {
  return typeof capabilities === "object" && capabilities !== null && "firesTouchEvents" in capabilities
    ? Boolean(capabilities.firesTouchEvents)
    : false;
}
