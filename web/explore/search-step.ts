import { SURROUNDINGS_BOX } from "../../server/contract/city.ts";
import { lonLatWithin, readCoordinatePair } from "../../server/contract/coordinate-pair.ts";
import type { Address } from "../address/address.ts";
import type { SearchMatch } from "./search-query.ts";

/** From this zoom on a single point is seen in its surroundings. */
const pointZoom = 12.5;

/** Where the choice of a match leads. */
export function addressOfMatch(match: SearchMatch, address: Address): Partial<Address> {
  const { slug } = match;
  const withFilter = (change: Partial<Address["filter"]>): Partial<Address> => ({
    page: "explore",
    site: null,
    // The text was typed to find the entry, not to filter by it.
    filter: { ...address.filter, ...change, text: "" },
  });
  switch (match.__typename) {
    case "SiteMatch":
      return { page: "explore", site: slug, district: null };
    case "DistrictMatch":
      return { page: "explore", site: null, district: slug };
    case "FunctionalAreaMatch":
      return withFilter({ functionalAreas: [slug] });
    case "IndustryMatch":
      return withFilter({ industries: [slug] });
    case "IndicatorMatch":
      return addressOfIndicator(slug, match.indicator?.appliesTo ?? []);
    case "PlanTargetMatch":
      return { page: "plan", target: slug, task: null, targetKind: null, targetState: null };
    case "PointMatch":
      return addressOfPoint(slug, address) ?? {};
  }
}

// Districts are compared by what has figures of districts or functional areas; an indicator of sites sizes them on the map.
function addressOfIndicator(slug: string, appliesTo: readonly string[]): Partial<Address> {
  const measures = [{ indicator: slug, kind: null, formula: "VALUE" as const }];
  if (appliesTo.includes("DISTRICT")) return { page: "districts", areaSet: "DISTRICT", measures, sort: null, picks: [] };
  if (appliesTo.includes("FUNCTIONAL_AREA"))
    return { page: "districts", areaSet: "FUNCTIONAL_AREA", measures, sort: null, picks: [] };
  return appliesTo.some((kind) => kind !== "REGION") ? { page: "explore", view: "map", sizeIndicator: slug } : { page: "data" };
}

/** Where a typed coordinate leads; null for a text that is none. */
export function addressOfPoint(text: string, { camera }: Pick<Address, "camera">): Partial<Address> | null {
  const pair = readCoordinatePair(text);
  const point = pair && lonLatWithin(pair, SURROUNDINGS_BOX);
  if (!point) return null;
  const [lon, lat] = point;
  const zoom = Math.max(pointZoom, camera?.zoom ?? 0);
  return { page: "explore", view: "map", site: null, district: null, nearestTo: { lon, lat }, camera: { zoom, lat, lon } };
}
