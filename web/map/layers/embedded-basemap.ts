import type { ExpressionSpecification, FillLayerSpecification, LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { hasState, type LayerOptions, paletteOf } from "./layer-options.ts";

export function background(options: LayerOptions): LayerSpecification {
  return { id: "background", type: "background", paint: { "background-color": paletteOf(options).background } };
}

/** A soft band along the city's border. It is drawn under the fill, which covers its inner half and all seams between districts. */
export function cityBorderHalo(options: LayerOptions): LineLayerSpecification {
  return {
    id: "city-edge",
    type: "line",
    source: "districts",
    "source-layer": "districts",
    layout: { "line-join": "round" },
    paint: {
      "line-color": paletteOf(options).cityBorderHalo,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 6, 12, 18],
      "line-blur": 1,
    },
  };
}

/** The fine line on the border itself; its inner half and the seams are covered by the fill too. */
export function cityBorder(options: LayerOptions): LineLayerSpecification {
  return {
    ...cityBorderHalo(options),
    id: "city-line",
    paint: { "line-color": paletteOf(options).cityBorder, "line-width": ["interpolate", ["linear"], ["zoom"], 7, 2, 12, 3.5] },
  };
}

export function districtFill(options: LayerOptions): FillLayerSpecification {
  const { land, landHover, landChosen } = paletteOf(options);
  // Where colours are values, what is chosen is marked by its border: under a hatching its tint would look like one of them.
  if (options.values)
    return { id: "land", type: "fill", source: "districts", "source-layer": "districts", paint: { "fill-color": land } };
  const paint: FillLayerSpecification["paint"] = {
    "fill-color": [
      "case",
      hasState("chosen"),
      landChosen,
      ["in", ["get", "code"], ["literal", [...options.filteredDistricts]]],
      landChosen,
      hasState("hovered"),
      landHover,
      land,
    ],
  };
  return { id: "land", type: "fill", source: "districts", "source-layer": "districts", paint };
}

/** The districts over a basemap of others: seen only where one is chosen or pointed at, but there to be clicked. */
export function districtFillOverBasemap(options: LayerOptions): FillLayerSpecification {
  const highlighted: ExpressionSpecification = [
    "any",
    hasState("chosen"),
    ["in", ["get", "code"], ["literal", [...options.filteredDistricts]]],
  ];
  const paint: FillLayerSpecification["paint"] = {
    "fill-color": paletteOf(options).strongLine,
    "fill-opacity": ["case", highlighted, 0.1, hasState("hovered"), 0.05, 0],
  };
  return { ...districtFill(options), paint };
}

/** Their borders over a basemap of others, strong enough to be distinguished from its own lines. */
export function districtBordersOverBasemap(options: LayerOptions): LineLayerSpecification {
  const paint: LineLayerSpecification["paint"] = {
    // Opaque and unbroken: two districts draw the border between them twice.
    "line-color": paletteOf(options).districtName,
    "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.6, 12, 1.2],
  };
  return { ...districtBorders(options), paint };
}

export function districtBorders(options: LayerOptions): LineLayerSpecification {
  return {
    id: "seams",
    type: "line",
    source: "districts",
    "source-layer": "districts",
    layout: { "line-join": "round" },
    paint: {
      "line-color": options.values ? paletteOf(options).valueBorder : paletteOf(options).districtBorder,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.6, 12, 1.2],
    },
  };
}

const isArea: ExpressionSpecification = ["==", ["get", "part"], "area"];

/** Rivers, over the seams, because district borders run along them. */
export function rivers(options: LayerOptions): FillLayerSpecification {
  return { id: "rivers", type: "fill", source: "rivers", filter: isArea, paint: { "fill-color": paletteOf(options).water } };
}

/** Their courses: a river drawn thinner than two pixels would be lost among the seams. From the width of its area on it covers them. */
export function riverCourses(options: LayerOptions): LineLayerSpecification {
  return {
    id: "river-courses",
    type: "line",
    source: "rivers",
    filter: ["!", isArea],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": paletteOf(options).water, "line-width": ["interpolate", ["linear"], ["zoom"], 7, 1.6, 10, 2.2] },
  };
}
