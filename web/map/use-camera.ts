import type { LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { useReturns } from "../address/navigation.ts";
import { areaPolygons, boxOf } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { bringIntoView, cameraOf, isAutomatic, sameCamera, wholeCity } from "./camera.ts";
import { toMap, toShown } from "./datum.ts";
import { type StartingView, useStartingView } from "./use-starting-view.ts";

/** Nearer than this the outline of a district is not seen around its sites. */
const districtZoom = 10.5;

type Props = Pick<
  AtlasMapProps,
  "camera" | "onCamera" | "filter" | "bounds" | "sites" | "districts" | "chosenSite" | "chosenDistrict"
>;

/** Keeps map and address on the same camera, and returns the initial one. `compared`: the box around sites that are side by side. */
export function useCamera(
  map: MapLibreMap | null,
  props: Props,
  datum: Datum,
  { figures, compared }: { figures: boolean; compared: Box | null },
) {
  const { camera } = props;
  // The latest props, for the map's events.
  const now = useRef(props);
  now.current = props;
  const returns = useReturns();

  const [view] = useState(() => {
    if (!camera) return { bounds: [...(areaBox(props) ?? wholeCity)] as LngLatBoundsLike, fitBoundsOptions: { padding: 28 } };
    const [longitude, latitude] = toShown(datum, [camera.lon, camera.lat]);
    return { longitude, latitude, zoom: camera.zoom };
  });

  const chosen = chosenPoint(props);
  const start = useStartingView(map, {
    isMoved: camera !== null,
    chosen,
    site: props.chosenSite,
    firstBox: () => areaBox(now.current) ?? wholeCity,
    compared,
    figures,
  });
  const stop = useReport(map, now);

  // Back, forward or a link: the address says where to look.
  const before = useRef({ camera, returns });
  useEffect(() => {
    if (!map) return;
    const { camera: last, returns: lastReturns } = before.current;
    before.current = { camera, returns };
    const isReturn = returns !== lastReturns;
    // What is still moving belongs to the entry of the history that was left.
    if (isReturn) stop();
    if (!camera && (isReturn || last)) start.show({ anew: true });
    if (!camera || map.isMoving() || sameCamera(camera, cameraOf(map))) return;
    map.easeTo({ center: toMap(map, [camera.lon, camera.lat]), zoom: camera.zoom, duration: 400 });
  }, [map, camera, returns, stop, start]);

  useDistrictInView(map, now, start);
  useChosenInView(map, now, chosen, returns, start);
  return view;
}

/** The box around the area that the filter names; null without one. */
export function areaBox({ filter }: Pick<Props, "filter">): Box | null {
  const points = areaPolygons(filter).flat(2);
  return points.length > 0 ? boxOf(points) : null;
}

/** The point of the chosen site, else of the chosen district. */
function chosenPoint({ sites, districts, chosenSite, chosenDistrict }: Props) {
  const site = sites.find(({ slug }) => slug === chosenSite);
  const district = chosenSite ? undefined : districts.find(({ code }) => code === chosenDistrict);
  const [lon, lat] = (site ?? district)?.point ?? [];
  return lon === undefined || lat === undefined ? null : { lon, lat, site: chosenSite };
}

/** Reports where the reader has moved the map; returns what stops a move unreported. */
function useReport(map: MapLibreMap | null, now: { readonly current: Props }): () => void {
  const silent = useRef(false);
  useEffect(() => {
    if (!map) return;
    const onMoveEnd = (event: object) => silent.current || isAutomatic(event) || now.current.onCamera(cameraOf(map));
    // A map of another size looks at the same place; its moveend follows at once.
    const onResize = () => {
      silent.current = true;
      queueMicrotask(() => {
        silent.current = false;
      });
    };
    map.on("moveend", onMoveEnd);
    map.on("resize", onResize);
    return () => {
      map.off("moveend", onMoveEnd);
      map.off("resize", onResize);
    };
  }, [map, now]);
  return useCallback(() => {
    silent.current = true;
    map?.stop();
    silent.current = false;
  }, [map]);
}

/** A link to the sites of one district alone starts at them, as soon as they are loaded; later choices leave the map where it is. */
function useDistrictInView(map: MapLibreMap | null, now: { readonly current: Props }, start: StartingView) {
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
    start.startAt(boxOf([bounds.slice(0, 2), bounds.slice(2), ...(label ? [label] : [])]), districtZoom);
  }, [map, key]);
}

/** Keeps the chosen site or district visible: its panel covers a part of the map. */
function useChosenInView(
  map: MapLibreMap | null,
  now: { readonly current: Props },
  chosen: ReturnType<typeof chosenPoint>,
  returns: number,
  start: StartingView,
) {
  const [lon, lat] = [chosen?.lon, chosen?.lat];
  const isOfLink = useRef(Boolean(now.current.chosenSite ?? now.current.chosenDistrict));
  const before = useRef(returns);
  useEffect(() => {
    const isReturn = before.current !== returns;
    before.current = returns;
    if (!map || lon === undefined || lat === undefined) return;
    // A link with a camera has its own view, and so has an entry of the history.
    const hasOwnView = isOfLink.current || isReturn;
    isOfLink.current = false;
    if (!now.current.camera) start.show();
    else if (!hasOwnView) bringIntoView(map, [lon, lat]);
  }, [map, lon, lat, now, returns, start]);
}
