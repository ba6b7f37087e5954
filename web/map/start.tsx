import { useMap } from "@vis.gl/react-maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useLayoutEffect } from "react";
import { readSymbolId, symbolImage } from "./symbols.ts";

const pixelRatio = 3;

/** Hands over the map as soon as its style is there, and gives it the symbols that its layers ask for by name. */
export function Start({ onStart }: { onStart: (map: MapLibreMap) => void }) {
  const { current } = useMap();
  const map = current?.getMap();
  // Before the first frame: the style is read in it, and a symbol asked for too early would be reported as missing.
  useLayoutEffect(() => {
    if (!map) return;
    map.setMissingStyleImageResolver((id) => {
      const symbol = readSymbolId(id);
      if (symbol) map.addImage(id, symbolImage(symbol.kind, symbol.form, symbol.theme, pixelRatio), { pixelRatio });
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const start = () => onStart(map);
    if (map.getLayer("background")) start();
    else map.once("style.load", start);
    return () => void map.off("style.load", start);
  }, [map, onStart]);
  return null;
}
