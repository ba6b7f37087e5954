import type { MultiPolygon, Polygon } from "geojson";
import type { SiteKind, SiteStatus } from "../core/graphql.ts";
import { type Choices, noChoices } from "./choices.ts";

/** West, south, east, north in degrees; where the west is greater than the east it crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Near {
  lon: number;
  lat: number;
  km: number;
}

/** Another site of the kind within so many km. */
export interface NearKind {
  kind: SiteKind;
  km: number;
}

/** A figure between two bounds in the indicator's unit: the latest one, or that of a year. */
export interface FigureRange {
  indicator: string;
  year: number | null;
  atLeast: number | null;
  atMost: number | null;
}

/** The one site filter as the address bar holds it. The parameter names are those of the tiles: one filter, every door. */
export interface Filter extends Choices {
  kinds: readonly SiteKind[];
  /** GB/T 2260 codes. */
  districts: readonly string[];
  /** Slugs of functional areas. */
  areas: readonly string[];
  industries: readonly string[];
  statuses: readonly SiteStatus[];
  q: string;
  bbox: Box | null;
  near: Near | null;
  /** An area in WGS-84, as a GeoJSON geometry. */
  within: Polygon | MultiPolygon | null;
  /** Whether a position has been published. */
  located: boolean | null;
  nearKind: NearKind | null;
  figures: readonly FigureRange[];
  /** What only a link can hold: CQL2 text, and filters within the filter as JSON text. The server says whether they are sound. */
  cql: string;
  and: string;
  or: string;
  not: string;
}

export const noFilter: Filter = {
  kinds: [],
  districts: [],
  areas: [],
  industries: [],
  statuses: [],
  q: "",
  bbox: null,
  near: null,
  within: null,
  located: null,
  nearKind: null,
  figures: [],
  cql: "",
  and: "",
  or: "",
  not: "",
  ...noChoices,
};

/** The list without the value if it is there, with it if it is not. */
export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
