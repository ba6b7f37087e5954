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
import { fromMap, toMap } from "./datum.ts";
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
const precision = 9;

/** What is smaller (km2) was not meant to be an area: a circle of 10 m. */
const smallest = 0.0003;

/** How near counts as on it, in pixels. */
const reach = window.matchMedia("(pointer: coarse)").matches ? 26 : 14;

/** Starts to draw a shape, or to change what is shown. Loaded with the library at the first use. */
export function startDrawing(map: MapLibreMap, tool: Shape | "edit", colours: DrawColours, events: DrawingEvents): ShapeDrawing {
  let shown: Shape | null = null;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: precision }),
    modes: modes(colours, () => shown, events.onCrossing),
  });
  // A drag that ends over a panel is a drag all the same.
  const canvas = map.getCanvas();
  const onPointerDown = (event: PointerEvent) => {
    if (!event.isTrusted) return;
    canvas.setPointerCapture(event.pointerId);
    // A finger comes from nowhere; the library wants to see a way from the first point to the second.
    if (event.pointerType === "touch") canvas.dispatchEvent(new PointerEvent("pointermove", event));
  };
  canvas.addEventListener("pointerdown", onPointerDown);
  draw.start();
  draw.setMode(tool === "edit" ? "select" : tool);

  const current = () =>
    draw
      .getSnapshot()
      .map((feature) => areaOf(map, feature))
      .find((area) => area !== null) ?? null;
  draw.on("change", () => events.onChange(current()));
  draw.on("finish", () => {
    const area = current();
    if (area && sizeOf(area).areaKm2 >= smallest) events.onFinish(area);
    // Two clicks on one spot: nothing was meant yet.
    else draw.clear();
  });

  return {
    show: ({ shape, ring }) => {
      draw.clear();
      shown = shape;
      const coordinates = [ring.map((position) => toMap(map, position).map((value) => Number(value.toFixed(precision))))];
      const geometry: Polygon = { type: "Polygon", coordinates };
      const [added] = draw.addFeatures([{ type: "Feature", properties: { mode: shape }, geometry }]);
      if (added?.id !== undefined && tool === "edit") draw.selectFeature(added.id);
    },
    cancel: () => {
      const begun = tool !== "edit" && draw.getModeState() === "drawing";
      // A mode that is set again starts from nothing.
      if (begun) draw.setMode(tool);
      return begun;
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
  const shape = shapes.find((candidate) => candidate === properties.mode);
  const ring = geometry.type === "Polygon" ? geometry.coordinates[0] : undefined;
  return shape && ring ? { shape, ring: ring.map(([lng = 0, lat = 0]) => fromMap(map, { lng, lat })) } : null;
}

function modes(colours: DrawColours, shown: () => Shape | null, onCrossing: () => void) {
  // Sides may cross while a corner is on its way; what is kept must be sound.
  const validation: Validation = (feature, { updateType }) => {
    if (updateType === "provisional") return { valid: true };
    const result = ValidateNotSelfIntersecting(feature);
    if (!result.valid) onCrossing();
    return result;
  };
  const keyEvents = { cancel: null, finish: "Enter" };
  const shared = { styles: drawStyles(colours), keyEvents };
  return [
    // Drag from the middle to the edge (from corner to corner), or click twice. On the globe: a circle on the ground.
    new TerraDrawCircleMode({ ...shared, drawInteraction: "click-move-or-drag", projection: "globe" }),
    new TerraDrawRectangleMode({ ...shared, drawInteraction: "click-move-or-drag" }),
    new TerraDrawPolygonMode({ ...shared, pointerDistance: reach, validation, showCoordinatePoints: false }),
    new TerraDrawSelectMode({
      styles: selectStyles(colours, shown),
      keyEvents: null,
      pointerDistance: reach,
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
