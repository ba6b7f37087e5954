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
  outside: boolean;
  /** Longitude and latitude, WGS-84. */
  point: Position;
  /** Radius in metres around the true position. */
  accuracyM: number;
}

export type Offsets = Readonly<Record<string, readonly [x: number, y: number]>>;

/** The distance of symbols that share a point from it, in pixels of the symbol at full size. */
const distance = 9;

/** Sites on exactly the same point would hide each other: they are set around it, so that each can be seen and reached. */
export function spread(sites: readonly Pick<PlacedSite, "slug" | "point">[]): Offsets {
  const spots = new Map<string, string[]>();
  for (const { slug, point } of sites) {
    const spot = point.slice(0, 2).join(",");
    spots.set(spot, [...(spots.get(spot) ?? []), slug]);
  }
  const crowded = [...spots.values()].filter((slugs) => slugs.length > 1);
  return Object.fromEntries(
    crowded.flatMap((slugs) => slugs.sort().map((slug, index) => [slug, offsetAround(index, slugs.length)])),
  );
}

/** Two are side by side; more are on a circle that grows with their number. */
function offsetAround(index: number, of: number): [number, number] {
  const radius = of <= 2 ? distance : (distance * 1.1) / Math.sin(Math.PI / of);
  const angle = Math.PI + (2 * Math.PI * index) / of;
  return [Math.round(radius * Math.cos(angle) * 10) / 10, Math.round(radius * Math.sin(angle) * 10) / 10];
}
