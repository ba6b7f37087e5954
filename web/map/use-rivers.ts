import type { FeatureCollection, LineString } from "geojson";
import { useEffect, useState } from "react";
import rivers from "../../prisma/data/rivers.geojson?url";
import { smoothRivers } from "./river-course.ts";

const none: FeatureCollection<LineString> = { type: "FeatureCollection", features: [] };

/** The rivers as they are drawn; none until they are loaded, or where another basemap has its own. */
export function useRivers(isEnabled: boolean, onError: () => void): FeatureCollection<LineString> {
  const [drawn, setDrawn] = useState(none);
  useEffect(() => {
    if (!isEnabled) return;
    const stop = new AbortController();
    fetch(rivers, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((raw: FeatureCollection<LineString>) => setDrawn(smoothRivers(raw)))
      .catch(() => stop.signal.aborted || onError());
    return () => stop.abort();
  }, [isEnabled, onError]);
  return drawn;
}
