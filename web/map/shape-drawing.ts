import type { Polygon } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type GeoJSONStoreFeatures,
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { type DrawnArea, type Shape, shapes, sizeOf } from "./area.ts";
import { mapToWgs84, wgs84ToMap } from "./datum.ts";
import { type DrawColours, drawStyles, selectStyles } from "./drawing-styles.ts";

/** Events of a drawing: its present shape, the finished one, and a crossing. */
interface DrawingEvents {
  onChange: (area: DrawnArea | null) => void;
  onFinish: (area: DrawnArea) => void;
  onCrossing: () => void;
}

/** One drawing tool at work on a map. */
export interface ShapeDrawing {
  /** Replaces the present shape by an area to be changed. */
  show: (area: DrawnArea) => void;
  /** Cancels an unfinished shape; returns whether there was one. */
  cancel: () => boolean;
  stop: () => void;
}

type Validation = NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>["validation"]>;

/** Decimals of what is drawn: 9 is the most that the library takes. */
const COORDINATE_DECIMALS = 9;

/** A smaller area (km2) was drawn by accident: a circle of 10 m. */
const MIN_AREA_KM2 = 0.0003;

/** How near counts as on it, in pixels. */
const SNAP_PIXELS = window.matchMedia("(pointer: coarse)").matches ? 26 : 14;

/** Starts to draw a shape, or to change what is shown. Loaded with the library at the first use. */
export function startDrawing(map: MapLibreMap, tool: Shape | "edit", colours: DrawColours, events: DrawingEvents): ShapeDrawing {
  let shownShape: Shape | null = null;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: COORDINATE_DECIMALS }),
    modes: drawingModes(colours, () => shownShape, events.onCrossing),
  });
  // A drag that ends over a panel is a drag all the same.
  const canvas = map.getCanvas();
  const onPointerDown = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    canvas.setPointerCapture(event.pointerId);
    // A finger has no pointer movement before it; the library needs one from the first point to the second.
    if (event.pointerType === "touch") canvas.dispatchEvent(new PointerEvent("pointermove", event));
  };
  canvas.addEventListener("pointerdown", onPointerDown);
  draw.start();
  draw.setMode(tool === "edit" ? "select" : tool);

  const currentArea = () =>
    draw
      .getSnapshot()
      .map((feature) => areaOf(map, feature))
      .find((area) => area !== null) ?? null;
  draw.on("change", () => events.onChange(currentArea()));
  draw.on("finish", () => {
    const area = currentArea();
    if (area && sizeOf(area).areaKm2 >= MIN_AREA_KM2) events.onFinish(area);
    // Two clicks on one point: nothing was drawn yet.
    else draw.clear();
  });

  return {
    show: ({ shape, ring }) => {
      draw.clear();
      shownShape = shape;
      const coordinates = [
        ring.map((position) => wgs84ToMap(map, position).map((value) => Number(value.toFixed(COORDINATE_DECIMALS)))),
      ];
      const geometry: Polygon = { type: "Polygon", coordinates };
      const [addedFeature] = draw.addFeatures([{ type: "Feature", properties: { mode: shape }, geometry }]);
      if (addedFeature?.id !== undefined && tool === "edit") draw.selectFeature(addedFeature.id);
    },
    cancel: () => {
      const isUnfinished = tool !== "edit" && draw.getModeState() === "drawing";
      // A mode that is set again starts from nothing.
      if (isUnfinished) draw.setMode(tool);
      return isUnfinished;
    },
    stop: () => {
      canvas.removeEventListener("pointerdown", onPointerDown);
      // The map may have gone before, with all that was on it.
      if (map.style) draw.stop();
    },
  };
}

/** What is drawn on the map, in WGS-84. */
function areaOf(map: MapLibreMap, { properties, geometry }: GeoJSONStoreFeatures): DrawnArea | null {
  const shape = shapes.find((name) => name === properties.mode);
  const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : undefined;
  return shape && ring ? { shape, ring: ring.map(([lng = 0, lat = 0]) => mapToWgs84(map, { lng, lat })) } : null;
}

function drawingModes(colours: DrawColours, shownShape: () => Shape | null, onCrossing: () => void) {
  // Sides may cross while a corner is on its way; what is kept must be sound.
  const validation: Validation = (feature, { updateType }) => {
    if (updateType === "provisional") return { valid: true };
    const result = ValidateNotSelfIntersecting(feature);
    if (!result.valid) onCrossing();
    return result;
  };
  const keyEvents = { cancel: null, finish: "Enter" };
  const sharedOptions = { styles: drawStyles(colours), keyEvents };
  return [
    // Drag from the middle to the edge (from corner to corner), or click twice. On the globe: a circle on the ground.
    new TerraDrawCircleMode({ ...sharedOptions, drawInteraction: "click-move-or-drag", projection: "globe" }),
    new TerraDrawRectangleMode({ ...sharedOptions, drawInteraction: "click-move-or-drag" }),
    new TerraDrawPolygonMode({ ...sharedOptions, pointerDistance: SNAP_PIXELS, validation, showCoordinatePoints: false }),
    new TerraDrawSelectMode({
      styles: selectStyles(colours, shownShape),
      keyEvents: null,
      pointerDistance: SNAP_PIXELS,
      allowManualDeselection: false,
      flags: {
        circle: { feature: { draggable: true, coordinates: { resizable: "center-fixed" } } },
        rectangle: { feature: { draggable: true, coordinates: { resizable: "opposite" } } },
        polygon: {
          feature: {
            draggable: true,
            validation,
            coordinates: { draggable: true, midpoints: { draggable: true }, deletable: true },
          },
        },
      },
    }),
  ];
}
