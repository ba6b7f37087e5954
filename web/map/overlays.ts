import type { Geometry, MultiPolygon, Polygon, Position } from "geojson";
import type { Groups } from "../address/spatial.ts";
import type { SiteKind } from "../core/graphql.ts";
import { createStore } from "../core/store.ts";

/** Sites that are counted together. */
export interface SiteGroup {
  key: string;
  count: number;
  kinds: readonly { kind: SiteKind; count: number }[];
  /** One site that is infrastructure behind a hub. */
  hollow: boolean;
  /** Mean of their points, WGS-84. */
  center: Position;
  /** The hexagon. */
  shape: Geometry | null;
  /** Of a cluster: from its center to its farthest point. */
  radiusKm: number | null;
}

/** The groups on the map, and what a click on one does. */
export interface GroupsOverlay extends Groups {
  groups: readonly SiteGroup[];
  /** Sites that meet the filter, but have no point to be counted at. */
  withoutPoint: number;
  onChoose: (group: SiteGroup) => void;
}

/** A straight line from a site or a spot to another site. */
export interface DistanceLine {
  /** The site that it leads to. */
  slug: string;
  from: Position;
  to: Position;
  distanceKm: number;
}

/** How a district without a colour is drawn: dotted where only a bound or a range is known, hatched where nothing is, crossed where nothing is computed. */
export type Pattern = "bound" | "noValue" | "notComputable";

/** Districts in the colours of their values. */
export interface ValuesOverlay {
  /** Tone of each district that has a class (-1 to 1), by code. */
  tones: Readonly<Record<string, number>>;
  /** Patterns of the others, by code; without one they are hatched. */
  patterns: Readonly<Record<string, Pattern>>;
  /** The tooltip of each, by code: name, value, and details. */
  tooltipLines: Readonly<Record<string, readonly string[]>>;
}

/** A site with a figure, as a circle whose area is in proportion to it. */
export interface SizedSite {
  slug: string;
  kind: SiteKind;
  point: Position;
  /** In CSS pixels, at every zoom the same: the legend shows the same circles. */
  radius: number;
  /** The figure in words. */
  label: string;
}

/** A site of a comparison, with the number of its column. */
export interface MapComparedSite {
  slug: string;
  kind: SiteKind;
  nameZh: string;
  nameEn: string;
  /** Infrastructure behind a hub. */
  hollow: boolean;
  columnNumber: number;
  /** WGS-84. */
  point: Position;
  /** Radius in metres around the true position. */
  accuracyM: number;
}

/** A site that those of the filter are near to. */
export interface MapNeighbour {
  slug: string;
  kind: SiteKind;
  nameZh: string;
  nameEn: string;
  level?: string;
  /** WGS-84. */
  point: Position;
  /** The distance that the filter allows from it, where it is drawn. */
  withinKm?: number | undefined;
}

/** Overlays that slices show while they are open: data, not drawing. */
export interface Overlays {
  groups: GroupsOverlay | null;
  values: ValuesOverlay | null;
  /** Those with a figure; empty where none has one, null where sites are not sized. */
  sizes: readonly SizedSite[] | null;
  /** The part of the districts out of reach. */
  uncoveredArea: Polygon | MultiPolygon | null;
  /** From the site whose drawer is open. */
  distanceLines: readonly DistanceLine[];
  /** From the chosen spot. */
  nearest: { from: Position; lines: readonly DistanceLine[] } | null;
  /** The sites that are side by side; the others are subdued. Null without a comparison. */
  compared: readonly MapComparedSite[] | null;
  /** What the filter's sites are near to; empty without such a condition. */
  neighbours: readonly MapNeighbour[];
}

export const noOverlays: Overlays = {
  groups: null,
  values: null,
  sizes: null,
  uncoveredArea: null,
  distanceLines: [],
  nearest: null,
  compared: null,
  neighbours: [],
};

const overlays = createStore(noOverlays);
export const useOverlays = overlays.use;

/** Shows an overlay until the returned function is called. */
export function showOverlay<Name extends keyof Overlays>(name: Name, overlay: Overlays[Name]): () => void {
  overlays.set({ ...overlays.get(), [name]: overlay });
  return () => {
    const current = overlays.get();
    // A later overlay of the same name stays.
    if (current[name] === overlay) overlays.set({ ...current, [name]: noOverlays[name] });
  };
}

/** Key of the group under the pointer, on the map or in the list. */
const hoveredGroup = createStore<string | null>(null);
export const hoverGroup = hoveredGroup.set;
export const useHoveredGroup = hoveredGroup.use;

/** Code of the district under the pointer, on the map or in a table. */
const hoveredDistrict = createStore<string | null>(null);
export const hoverDistrict = hoveredDistrict.set;
export const useHoveredDistrict = hoveredDistrict.use;
