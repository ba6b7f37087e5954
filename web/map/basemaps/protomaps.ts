import { layers, namedFlavor } from "@protomaps/basemaps";
import { addProtocol, type LayerSpecification } from "maplibre-gl";
import { Protocol } from "pmtiles";
import type { Language } from "../../../server/contract/language.ts";
import type { Theme } from "../../core/kinds.ts";
import { MAP_FONTS } from "../layers/layer-options.ts";
import { palettes } from "../palette.ts";
import { type BasemapStyle, withPrefixedIds } from "./basemap-style.ts";
import { protomapsImage } from "./icons.ts";

let isRegistered = false;

/** A PMTiles file in the Protomaps schema, read in ranges: quiet like the embedded map, without points of interest. */
export function protomapsStyle(url: string, theme: Theme, language: Language): BasemapStyle {
  if (!isRegistered) addProtocol("pmtiles", new Protocol().tile);
  isRegistered = true;
  const source = { type: "vector" as const, url: `pmtiles://${new URL(url, window.location.href).href}` };
  const prefixed = withPrefixedIds({ sources: { protomaps: source }, layers: protomapsLayers(theme, language) });
  return { ...prefixed, image: (id, ratio) => protomapsImage(id, theme, ratio) };
}

/** The layers of @protomaps/basemaps in the atlas's colours and from the viewer's fonts. */
export function protomapsLayers(theme: Theme, language: Language): LayerSpecification[] {
  const { background, land, water, waterName, landmarkName, halo } = palettes[theme];
  const flavor = {
    ...namedFlavor(theme),
    background,
    earth: land,
    water,
    ocean_label: waterName,
    subplace_label: landmarkName,
    subplace_label_halo: halo,
    city_label: landmarkName,
    city_label_halo: halo,
    pois: undefined,
    landcover: undefined,
  };
  const protomapsBase = layers("protomaps", flavor, { lang: language === "zh" ? "zh-Hans" : "en" });
  return protomapsBase.map((layer) =>
    layer.type === "symbol" && layer.layout?.["text-font"]
      ? { ...layer, layout: { ...layer.layout, "text-font": MAP_FONTS } }
      : layer,
  ) as LayerSpecification[];
}
