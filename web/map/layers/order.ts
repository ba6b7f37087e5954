import type { LayerSpecification } from "maplibre-gl";
import { areaFill, areaLine } from "./area.ts";
import { comparedNames, comparedSites } from "./compared.ts";
import { distanceLineCasing, distanceLineLengths, distanceLineOrigin, distanceLines } from "./distance-lines.ts";
import {
  background,
  cityBorder,
  cityBorderHalo,
  districtBorders,
  districtBordersOverBasemap,
  districtFill,
  districtFillOverBasemap,
  riverCourses,
  rivers,
} from "./embedded-basemap.ts";
import { clusterCounts, clusterDiscs, groupFill, groupLine, singleSiteClusters } from "./groups.ts";
import type { LayerOptions } from "./layer-options.ts";
import { metroLines, metroStationNames, metroStations } from "./metro.ts";
import { districtNames, landmarkNames, riverNames } from "./names.ts";
import { neighbourDistances, neighbourRings, neighbours } from "./neighbours.ts";
import { outOfReachHatch } from "./out-of-reach.ts";
import { chosenSites, outsideNames, siteNames, sites } from "./sites.ts";
import { siteSizes } from "./sizes.ts";
import { tileGroupCounts, tileGroups } from "./tile-groups.ts";
import { pointedUncertaintyFill, pointedUncertaintyLine, uncertaintyCircles } from "./uncertainty.ts";
import { noValueHatch, valueFill, valueHighlight } from "./values.ts";

/** The embedded basemap; over another basemap only what that does not have. */
function embeddedBasemap(options: LayerOptions): LayerSpecification[] {
  const values = [valueFill(options), noValueHatch(options)];
  if (options.onForeignBasemap) return [districtFillOverBasemap(options), ...values, districtBordersOverBasemap(options)];
  return [
    background(options),
    // The city's border is under the land, so that only its outer half shows.
    cityBorderHalo(options),
    cityBorder(options),
    districtFill(options),
    ...values,
    // Rivers cover the seams that run along them.
    districtBorders(options),
    rivers(options),
    riverCourses(options),
    // Lines cross the rivers; stations cover their lines.
    metroLines(options),
    metroStations(options),
  ];
}

/** All layers from the bottom up: the only place that decides what covers what. Another basemap is under all of them. */
export function atlasLayers(options: LayerOptions): LayerSpecification[] {
  return [
    ...embeddedBasemap(options),
    valueHighlight(options),
    // Counts and reach colour the land, but not what is drawn on it.
    groupFill(options),
    groupLine(options),
    outOfReachHatch(options),
    // Uncertainty tints the land but must not tint any name.
    uncertaintyCircles(options),
    areaFill(options),
    pointedUncertaintyFill(options),
    areaLine(options),
    pointedUncertaintyLine(options),
    neighbourDistances(options),
    // Names give way to symbols: the layer above is placed first.
    ...(options.onForeignBasemap ? [] : [metroStationNames(options), landmarkNames(options), riverNames(options)]),
    districtNames(options),
    distanceLineCasing(options),
    distanceLines(options),
    distanceLineLengths(options),
    distanceLineOrigin(options),
    // Circles of figures tint the land; the symbol in the middle shows the kind.
    siteSizes(options),
    // The few single sites are drawn above the tile groups.
    tileGroups(options),
    // All symbols have their room before the first name looks for some: so names are below them.
    siteNames(options),
    outsideNames(options),
    comparedNames(options),
    // What sites are near to is under them: most are sites of the filter too.
    neighbourRings(options),
    neighbours(options),
    tileGroupCounts(options),
    sites(options),
    clusterDiscs(options),
    singleSiteClusters(options),
    clusterCounts(options),
    chosenSites(options),
    comparedSites(options),
  ];
}
