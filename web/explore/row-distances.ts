import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { nameOf } from "../core/language.tsx";
import { distanceKm } from "../map/geodesic.ts";
import { nearestNeighbour } from "../map/neighbour-sites.ts";
import type { MapNeighbour } from "../map/overlays.ts";
import { distanceText, isSamePlace, pointOf } from "../map/site-distances.ts";
import type { ListedSite } from "./result.ts";

// Words of their own: few readers filter by distance, and the first load is small.
const sentences = {
  zh: {
    point: "所选点",
    from: (name: string, distance: string) => `距${name} ${distance}`,
    same: (name: string) => `与${name}同一位置`,
  },
  en: {
    point: "the point",
    from: (name: string, distance: string) => `${distance} from ${name}`,
    same: (name: string) => `same location as ${name}`,
  },
};

/** From the point of the filter, and from the nearest of the sites that it refers to. None for a site without a published location. */
export function rowDistances(
  site: Pick<ListedSite, "slug" | "location">,
  { near, nearKind }: Pick<Filter, "near" | "nearKind">,
  neighbours: readonly MapNeighbour[],
  language: Language,
): string[] {
  const point = pointOf(site);
  if (!point) return [];
  const words = sentences[language];
  const text = (name: string, km: number, limitKm: number) =>
    isSamePlace(km) ? words.same(name) : words.from(name, distanceText(km, limitKm, language));
  const nearest = nearKind && nearestNeighbour(site.slug, point, neighbours);
  return [
    ...(near ? [text(words.point, distanceKm(point, [...near.point]), near.withinKm)] : []),
    ...(nearest ? [text(nameOf(language, nearest.neighbour), nearest.km, nearKind.withinKm)] : []),
  ];
}
