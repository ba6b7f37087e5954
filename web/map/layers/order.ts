import type { LayerSpecification } from "maplibre-gl";
import { background, cityEdge, cityLine, land, rivers, seams } from "./ground.ts";
import type { Look } from "./look.ts";
import { districtNames, landmarkNames, riverNames } from "./names.ts";
import { chosenSites, siteNames, sites } from "./sites.ts";
import { nearLine, pointedFill, pointedLine, uncertainty } from "./uncertainty.ts";

/** All layers from the bottom up: the only place that decides what covers what. */
export function atlasLayers(look: Look): LayerSpecification[] {
  return [
    background(look),
    // The city's border lies under the land, so that only its outer half shows.
    cityEdge(look),
    cityLine(look),
    land(look),
    // Rivers cover the seams that run along them.
    seams(look),
    rivers(look),
    // Uncertainty tints the ground but must not tint any name.
    uncertainty(look),
    pointedFill(look),
    nearLine(look),
    pointedLine(look),
    // Names give way to symbols: the layer above is placed first.
    landmarkNames(look),
    riverNames(look),
    districtNames(look),
    siteNames(look),
    sites(look),
    chosenSites(look),
  ];
}
