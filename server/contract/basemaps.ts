import type { Words } from "./language.ts";

/**
 * What may lie under the atlas's own layers, by the name that BASEMAP and the address have for it, with its name for readers;
 * `embedded` comes with the page, the others are the operator's choice.
 */
export const basemaps = {
  embedded: { zh: "简图：江河与行政区", en: "Atlas: rivers and districts" },
  pmtiles: { zh: "街道图（自有瓦片）", en: "Streets (own tiles)" },
  tianditu: { zh: "天地图：矢量", en: "Tianditu: map" },
  "tianditu-imagery": { zh: "天地图：影像", en: "Tianditu: imagery" },
  openfreemap: { zh: "OpenFreeMap：街道图", en: "OpenFreeMap: streets" },
  style: { zh: "部署方底图", en: "Operator's map" },
} as const satisfies Record<string, Words>;

export type BasemapKind = keyof typeof basemaps;
export const basemapKinds = Object.keys(basemaps) as BasemapKind[];

/** The datums that a basemap may be in. */
export const datums = ["WGS-84", "CGCS2000", "GCJ-02"] as const;
export type Datum = (typeof datums)[number];

/** A basemap as the server describes it to the page. All of it is public: the key of Tianditu is one that browsers send. */
export interface Basemap {
  kind: BasemapKind;
  /** What its coordinates mean; overlays are converted where it is not WGS-84's frame. */
  datum: Datum;
  /** Whose map it is, as its owner wants to be named. */
  attribution?: string | undefined;
  /** Map approval number (审图号). */
  approval?: string | undefined;
  /** Who holds that approval or the survey licence. */
  holder?: string | undefined;
  /** Address of the tiles (pmtiles) or of the style (style). */
  url?: string | undefined;
  /** Key of Tianditu. */
  key?: string | undefined;
}
