import type { RasterSourceSpecification } from "maplibre-gl";
import { type BasemapStyle, withPrefixedIds } from "./basemap-style.ts";

/** Base layer and its Chinese names, by their letters in Tianditu's list (http://lbs.tianditu.gov.cn/server/MapService.html). */
const layersOfKind = { tianditu: ["vec", "cva"], "tianditu-imagery": ["img", "cia"] } as const;

/** Tianditu's raster tiles in Web Mercator (the `_w` services), in CGCS2000; the key is the deployer's. */
export function tiandituStyle(kind: keyof typeof layersOfKind, key: string): BasemapStyle {
  const names = layersOfKind[kind];
  return withPrefixedIds({
    sources: Object.fromEntries(names.map((name) => [name, source(name, key)])),
    layers: names.map((name) => ({ id: name, type: "raster", source: name })),
  });
}

function source(name: string, key: string): RasterSourceSpecification {
  const query =
    `SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles` +
    `&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;
  const hosts = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);
  return {
    type: "raster",
    tileSize: 256,
    minzoom: 1,
    maxzoom: 18,
    tiles: hosts.map((host) => `${host}/${name}_w/wmts?${query}`),
  };
}
