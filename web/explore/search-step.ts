import { SURROUNDINGS } from "../../server/contract/city.ts";
import { lonLatWithin, readPair } from "../../server/contract/coordinate-pair.ts";
import type { Address } from "../address/address.ts";
import type { Match } from "./search-query.ts";

/** From this zoom on a single point is seen in its surroundings. */
const pointZoom = 12.5;

/** Where the choice of a match leads. */
export function stepTo(match: Match, address: Address): Partial<Address> {
  const { slug } = match;
  const refined = (change: Partial<Address["filter"]>): Partial<Address> => ({
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
      return refined({ functionalAreas: [slug] });
    case "IndustryMatch":
      return refined({ industries: [slug] });
    case "IndicatorMatch":
      return stepToIndicator(slug, match.indicator?.appliesTo ?? []);
    case "PlanTargetMatch":
      return { page: "plan", target: slug, task: null, targetKind: null, targetState: null };
    case "PointMatch":
      return stepToPoint(slug, address) ?? {};
  }
}

// Districts are compared by what has figures of districts or functional areas; an indicator of sites sizes them on the map.
function stepToIndicator(slug: string, appliesTo: readonly string[]): Partial<Address> {
  const measures = [{ indicator: slug, kind: null, formula: "VALUE" as const }];
  if (appliesTo.includes("DISTRICT")) return { page: "districts", areaSet: "DISTRICT", measures, sort: null, picks: [] };
  if (appliesTo.includes("FUNCTIONAL_AREA"))
    return { page: "districts", areaSet: "FUNCTIONAL_AREA", measures, sort: null, picks: [] };
  return appliesTo.some((kind) => kind !== "REGION") ? { page: "explore", view: "map", sizeIndicator: slug } : { page: "data" };
}

/** Where a typed coordinate leads; null for a text that is none. */
export function stepToPoint(text: string, { camera }: Pick<Address, "camera">): Partial<Address> | null {
  const pair = readPair(text);
  const point = pair && lonLatWithin(pair, SURROUNDINGS);
  if (!point) return null;
  const [lon, lat] = point;
  const zoom = Math.max(pointZoom, camera?.zoom ?? 0);
  return { page: "explore", view: "map", site: null, district: null, nearestTo: { lon, lat }, camera: { zoom, lat, lon } };
}
