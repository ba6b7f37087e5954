import type { Dictionary } from "./zh.ts";

/** The words of the map's tools and of the summary of an area. */
export const enTools: Pick<Dictionary, "tool" | "coordinates" | "area"> = {
  tool: {
    group: "Draw and measure",
    circle: "Draw a circle",
    rectangle: "Draw a rectangle",
    polygon: "Draw a polygon",
    measure: "Measure distance and area",
    hint: {
      circle: "Drag from the centre to the edge, or click both",
      rectangle: "Drag from corner to corner, or click both",
      polygon: "Click to set corners, double-click to finish",
      edit: "Drag the shape or its corners; right-click or long-press a corner to remove it",
      measure: "Click point by point, double-click to finish; click the starting point to measure an area",
    },
    keys: "Arrow keys move the map, Space sets a point at the crosshair, Enter finishes, Esc exits",
    finish: "Finish",
    leave: "Exit tool",
    radius: "Radius {{length}}",
    length: "Length {{length}}",
    perimeter: "Perimeter {{length}}",
    area: "Area {{area}}",
    problem: {
      crossing: "Sides must not cross; please place the corner elsewhere",
      corners: "Too many corners: at most {{count}}; please simplify the shape",
      failed: "The drawing tool did not load; please check the connection and try again",
    },
  },
  coordinates: {
    title: "Coordinates",
    change: "Next coordinate system",
    system: { wgs84: "WGS-84", gcj02: "GCJ-02", grid: "CGCS2000 114°" },
    order: {
      wgs84: "longitude, latitude",
      gcj02: "longitude, latitude (as on Chinese street maps)",
      grid: "X north, Y east, in metres; 3-degree zone, CM 114°, EPSG:4547",
    },
    pointer: "Pointer",
    centre: "Centre",
    copy: "Copy coordinates (key C: under the pointer)",
    copied: "Copied",
    goTo: "Go to coordinates",
    go: "Go",
    mark: "Requested coordinates",
    around: "Summarise sites within {{km}} km",
    problem: { notTwo: "Enter two numbers, such as 30.6, 114.3", outside: "Outside the area of this map" },
  },
  area: {
    asArea: "Summarise this district",
    fold: "Collapse",
    unfold: "Expand",
  },
};
