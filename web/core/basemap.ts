import type { Basemap, BasemapKind } from "../../server/contract/basemaps.ts";

const embedded: Basemap = { kind: "embedded", datum: "WGS-84" };

/** The configured basemaps, the default first. The server writes them into the document, so that no request waits for them. */
export const availableBasemaps: readonly Basemap[] = readAvailableBasemaps();

function readAvailableBasemaps(): readonly Basemap[] {
  const content = document.querySelector<HTMLMetaElement>('meta[name="atlas-basemaps"]')?.content;
  return content ? JSON.parse(content) : [embedded];
}

/** The basemap named in the address if it is configured, else the default. */
export function basemapOf(kind: BasemapKind | null): Basemap {
  return availableBasemaps.find((basemap) => basemap.kind === kind) ?? availableBasemaps[0] ?? embedded;
}
