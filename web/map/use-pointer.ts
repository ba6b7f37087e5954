import type { MapLayerMouseEvent } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "react";
import { hover } from "../core/hover.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { districtAt, sitesAt } from "./pointing.ts";

/** Several sites under one click, and where it was: the reader picks from their names. */
export interface Crowd {
  lon: number;
  lat: number;
  slugs: readonly string[];
}

/** What pointing and clicking on the map means. */
export function usePointer(map: MapLibreMap | null, { onSite, onDistrict }: Pick<AtlasMapProps, "onSite" | "onDistrict">) {
  const [district, setDistrict] = useState<string | null>(null);
  const [crowd, setCrowd] = useState<Crowd | null>(null);
  const [overSite, setOverSite] = useState(false);

  const onMove = ({ point }: MapLayerMouseEvent) => {
    if (!map) return;
    const [slug] = sitesAt(map, point, "pointer");
    hover(slug ?? null);
    setOverSite(slug !== undefined);
    setDistrict(slug === undefined ? districtAt(map, point) : null);
  };

  const onLeave = () => {
    hover(null);
    setDistrict(null);
  };

  const onClick = ({ point, lngLat, originalEvent }: MapLayerMouseEvent) => {
    if (!map) return;
    const touch = "pointerType" in originalEvent && originalEvent.pointerType === "touch";
    const slugs = sitesAt(map, point, touch ? "finger" : "pointer");
    const [only] = slugs;
    if (slugs.length > 1) return setCrowd({ lon: lngLat.lng, lat: lngLat.lat, slugs });
    setCrowd(null);
    if (only !== undefined) return onSite(only);
    const code = districtAt(map, point);
    if (code) onDistrict(code);
  };

  const dismiss = () => setCrowd(null);
  const choose = (slug: string) => {
    dismiss();
    onSite(slug);
  };
  const cursor = overSite || district ? "pointer" : "";
  return { district, crowd, cursor, onMove, onLeave, onClick, choose, dismiss };
}
