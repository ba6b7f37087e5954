import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { GeoJSONSourceSpecification } from "maplibre-gl";
import { formatDistance } from "../core/format.ts";
import { classOf, countClasses } from "./classes.ts";
import { circleRing } from "./geometry.ts";
import type { DistanceLine, Overlays, SiteGroup } from "./overlays.ts";

export type OverlayName = "groups" | "group-centers" | "sizes" | "uncovered" | "distance-lines" | "compared" | "neighbours";

/** Overlays of the slices, as sources. `hovered` is the site and the group under the pointer. */
export interface OverlayInput extends Overlays {
  hovered: { site: string | null; group: string | null };
}

/** The least radius of a cluster on the map, in metres. */
const MIN_CLUSTER_RADIUS_METRES = 200;

export function overlaySources({
  groups,
  sizes,
  uncoveredArea,
  distanceLines,
  nearest,
  compared,
  neighbours,
  hovered,
}: OverlayInput) {
  const groupList = groups?.groups ?? [];
  const classes = countClasses(groupList.map(({ count }) => count));
  const properties = ({ key, count, kinds, hollow }: SiteGroup) => ({
    key,
    count,
    tone: classOf(classes, count)?.tone ?? 0,
    // A cluster of one is drawn as its site.
    alone: count === 1 ? (kinds[0]?.kind ?? null) : null,
    hollow,
    hovered: key === hovered.group,
  });
  const shapes = groupList.flatMap((group) => {
    const shape = groups?.grouping === "cluster" ? clusterShape(group) : group.shape;
    return shape ? [feature(shape, properties(group))] : [];
  });
  const clusters = groups?.grouping === "cluster" ? groupList : [];
  return {
    groups: source(shapes),
    "group-centers": source(clusters.map((group) => feature({ type: "Point", coordinates: group.center }, properties(group)))),
    sizes: source(
      (sizes ?? []).map(({ slug, kind, point, radius }) =>
        feature({ type: "Point", coordinates: point }, { slug, kind, radius, hovered: slug === hovered.site }),
      ),
    ),
    uncovered: source(uncoveredArea ? [feature(uncoveredArea, {})] : []),
    "distance-lines": source([
      ...[...distanceLines, ...(nearest?.lines ?? [])].map((line) => lineFeature(line, line.slug === hovered.site)),
      ...(nearest ? [feature({ type: "Point", coordinates: nearest.from }, { hovered: false, label: "" })] : []),
    ]),
    compared: source(
      (compared ?? []).map(({ point, hollow, accuracyM: _accuracyM, ...place }) =>
        feature(
          { type: "Point", coordinates: point },
          { ...place, ...(hollow && { level: "INFRASTRUCTURE" }), hovered: place.slug === hovered.site },
        ),
      ),
    ),
    neighbours: source([
      ...neighbours.map(({ point, ...site }) => feature({ type: "Point", coordinates: point }, site)),
      ...neighbours.flatMap(({ point, withinKm }) =>
        withinKm ? [feature({ type: "LineString", coordinates: circleRing(point, withinKm * 1000) }, {})] : [],
      ),
    ]),
  } satisfies Record<OverlayName, GeoJSONSourceSpecification>;
}

/** How far a cluster goes, around its center; a single site needs no circle. Sites on one spot get one that can be seen. */
function clusterShape({ center, radiusKm, count }: SiteGroup): Geometry | null {
  if (count === 1) return null;
  return { type: "Polygon", coordinates: [circleRing(center, Math.max((radiusKm ?? 0) * 1000, MIN_CLUSTER_RADIUS_METRES))] };
}

function lineFeature({ slug, from, to, distanceKm }: DistanceLine, hovered: boolean): Feature {
  // In every language: along a steep line, Chinese characters are set upright one below the other, the digits with them.
  const label = formatDistance(distanceKm, "en");
  return feature({ type: "LineString", coordinates: [from, to] }, { slug, label, hovered });
}

function feature(geometry: Geometry, properties: Feature["properties"]): Feature {
  return { type: "Feature", properties, geometry };
}

function source(features: Feature[]): GeoJSONSourceSpecification {
  return { type: "geojson", data: { type: "FeatureCollection", features } satisfies FeatureCollection };
}
