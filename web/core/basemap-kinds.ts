/** What may lie under the atlas's own layers; `embedded` comes with the page, the others are the operator's choice. */
export const basemapKinds = ["embedded", "pmtiles", "tianditu", "tianditu-imagery", "openfreemap", "style"] as const;
export type BasemapKind = (typeof basemapKinds)[number];
