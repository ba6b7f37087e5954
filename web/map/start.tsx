import { useMap } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useLayoutEffect } from "react";
import type { Datum } from "../../server/contract/basemaps.ts";
import type { BasemapStyle } from "./basemaps/basemap-style.ts";
import { setDatum } from "./datum.ts";
import { hatchImage, readHatchId } from "./hatch.ts";
import { readSymbolId, symbolImage } from "./symbols.ts";

const pixelRatio = 3;

interface StartProps {
  onStart: (map: MapLibreMap) => void;
  basemapStyle: BasemapStyle | null;
  datum: Datum;
}

/** Passes the map on as soon as its style is loaded, and supplies the symbols that its layers name. */
export function Start({ onStart, basemapStyle, datum }: StartProps) {
  const { current } = useMap();
  const map = current?.getMap();
  // Before the first frame: the style is read in it, and a symbol requested too early would be reported as missing.
  useLayoutEffect(() => {
    if (!map) return;
    setDatum(map, datum);
    supplySymbols(map, basemapStyle);
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const start = () => onStart(map);
    if (map.getLayer("land")) start();
    else map.once("style.load", start);
    return () => void map.off("style.load", start);
  }, [map, onStart, basemapStyle, datum]);
  return null;
}

/** Draws the symbols and patterns that the layers name. */
export function supplySymbols(map: MapLibreMap, basemapStyle: BasemapStyle | null) {
  map.setMissingStyleImageResolver((id) => {
    const [symbol, hatch] = [readSymbolId(id), readHatchId(id)];
    const symbolImageOfId = symbol && symbolImage(symbol.kind, symbol.form, symbol.theme, pixelRatio);
    const image = symbolImageOfId ?? (hatch ? hatchImage(hatch, pixelRatio) : basemapStyle?.image?.(id, pixelRatio));
    if (image) map.addImage(id, image, { pixelRatio });
  });
}
