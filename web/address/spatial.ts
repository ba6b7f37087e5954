import { siteKinds } from "../../server/contract/kinds.ts";
import { readWithin } from "../../server/contract/numbers.ts";
import type { SiteKind } from "../core/graphql.ts";

/** Sites counted together on the map: by hexagons of an edge length in km, or by clusters of neighbours within so many km. */
export interface Groups {
  grouping: "hex" | "cluster";
  km: number;
}

/** The query for the share of the city within a distance (km) of a kind of site. */
export interface CoverageChoice {
  kind: SiteKind;
  km: number;
}

/** The spot whose nearest sites are listed, in degrees (WGS-84). */
export interface GeoPoint {
  lon: number;
  lat: number;
}

/** The options of the page; a link may have any other number that the API accepts. */
export const groupSizes: Record<Groups["grouping"], readonly number[]> = { hex: [1, 2, 5, 10], cluster: [0.5, 1, 2, 5] };
export const coverageDistances: readonly number[] = [2, 5, 10, 20];

/** Least and most km, as the API has them. */
const minKm = { hex: 0.2, cluster: 0.05, cover: 0.1 };
const maxKm = { hex: 100, cluster: 50, cover: 100 };

/** Reads `hex:2` or `cluster:0.5`. */
export function readGroups(text: string | null): Groups | null {
  const [name, size] = text?.split(":") ?? [];
  const grouping = (["hex", "cluster"] as const).find((candidate) => candidate === name);
  const km = grouping ? readWithin(size, minKm[grouping], maxKm[grouping]) : null;
  return grouping && km !== null ? { grouping, km } : null;
}

/** Reads `LOGISTICS_HUB:5`. */
export function readCoverage(text: string | null): CoverageChoice | null {
  const [name, distance] = text?.split(":") ?? [];
  const kind = siteKinds.find((candidate) => candidate === name);
  const km = readWithin(distance, minKm.cover, maxKm.cover);
  return kind && km !== null ? { kind, km } : null;
}

/** Reads `114.31,30.59`. */
export function readGeoPoint(text: string | null): GeoPoint | null {
  const parts = text?.split(",") ?? [];
  const [lon, lat] = [readWithin(parts[0], -180, 180), readWithin(parts[1], -90, 90)];
  return parts.length !== 2 || lon === null || lat === null ? null : { lon, lat };
}

export const writeGroups = (groups: Groups | null): string | null => groups && `${groups.grouping}:${groups.km}`;
export const writeCoverage = (coverage: CoverageChoice | null): string | null => coverage && `${coverage.kind}:${coverage.km}`;
export const writeGeoPoint = (point: GeoPoint | null): string | null => point && `${point.lon},${point.lat}`;
