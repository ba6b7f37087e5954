import type { MapLayerMouseEvent } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "react";
import { hover } from "../core/hover.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { clusterSplitZoom } from "./layers/groups.ts";
import { hoverDistrict, hoverGroup, type SiteGroup, useHoveredDistrict, useOverlays } from "./overlays.ts";
import { districtAt, groupAt, sitesAt, type TileGroup, tileGroupAt } from "./pointing.ts";

/** Several sites at one clicked point; the user chooses one from a list. */
export interface OverlappingSites {
  lon: number;
  lat: number;
  slugs: readonly string[];
}

type Spot = MapLayerMouseEvent["point"];

/** What pointing and clicking on the map means. */
export function usePointer(map: MapLibreMap | null, { onSite, onDistrict }: Pick<AtlasMapProps, "onSite" | "onDistrict">) {
  const district = useHoveredDistrict();
  const [crowd, setCrowd] = useState<OverlappingSites | null>(null);
  const [overSite, setOverSite] = useState(false);
  const [overGroup, setOverGroup] = useState(false);
  const [tileGroup, setTileGroup] = useState<TileGroup | null>(null);

  const { groups } = useOverlays();
  const group = (map: MapLibreMap, point: Spot): SiteGroup | undefined => {
    const key = groups && groupAt(map, point);
    return groups?.groups.find((one) => one.key === key);
  };
  // Sites that are drawn as clusters are there, but not seen.
  const slugsAt = (map: MapLibreMap, point: Spot, by: "pointer" | "finger") =>
    groups?.by === "cluster" && map.getZoom() < clusterSplitZoom ? [] : sitesAt(map, point, by);

  const onMove = ({ point }: MapLayerMouseEvent) => {
    if (!map) return;
    const pointed = group(map, point);
    const single = groups?.by === "cluster" && pointed?.count === 1 ? pointed.key : undefined;
    const slug = slugsAt(map, point, "pointer")[0] ?? single;
    hoverGroup(slug === undefined ? (pointed?.key ?? null) : null);
    setOverGroup(pointed !== undefined);
    hover(slug ?? null);
    setOverSite(slug !== undefined);
    const tileGroupHere = slug === undefined ? tileGroupAt(map, point) : null;
    setTileGroup((before) =>
      tileGroupHere && before?.lon === tileGroupHere.lon && before.lat === tileGroupHere.lat ? before : tileGroupHere,
    );
    hoverDistrict(slug === undefined && !tileGroupHere && !pointed ? districtAt(map, point) : null);
  };

  // Two zoom levels closer a tile group splits into up to sixteen parts or its sites; its tag must go.
  const zoomIntoTileGroup = (map: MapLibreMap, { lon, lat }: TileGroup) => {
    setTileGroup(null);
    map.easeTo({ center: [lon, lat], zoom: map.getZoom() + 2 });
  };

  const onLeave = () => {
    hover(null);
    hoverGroup(null);
    setOverGroup(false);
    setTileGroup(null);
    hoverDistrict(null);
  };

  const onClick = ({ point, lngLat, originalEvent }: MapLayerMouseEvent) => {
    if (!map) return;
    const touch = "pointerType" in originalEvent && originalEvent.pointerType === "touch";
    const slugs = slugsAt(map, point, touch ? "finger" : "pointer");
    const [only] = slugs;
    if (slugs.length > 1) return setCrowd({ lon: lngLat.lng, lat: lngLat.lat, slugs });
    setCrowd(null);
    if (only !== undefined) return onSite(only);
    const clicked = tileGroupAt(map, point);
    if (clicked) return zoomIntoTileGroup(map, clicked);
    const chosen = group(map, point);
    if (chosen) return groups?.choose(chosen);
    const code = districtAt(map, point);
    if (code) onDistrict(code);
  };

  const dismiss = () => setCrowd(null);
  const choose = (slug: string) => {
    dismiss();
    onSite(slug);
  };
  const cursor = overSite || overGroup || tileGroup || district ? "pointer" : "";
  return { district, tileGroup, crowd, cursor, onMove, onLeave, onClick, choose, dismiss };
}
