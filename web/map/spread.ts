import type { Position } from "geojson";
import type { SiteKind } from "../core/graphql.ts";

/** A site with a point, as far as the map needs it. */
export interface PlacedSite {
  slug: string;
  kind: SiteKind;
  nameZh: string;
  nameEn: string;
  /** Infrastructure behind a hub: its symbol is an outline. */
  hollow: boolean;
  /** In none of the city's districts. */
  isOutsideCity: boolean;
  /** Longitude and latitude, WGS-84. */
  point: Position;
  /** Radius in metres around the point within which the true position lies. */
  accuracyM: number;
}

export type Offsets = Readonly<Record<string, readonly [x: number, y: number]>>;

/** The distance of symbols that share a point from it, in pixels of the symbol at full size. */
const OFFSET_PIXELS = 9;

/** Sites on exactly the same point would hide each other: they are set around it, so that each can be seen and reached. */
export function offsetsOfSharedPoints(sites: readonly Pick<PlacedSite, "slug" | "point">[]): Offsets {
  const slugsByPoint = new Map<string, string[]>();
  for (const { slug, point } of sites) {
    const pointKey = point.slice(0, 2).join(",");
    slugsByPoint.set(pointKey, [...(slugsByPoint.get(pointKey) ?? []), slug]);
  }
  const sharedPoints = [...slugsByPoint.values()].filter((slugs) => slugs.length > 1);
  return Object.fromEntries(
    sharedPoints.flatMap((slugs) => slugs.sort().map((slug, index) => [slug, offsetAround(index, slugs.length)])),
  );
}

/** Two are side by side; more are on a circle that grows with their number. */
function offsetAround(index: number, count: number): [number, number] {
  const radius = count <= 2 ? OFFSET_PIXELS : (OFFSET_PIXELS * 1.1) / Math.sin(Math.PI / count);
  const angle = Math.PI + (2 * Math.PI * index) / count;
  return [Math.round(radius * Math.cos(angle) * 10) / 10, Math.round(radius * Math.sin(angle) * 10) / 10];
}
