import type { LngLatBoundsLike, Map as MapLibreMap, PaddingOptions } from "maplibre-gl";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { areaPolygons, boxOf } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { bringIntoView, cameraOf, onCoverChange, sameCamera, showBox, wholeCity } from "./camera.ts";
import { toMap, toShown } from "./datum.ts";
import type { ComparedPlace } from "./overlays.ts";

/** Nearer than this a single site is seen in its surroundings. */
const siteZoom = 11;

/** Nearer than this the outline of a district is not seen around its sites. */
const districtZoom = 10.5;

/** Nearer than this compared sites are seen without their surroundings. */
const comparedZoom = 12;

/** Room for the names of sites at the edge of what is shown, most often below them: on a small map less. */
function nameRoom({ clientWidth, clientHeight }: HTMLElement): PaddingOptions {
  const side = Math.min(110, clientWidth * 0.2);
  return { top: Math.min(40, clientHeight * 0.14), right: side, bottom: Math.min(90, clientHeight * 0.34), left: side };
}

/** The box around the compared sites that have a point. */
export const comparedBox = (compared: readonly ComparedPlace[] | null): Box | null =>
  compared && compared.length > 0 ? boxOf(compared.map(({ point }) => point)) : null;

type Props = Pick<
  AtlasMapProps,
  "camera" | "onCamera" | "filter" | "bounds" | "sites" | "districts" | "chosenSite" | "chosenDistrict"
>;

/**
 * Keeps map and address on the same camera, and returns the initial one. `figures`: the legend has grown by the entries of
 * figures, and a card is on the other side; `compared`: sites that are side by side.
 */
export function useCamera(
  map: MapLibreMap | null,
  props: Props,
  datum: Datum,
  { figures, compared }: { figures: boolean; compared: readonly ComparedPlace[] | null },
) {
  const { camera } = props;
  // The latest props, for the map's events.
  const now = useRef(props);
  now.current = props;

  // While it is set, moves are not written down.
  const suppressReport = useRef(false);

  const [view] = useState(() => {
    if (!camera) return { bounds: [...(areaBox(props) ?? wholeCity)] as LngLatBoundsLike, fitBoundsOptions: { padding: 28 } };
    const [longitude, latitude] = toShown(datum, [camera.lon, camera.lat]);
    return { longitude, latitude, zoom: camera.zoom };
  });

  // The first fit to what panels leave free is not a move of the reader's, so it is not written down.
  useEffect(() => {
    if (!map) return;
    if (!now.current.camera) showBox(map, areaBox(now.current) ?? wholeCity, 0);
    const onMoveEnd = () => suppressReport.current || now.current.onCamera(cameraOf(map));
    map.on("moveend", onMoveEnd);
    return () => void map.off("moveend", onMoveEnd);
  }, [map]);

  // Until the reader moves the map, the whole city stays visible between the panels.
  useEffect(() => {
    if (!map || !figures) return;
    const refit = () => {
      if (now.current.camera) return;
      suppressReport.current = true;
      showBox(map, areaBox(now.current) ?? wholeCity, 0);
      suppressReport.current = false;
    };
    refit();
    return onCoverChange(refit);
  }, [map, figures]);

  // Back, forward or a link: the address says where to look.
  useEffect(() => {
    if (!map || !camera || map.isMoving() || sameCamera(camera, cameraOf(map))) return;
    map.easeTo({ center: toMap(map, [camera.lon, camera.lat]), zoom: camera.zoom, duration: 400 });
  }, [map, camera]);

  useComparedInView(map, now, suppressReport, compared);
  useDistrictInView(map, now, suppressReport);
  useChosenInView(map, now);
  return view;
}

/** The box around the area that the filter names; null without one. */
export function areaBox({ filter }: Pick<Props, "filter">): Box | null {
  const points = areaPolygons(filter).flat(2);
  return points.length > 0 ? boxOf(points) : null;
}

/** Until the reader moves the map, all sites of a comparison are seen, whatever the shape of the map; after it, what was seen at first. */
function useComparedInView(
  map: MapLibreMap | null,
  now: { readonly current: Props },
  suppressReport: { current: boolean },
  compared: readonly ComparedPlace[] | null,
) {
  const box = useMemo(() => comparedBox(compared), [compared]);
  const wasShown = useRef(false);
  const hasCamera = now.current.camera !== null;
  useEffect(() => {
    if (!map || hasCamera || (!box && !wasShown.current)) return;
    wasShown.current = box !== null;
    const refit = () => {
      suppressReport.current = true;
      if (box) showBox(map, box, 0, comparedZoom, nameRoom(map.getContainer()));
      else showBox(map, areaBox(now.current) ?? wholeCity, 0);
      suppressReport.current = false;
    };
    refit();
    if (!box) return;
    map.on("resize", refit);
    return () => void map.off("resize", refit);
  }, [map, box, hasCamera, now, suppressReport]);
}

/** A link to the sites of one district alone starts at them, as soon as they are loaded; later choices leave the map where it is. */
function useDistrictInView(map: MapLibreMap | null, now: { readonly current: Props }, suppressReport: { current: boolean }) {
  const { filter, bounds, districts } = now.current;
  const [onlyDistrict] = useState(
    () => !now.current.camera && !areaBox({ filter }) && filter.districts.length === 1 && filter.districts[0],
  );
  const pending = useRef(Boolean(onlyDistrict));
  const key = bounds?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box as text replaces its numbers, which are a new list each time
  useEffect(() => {
    if (!map || !bounds || !pending.current) return;
    pending.current = false;
    if (now.current.camera || String(now.current.filter.districts) !== onlyDistrict) return;
    // The district's name is visible too, also where all its sites are at one end.
    const label = districts.find(({ code }) => code === onlyDistrict)?.point;
    suppressReport.current = true;
    showBox(map, boxOf([bounds.slice(0, 2), bounds.slice(2), ...(label ? [label] : [])]), 0, districtZoom);
    suppressReport.current = false;
  }, [map, key]);
}

/** Keeps the chosen site visible: its panel covers a part of the map. */
function useChosenInView(map: MapLibreMap | null, now: { readonly current: Props }) {
  const { sites, districts, chosenSite, chosenDistrict } = now.current;
  const site = sites.find(({ slug }) => slug === chosenSite);
  const district = chosenSite ? undefined : districts.find(({ code }) => code === chosenDistrict);
  const [lon, lat] = (site ?? district)?.point ?? [];
  const opened = useRef(false);
  useEffect(() => {
    if (!map || lon === undefined || lat === undefined) return;
    const { camera, chosenSite: chosen } = now.current;
    // A link to a site alone starts near it; a link with a camera has its own view.
    if (!opened.current && !camera && chosen) bringIntoView(map, [lon, lat], siteZoom);
    else if (opened.current || !camera) bringIntoView(map, [lon, lat]);
    opened.current = true;
  }, [map, lon, lat, now]);
}
