import type { BilingualText } from "./language.ts";

/**
 * The basemaps by their names in BASEMAP and in addresses, with their names for readers. `embedded` is part of the page; the operator
 * chooses the others.
 */
export const basemaps = {
  embedded: { zh: "简图：江河与行政区", en: "Atlas: rivers and districts" },
  pmtiles: { zh: "街道图（自建瓦片）", en: "Streets (self-hosted)" },
  tianditu: { zh: "天地图：矢量", en: "Tianditu: map" },
  "tianditu-imagery": { zh: "天地图：影像", en: "Tianditu: imagery" },
  openfreemap: { zh: "OpenFreeMap：街道图", en: "OpenFreeMap: streets" },
  style: { zh: "部署方底图", en: "Operator's map" },
} as const satisfies Record<string, BilingualText>;

export type BasemapKind = keyof typeof basemaps;
export const basemapKinds = Object.keys(basemaps) as BasemapKind[];

/** The possible datums of a basemap. */
export const datums = ["WGS-84", "CGCS2000", "GCJ-02"] as const;
export type Datum = (typeof datums)[number];

/** A basemap as the server describes it to the page. Everything is public, including the key of Tianditu, which browsers send. */
export interface Basemap {
  kind: BasemapKind;
  /** The datum of its coordinates. Overlays are converted if it differs from WGS-84. */
  datum: Datum;
  /** Attribution in the form that its owner requires. */
  attribution?: string | undefined;
  /** Map approval number (审图号). */
  approval?: string | undefined;
  /** Holder of the approval or of the survey licence. */
  holder?: string | undefined;
  /** Address of the tiles (pmtiles) or of the style (style). */
  url?: string | undefined;
  /** Key of Tianditu. */
  key?: string | undefined;
}
