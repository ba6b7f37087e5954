import type { ExpressionSpecification, FillLayerSpecification, LayerSpecification, LineLayerSpecification } from "maplibre-gl";
import { hasState, type Look, paletteOf } from "./look.ts";

export function background(look: Look): LayerSpecification {
  return { id: "background", type: "background", paint: { "background-color": paletteOf(look).outside } };
}

/** A soft band along the city's border. It is drawn under the fill, which covers its inner half and all seams between districts. */
export function cityEdge(look: Look): LineLayerSpecification {
  return {
    id: "city-edge",
    type: "line",
    source: "districts",
    "source-layer": "districts",
    layout: { "line-join": "round" },
    paint: {
      "line-color": paletteOf(look).edgeHalo,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 6, 12, 18],
      "line-blur": 1,
    },
  };
}

/** The fine line on the border itself; its inner half and the seams are covered by the fill too. */
export function cityLine(look: Look): LineLayerSpecification {
  return {
    ...cityEdge(look),
    id: "city-line",
    paint: { "line-color": paletteOf(look).edge, "line-width": ["interpolate", ["linear"], ["zoom"], 7, 2, 12, 3.5] },
  };
}

export function land(look: Look): FillLayerSpecification {
  const { land, landHover, landChosen } = paletteOf(look);
  // Where colours are values, what is chosen is marked by its border: under a hatching its tint would look like one of them.
  if (look.values)
    return { id: "land", type: "fill", source: "districts", "source-layer": "districts", paint: { "fill-color": land } };
  const named: FillLayerSpecification["paint"] = {
    "fill-color": [
      "case",
      hasState("chosen"),
      landChosen,
      ["in", ["get", "code"], ["literal", [...look.named]]],
      landChosen,
      hasState("hovered"),
      landHover,
      land,
    ],
  };
  return { id: "land", type: "fill", source: "districts", "source-layer": "districts", paint: named };
}

/** The districts over a basemap of others: seen only where one is chosen or pointed at, but there to be clicked. */
export function landOverBasemap(look: Look): FillLayerSpecification {
  const marked: ExpressionSpecification = ["any", hasState("chosen"), ["in", ["get", "code"], ["literal", [...look.named]]]];
  const paint: FillLayerSpecification["paint"] = {
    "fill-color": paletteOf(look).ring,
    "fill-opacity": ["case", marked, 0.1, hasState("hovered"), 0.05, 0],
  };
  return { ...land(look), paint };
}

/** Their borders over a basemap of others, strong enough to be distinguished from its own lines. */
export function seamsOverBasemap(look: Look): LineLayerSpecification {
  const paint: LineLayerSpecification["paint"] = {
    // Opaque and unbroken: two districts draw the border between them twice.
    "line-color": paletteOf(look).districtName,
    "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.6, 12, 1.2],
  };
  return { ...seams(look), paint };
}

export function seams(look: Look): LineLayerSpecification {
  return {
    id: "seams",
    type: "line",
    source: "districts",
    "source-layer": "districts",
    layout: { "line-join": "round" },
    paint: {
      "line-color": look.values ? paletteOf(look).valueSeam : paletteOf(look).seam,
      "line-width": ["interpolate", ["linear"], ["zoom"], 7, 0.6, 12, 1.2],
    },
  };
}

const isArea: ExpressionSpecification = ["==", ["get", "part"], "area"];

/** Rivers, over the seams, because district borders run along them. */
export function rivers(look: Look): FillLayerSpecification {
  return { id: "rivers", type: "fill", source: "rivers", filter: isArea, paint: { "fill-color": paletteOf(look).water } };
}

/** Their courses: a river drawn thinner than two pixels would be lost among the seams. From the width of its area on it covers them. */
export function riverCourses(look: Look): LineLayerSpecification {
  return {
    id: "river-courses",
    type: "line",
    source: "rivers",
    filter: ["!", isArea],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-color": paletteOf(look).water, "line-width": ["interpolate", ["linear"], ["zoom"], 7, 1.6, 10, 2.2] },
  };
}
