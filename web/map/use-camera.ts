import type { LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import type { Datum } from "../core/basemap.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { bringIntoView, cameraOf, sameCamera, showBox, wholeCity } from "./camera.ts";
import { toMap, toShown } from "./datum.ts";

/** Nearer than this a single site is seen in its surroundings. */
const siteZoom = 11;

type Props = Pick<AtlasMapProps, "camera" | "onCamera" | "sites" | "districts" | "chosenSite" | "chosenDistrict">;

/** Keeps map and address on the same camera, and gives what the map starts with. */
export function useCamera(map: MapLibreMap | null, props: Props, datum: Datum) {
  const { camera } = props;
  // What the map's own events need to know when they come.
  const now = useRef(props);
  now.current = props;

  const [view] = useState(() => {
    if (!camera) return { bounds: [...wholeCity] as LngLatBoundsLike, fitBoundsOptions: { padding: 28 } };
    const [longitude, latitude] = toShown(datum, [camera.lon, camera.lat]);
    return { longitude, latitude, zoom: camera.zoom };
  });

  // The first fit to what panels leave free is not a move of the reader's, so it is not written down.
  useEffect(() => {
    if (!map) return;
    if (!now.current.camera) showBox(map, wholeCity, 0);
    const onMoveEnd = () => now.current.onCamera(cameraOf(map));
    map.on("moveend", onMoveEnd);
    return () => void map.off("moveend", onMoveEnd);
  }, [map]);

  // Back, forward or a link: the address says where to look.
  useEffect(() => {
    if (!map || !camera || map.isMoving() || sameCamera(camera, cameraOf(map))) return;
    map.easeTo({ center: toMap(map, [camera.lon, camera.lat]), zoom: camera.zoom, duration: 400 });
  }, [map, camera]);

  useChosenInView(map, now);
  return view;
}

/** What is chosen must be seen: the panel that tells of it covers a part of the map. */
function useChosenInView(map: MapLibreMap | null, now: { readonly current: Props }) {
  const { sites, districts, chosenSite, chosenDistrict } = now.current;
  const site = sites.find(({ slug }) => slug === chosenSite);
  const district = chosenSite ? undefined : districts.find(({ code }) => code === chosenDistrict);
  const [lon, lat] = (site ?? district)?.point ?? [];
  const opened = useRef(false);
  useEffect(() => {
    if (!map || lon === undefined || lat === undefined) return;
    const { camera, chosenSite: chosen } = now.current;
    // A link to a site alone starts near it; a link with a camera has said where to look.
    if (!opened.current && !camera && chosen) bringIntoView(map, [lon, lat], siteZoom);
    else if (opened.current || !camera) bringIntoView(map, [lon, lat]);
    opened.current = true;
  }, [map, lon, lat, now]);
}
