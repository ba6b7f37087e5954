import type { LayerSpecification } from "maplibre-gl";
import { areaFill, areaLine } from "./area.ts";
import { bundleCounts, bundles } from "./bundles.ts";
import {
  background,
  cityEdge,
  cityLine,
  land,
  landOverBasemap,
  riverCourses,
  rivers,
  seams,
  seamsOverBasemap,
} from "./ground.ts";
import { clusterAlone, clusterCounts, clusterDiscs, groupFill, groupLine } from "./groups.ts";
import type { Look } from "./look.ts";
import { metroLines, metroStationNames, metroStations } from "./metro.ts";
import { districtNames, landmarkNames, riverNames } from "./names.ts";
import { reachCasing, reachLengths, reachLines, reachOrigin, uncovered } from "./reach.ts";
import { chosenSites, outsideNames, siteNames, sites } from "./sites.ts";
import { siteSizes } from "./sizes.ts";
import { pointedFill, pointedLine, uncertainty } from "./uncertainty.ts";
import { valueBounds, valueFill, valueMark, valueNone } from "./values.ts";

/** The atlas's own ground; over a basemap of others only what that does not have. */
function ground(look: Look): LayerSpecification[] {
  const values = [valueFill(look), valueBounds(look), valueNone(look)];
  if (look.onForeignBasemap) return [landOverBasemap(look), ...values, seamsOverBasemap(look)];
  return [
    background(look),
    // The city's border is under the land, so that only its outer half shows.
    cityEdge(look),
    cityLine(look),
    land(look),
    ...values,
    // Rivers cover the seams that run along them.
    seams(look),
    rivers(look),
    riverCourses(look),
    // Lines cross the rivers; stations cover their lines.
    metroLines(look),
    metroStations(look),
  ];
}

/** All layers from the bottom up: the only place that decides what covers what. Another basemap is under all of them. */
export function atlasLayers(look: Look): LayerSpecification[] {
  return [
    ...ground(look),
    valueMark(look),
    // Counts and reach colour the ground, but not what is drawn on it.
    groupFill(look),
    groupLine(look),
    uncovered(look),
    // Uncertainty tints the ground but must not tint any name.
    uncertainty(look),
    areaFill(look),
    pointedFill(look),
    areaLine(look),
    pointedLine(look),
    // Names give way to symbols: the layer above is placed first.
    ...(look.onForeignBasemap ? [] : [metroStationNames(look), landmarkNames(look), riverNames(look)]),
    districtNames(look),
    reachCasing(look),
    reachLines(look),
    reachLengths(look),
    reachOrigin(look),
    // Circles of figures tint the ground; the symbol in the middle shows the kind.
    siteSizes(look),
    // The few single sites are drawn above the bundles.
    bundles(look),
    siteNames(look),
    outsideNames(look),
    bundleCounts(look),
    sites(look),
    clusterDiscs(look),
    clusterAlone(look),
    clusterCounts(look),
    chosenSites(look),
  ];
}
