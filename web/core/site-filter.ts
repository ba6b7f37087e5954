import type { Filter } from "./filter.ts";

const orNothing = <Value>(list: readonly Value[]) => (list.length > 0 ? [...list] : undefined);

/** The filter as the API's SiteFilter. An empty list there means "none of them", so what is not set is left out. */
export function siteFilter({ kinds, districts, areas, industries, statuses, q, bbox, near, within }: Filter) {
  return {
    kinds: orNothing(kinds),
    districts: orNothing(districts),
    functionalAreas: orNothing(areas),
    industries: orNothing(industries),
    statuses: orNothing(statuses),
    text: q || undefined,
    bbox: bbox ? [...bbox] : undefined,
    near: near ? { point: [near.lon, near.lat], withinKm: near.km } : undefined,
    within: within ?? undefined,
  };
}
