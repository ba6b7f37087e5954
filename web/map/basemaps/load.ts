import type { Basemap } from "../../../server/contract/basemaps.ts";
import type { Language } from "../../../server/contract/language.ts";
import type { Theme } from "../../core/kinds.ts";
import type { BasemapStyle } from "./basemap-style.ts";

/** Makes ready what a basemap draws; each kind is a chunk of its own. None for the embedded one, which is among the atlas's own layers. */
export async function loadBasemap(
  basemap: Basemap,
  theme: Theme,
  language: Language,
  signal: AbortSignal,
): Promise<BasemapStyle | null> {
  if (basemap.datum === "GCJ-02") await import("./gcj02.ts").then(({ convertTiles }) => convertTiles());
  const { kind, url, key } = basemap;
  if (kind === "embedded") return null;
  if (kind === "pmtiles") return (await import("./protomaps.ts")).protomapsStyle(url ?? "", theme, language);
  if (kind === "openfreemap") {
    // Light and dark of the quiet styles that OpenFreeMap serves (https://openfreemap.org/quick_start/).
    const name = theme === "dark" ? "dark" : "positron";
    return (await import("./foreign-style.ts")).loadStyle(`https://tiles.openfreemap.org/styles/${name}`, signal);
  }
  if (kind === "style") return (await import("./foreign-style.ts")).loadStyle(url ?? "", signal);
  return (await import("./tianditu.ts")).tiandituStyle(kind, key ?? "");
}
