import { getAddress, linkTo } from "../address/navigation.ts";
import { decimalsBeside } from "../core/distance-decimals.ts";
import { formatDistance } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { nearestNeighbour } from "../map/neighbour-sites.ts";
import type { MapNeighbour } from "../map/overlays.ts";
import type { SiteDetails } from "./site-query.ts";

interface NearestNeighbourProps {
  site: Pick<SiteDetails, "slug" | "location">;
  neighbours: readonly MapNeighbour[];
}

/** What made the site a match of a filter by distance: the nearest of the sites it may be near to. */
export function NearestNeighbour({ site: { slug, location }, neighbours }: NearestNeighbourProps) {
  const language = useLanguage();
  const nearest = location?.point.type === "Point" ? nearestNeighbour(slug, location.point.coordinates, neighbours) : null;
  if (!nearest) return null;
  const limitKm = getAddress().filter.nearKind?.withinKm ?? 0;
  return (
    <>
      <a {...linkTo({ ...getAddress(), site: nearest.neighbour.slug })}>{nameOf(language, nearest.neighbour)}</a>
      {language === "zh" ? "，" : ", "}
      {formatDistance(nearest.km, language, decimalsBeside(nearest.km, limitKm))}
    </>
  );
}
