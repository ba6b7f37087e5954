import type { MapLayerMouseEvent } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useState } from "react";
import { hoverSite } from "../core/hover.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { clusterSplitZoom } from "./layers/groups.ts";
import { hoverDistrict, hoverGroup, type SiteGroup, useHoveredDistrict, useOverlays } from "./overlays.ts";
import { districtAt, groupKeyAt, sitesAt, type TileGroup, tileGroupAt } from "./pointing.ts";

/** Several sites at one clicked point; the user chooses one from a list. */
export interface OverlappingSites {
  lon: number;
  lat: number;
  slugs: readonly string[];
}

type ScreenPoint = MapLayerMouseEvent["point"];

/** What pointing and clicking on the map means. */
export function usePointer(map: MapLibreMap | null, { onSite, onDistrict }: Pick<AtlasMapProps, "onSite" | "onDistrict">) {
  const district = useHoveredDistrict();
  const [overlapping, setOverlapping] = useState<OverlappingSites | null>(null);
  const [overSite, setOverSite] = useState(false);
  const [overGroup, setOverGroup] = useState(false);
  const [tileGroup, setTileGroup] = useState<TileGroup | null>(null);

  const { groups } = useOverlays();
  const findGroup = (map: MapLibreMap, point: ScreenPoint): SiteGroup | undefined => {
    const key = groups && groupKeyAt(map, point);
    return groups?.groups.find((one) => one.key === key);
  };
  // Sites that are drawn as clusters are there, but not seen.
  const slugsAt = (map: MapLibreMap, point: ScreenPoint, pointerKind: "pointer" | "finger") =>
    groups?.grouping === "cluster" && map.getZoom() < clusterSplitZoom ? [] : sitesAt(map, point, pointerKind);

  const onMove = ({ point }: MapLayerMouseEvent) => {
    if (!map) return;
    const pointedGroup = findGroup(map, point);
    const singleSite = groups?.grouping === "cluster" && pointedGroup?.count === 1 ? pointedGroup.key : undefined;
    const slug = slugsAt(map, point, "pointer")[0] ?? singleSite;
    hoverGroup(slug === undefined ? (pointedGroup?.key ?? null) : null);
    setOverGroup(pointedGroup !== undefined);
    hoverSite(slug ?? null);
    setOverSite(slug !== undefined);
    const tileGroupHere = slug === undefined ? tileGroupAt(map, point) : null;
    setTileGroup((previous) =>
      tileGroupHere && previous?.lon === tileGroupHere.lon && previous.lat === tileGroupHere.lat ? previous : tileGroupHere,
    );
    hoverDistrict(slug === undefined && !tileGroupHere && !pointedGroup ? districtAt(map, point) : null);
  };

  // Two zoom levels closer a tile group splits into up to sixteen parts or its sites; its tag must go.
  const zoomIntoTileGroup = (map: MapLibreMap, { lon, lat }: TileGroup) => {
    setTileGroup(null);
    map.easeTo({ center: [lon, lat], zoom: map.getZoom() + 2 });
  };

  const onLeave = () => {
    hoverSite(null);
    hoverGroup(null);
    setOverGroup(false);
    setTileGroup(null);
    hoverDistrict(null);
  };

  const onClick = ({ point, lngLat, originalEvent }: MapLayerMouseEvent) => {
    if (!map) return;
    const isTouch = "pointerType" in originalEvent && originalEvent.pointerType === "touch";
    const slugs = slugsAt(map, point, isTouch ? "finger" : "pointer");
    const [onlySlug] = slugs;
    if (slugs.length > 1) return setOverlapping({ lon: lngLat.lng, lat: lngLat.lat, slugs });
    setOverlapping(null);
    if (onlySlug !== undefined) return onSite(onlySlug);
    const clickedTileGroup = tileGroupAt(map, point);
    if (clickedTileGroup) return zoomIntoTileGroup(map, clickedTileGroup);
    const clickedGroup = findGroup(map, point);
    if (clickedGroup) return groups?.onChoose(clickedGroup);
    const code = districtAt(map, point);
    if (code) onDistrict(code);
  };

  const dismiss = () => setOverlapping(null);
  const choose = (slug: string) => {
    dismiss();
    onSite(slug);
  };
  const cursor = overSite || overGroup || tileGroup || district ? "pointer" : "";
  return { district, tileGroup, crowd: overlapping, cursor, onMove, onLeave, onClick, choose, dismiss };
}
