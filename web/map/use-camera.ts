import type { LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { useTraversals } from "../address/navigation.ts";
import { shownCamera } from "../address/shown-camera.ts";
import { areaBox, boxOf } from "./area.ts";
import type { AtlasMapProps } from "./atlas-map-props.ts";
import { bringIntoView, CITY_BOX, cameraOf, DISTRICT_ZOOM, isAutomatic, sameCamera } from "./camera.ts";
import { toBasemapDatum, wgs84ToMap } from "./datum.ts";
import { type StartingView, useStartingView } from "./use-starting-view.ts";

type Props = Pick<
  AtlasMapProps,
  "camera" | "onCamera" | "filter" | "bounds" | "sites" | "districts" | "chosenSite" | "chosenDistrict"
>;

/** Keeps map and address on the same camera, and returns the initial one. `comparedBox`: the box around sites that are side by side. */
export function useCamera(
  map: MapLibreMap | null,
  props: Props,
  datum: Datum,
  { hasFigures, comparedBox }: { hasFigures: boolean; comparedBox: Box | null },
) {
  const { camera } = props;
  // The latest props, for the map's events.
  const latestProps = useRef(props);
  latestProps.current = props;
  const traversals = useTraversals();

  const [initialView] = useState(() => {
    if (!camera)
      return { bounds: [...(areaBox(props.filter) ?? CITY_BOX)] as LngLatBoundsLike, fitBoundsOptions: { padding: 28 } };
    const [longitude, latitude] = toBasemapDatum(datum, [camera.lon, camera.lat]);
    return { longitude, latitude, zoom: camera.zoom };
  });

  const chosenLocation = chosenPoint(props);
  const startingView = useStartingView(map, {
    isMoved: camera !== null,
    chosenLocation,
    site: props.chosenSite,
    firstBox: () => areaBox(latestProps.current.filter) ?? CITY_BOX,
    comparedBox,
    hasFigures,
  });
  const stopUnreported = useCameraReport(map, latestProps);

  // Back, forward or a link: the address says where to look.
  const previous = useRef({ camera, returns: traversals });
  useEffect(() => {
    if (!map) return;
    const { camera: last, returns: lastTraversals } = previous.current;
    previous.current = { camera, returns: traversals };
    const isTraversal = traversals !== lastTraversals;
    // What is still moving belongs to the entry of the history that was left.
    if (isTraversal) stopUnreported();
    if (!camera && (isTraversal || last)) startingView.show({ reset: true });
    if (!camera || map.isMoving() || sameCamera(camera, cameraOf(map))) return;
    map.easeTo({ center: wgs84ToMap(map, [camera.lon, camera.lat]), zoom: camera.zoom, duration: 400 });
  }, [map, camera, traversals, stopUnreported, startingView]);

  useDistrictInView(map, latestProps, startingView);
  useChosenInView(map, latestProps, chosenLocation, traversals, startingView);
  return initialView;
}

/** The point of the chosen site, else of the chosen district. */
function chosenPoint({ sites, districts, chosenSite, chosenDistrict }: Props) {
  const site = sites.find(({ slug }) => slug === chosenSite);
  const district = chosenSite ? undefined : districts.find(({ code }) => code === chosenDistrict);
  const [lon, lat] = (site ?? district)?.point ?? [];
  return lon === undefined || lat === undefined ? null : { lon, lat, site: chosenSite };
}

/** Reports where the reader has moved the map; returns what stops a move unreported. */
function useCameraReport(map: MapLibreMap | null, latestProps: { readonly current: Props }): () => void {
  const isSilent = useRef(false);
  useEffect(() => {
    if (!map) return;
    const onMoveEnd = (event: object) => {
      shownCamera.set(cameraOf(map));
      if (!isSilent.current && !isAutomatic(event)) latestProps.current.onCamera(cameraOf(map));
    };
    // A map of another size looks at the same place; its moveend follows at once.
    const onResize = () => {
      isSilent.current = true;
      queueMicrotask(() => {
        isSilent.current = false;
      });
    };
    shownCamera.set(cameraOf(map));
    map.on("moveend", onMoveEnd);
    map.on("resize", onResize);
    return () => {
      shownCamera.set(null);
      map.off("moveend", onMoveEnd);
      map.off("resize", onResize);
    };
  }, [map, latestProps]);
  return useCallback(() => {
    isSilent.current = true;
    map?.stop();
    isSilent.current = false;
  }, [map]);
}

/** A link to the sites of one district alone starts at them, as soon as they are loaded; later choices leave the map where it is. */
function useDistrictInView(map: MapLibreMap | null, latestProps: { readonly current: Props }, startingView: StartingView) {
  const { filter, bounds, districts } = latestProps.current;
  const [onlyDistrict] = useState(
    () => !latestProps.current.camera && !areaBox(filter) && filter.districts.length === 1 && filter.districts[0],
  );
  const isPending = useRef(Boolean(onlyDistrict));
  const boundsKey = bounds?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box as text replaces its numbers, which are a new list each time
  useEffect(() => {
    if (!map || !bounds || !isPending.current) return;
    isPending.current = false;
    if (latestProps.current.camera || String(latestProps.current.filter.districts) !== onlyDistrict) return;
    // The district's name is visible too, also where all its sites are at one end.
    const label = districts.find(({ code }) => code === onlyDistrict)?.point;
    startingView.startAt(boxOf([bounds.slice(0, 2), bounds.slice(2), ...(label ? [label] : [])]), DISTRICT_ZOOM);
  }, [map, boundsKey]);
}

/** Keeps the chosen site or district visible: its panel covers a part of the map. */
function useChosenInView(
  map: MapLibreMap | null,
  latestProps: { readonly current: Props },
  chosenLocation: ReturnType<typeof chosenPoint>,
  traversals: number,
  startingView: StartingView,
) {
  const [lon, lat] = [chosenLocation?.lon, chosenLocation?.lat];
  const isOfLink = useRef(Boolean(latestProps.current.chosenSite ?? latestProps.current.chosenDistrict));
  const previous = useRef(traversals);
  useEffect(() => {
    const isTraversal = previous.current !== traversals;
    previous.current = traversals;
    if (!map || lon === undefined || lat === undefined) return;
    // A link with a camera has its own view, and so has an entry of the history.
    const hasOwnView = isOfLink.current || isTraversal;
    isOfLink.current = false;
    if (!latestProps.current.camera) startingView.show();
    else if (!hasOwnView) bringIntoView(map, [lon, lat]);
  }, [map, lon, lat, latestProps, traversals, startingView]);
}
