import { type LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import type { Basemap } from "../../server/contract/basemaps.ts";
import type { Box } from "../../server/contract/filter-parts.ts";
import { type AtlasStyleInput, atlasStyle } from "./atlas-style.tsx";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { coveredEdges } from "./camera.ts";
import { setDatum, wgs84ToMap } from "./datum.ts";
import { metresPerPixel } from "./geometry.ts";
import type { MapPicture, PaperFrame } from "./paper.ts";
import { type PaperView, SITE_ZOOM, viewOfPoints } from "./paper-view.ts";
import { supplySymbols } from "./start.tsx";

/** Dots to a CSS pixel: some 290 to the inch on A4. */
const PIXEL_RATIO = 3;

interface PaperDrawing {
  styleInput: AtlasStyleInput;
  basemapStyle: BasemapStyle | null;
  datum: Basemap["datum"];
  chosenFeature: { source: "sites" | "districts"; id: string } | null;
  /** Null: what is seen on the screen. */
  view: PaperView | null;
}

/** Draws the map once more, out of sight, light and sharp. It is another map: the one on the screen would have to keep every frame. */
export async function drawForPaper(
  screenMap: MapLibreMap,
  { width, height, centrePoint, box: frameBox }: PaperFrame,
  { styleInput, basemapStyle, datum, chosenFeature, view: shownView }: PaperDrawing,
): Promise<MapPicture> {
  const view = frameBox ? viewOfPoints(frameBox) : shownView;
  const container = document.createElement("div");
  container.style.cssText = `position: fixed; left: -9999px; top: 0; width: ${width}px; height: ${height}px`;
  document.body.append(container);
  const map = new MapLibreMap({
    container,
    style: atlasStyle({ ...styleInput, theme: "light", onPaper: true }, basemapStyle),
    ...(centrePoint
      ? { center: wgs84ToMap(screenMap, centrePoint), zoom: SITE_ZOOM }
      : { bounds: view ? boundsOf(screenMap, view.box) : visibleBounds(screenMap) }),
    ...(!centrePoint && view && { fitBoundsOptions: view }),
    interactive: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: PIXEL_RATIO,
  });
  try {
    setDatum(map, datum);
    supplySymbols(map, basemapStyle);
    if (chosenFeature)
      map.once("style.load", () =>
        map.setFeatureState({ ...chosenFeature, sourceLayer: chosenFeature.source }, { chosen: true }),
      );
    await new Promise((resolve) => map.once("idle", resolve));
    // In the same step, before the browser clears what was drawn.
    map.redraw();
    return { canvas: copyOf(map.getCanvas()), metresPerPixel: metresAt(map) };
  } finally {
    map.remove();
    container.remove();
  }
}

/** The part of the map on the screen that fits the frame, as it was last drawn; a dark one with its lightness turned round. */
export function snapshotOf(map: MapLibreMap, { width, height, centrePoint }: PaperFrame, isDark: boolean): MapPicture {
  map.redraw();
  const canvas = map.getCanvas();
  const ratio = map.getPixelRatio();
  const [shownWidth, shownHeight] = [canvas.width / ratio, canvas.height / ratio];
  const scale = Math.min(shownWidth / width, shownHeight / height, ...(centrePoint ? [1] : []));
  const freeRect = uncoveredRect(map, shownWidth, shownHeight);
  const centre = centrePoint
    ? map.project(wgs84ToMap(map, centrePoint))
    : { x: (freeRect.left + freeRect.right) / 2, y: (freeRect.top + freeRect.bottom) / 2 };
  const cropStart = (cropCentre: number, size: number, limit: number) =>
    Math.max(0, Math.min(cropCentre - size / 2, limit - size));
  const crop = {
    x: cropStart(centre.x, width * scale, shownWidth) * ratio,
    y: cropStart(centre.y, height * scale, shownHeight) * ratio,
    width: width * scale * ratio,
    height: height * scale * ratio,
  };
  return { canvas: copyOf(canvas, crop, isDark), metresPerPixel: metresAt(map) * scale };
}

const boundsOf = (map: MapLibreMap, [west, south, east, north]: Box): LngLatBoundsLike => [
  wgs84ToMap(map, [west, south]),
  wgs84ToMap(map, [east, north]),
];

/** The box that the reader sees between the panels. */
function visibleBounds(map: MapLibreMap): LngLatBoundsLike {
  const canvas = map.getCanvas();
  const { left, right, top, bottom } = uncoveredRect(map, canvas.clientWidth, canvas.clientHeight);
  return [map.unproject([left, bottom]), map.unproject([right, top])];
}

function uncoveredRect(map: MapLibreMap, width: number, height: number) {
  const { left = 0, right = 0, top = 0, bottom = 0 } = coveredEdges(map.getContainer());
  return { left, right: width - right, top, bottom: height - bottom };
}

const metresAt = (map: MapLibreMap): number => metresPerPixel(map.getCenter().lat) / 2 ** map.getZoom();

/** A copy that stays, of the whole canvas or of a part. */
function copyOf(
  source: HTMLCanvasElement,
  crop = { x: 0, y: 0, width: source.width, height: source.height },
  isDark = false,
): HTMLCanvasElement {
  const copy = Object.assign(document.createElement("canvas"), {
    width: Math.max(1, Math.round(crop.width)),
    height: Math.max(1, Math.round(crop.height)),
  });
  const context = copy.getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  // Dark on white, in the same hues.
  if (isDark) context.filter = "invert(1) hue-rotate(180deg)";
  context.drawImage(source, crop.x, crop.y, crop.width, crop.height, 0, 0, copy.width, copy.height);
  return copy;
}
