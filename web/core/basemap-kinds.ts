/** What may lie under the atlas's own layers; `embedded` comes with the page, the others are the operator's choice. */
export const basemapKinds = ["embedded", "pmtiles", "tianditu", "tianditu-imagery", "openfreemap", "style"] as const;
export type BasemapKind = (typeof basemapKinds)[number];

/** The datums that a basemap may be in, as on the server. */
export const datums = ["WGS-84", "CGCS2000", "GCJ-02"] as const;
export type Datum = (typeof datums)[number];
