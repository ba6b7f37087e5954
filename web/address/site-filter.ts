import type { graphql } from "../core/graphql.ts";
import type { Filter } from "./filter.ts";

type SiteFilter = ReturnType<typeof graphql.scalar<"SiteFilter">>;

const orNothing = <Value>(list: readonly Value[]) => (list.length > 0 ? [...list] : undefined);

/** The filter as the API's SiteFilter. An empty list there means "none of them", so what is not set is left out. */
export function siteFilter(filter: Filter): SiteFilter {
  const { areas, holders, levels, q, bbox, near, within, located, nearKind, figures } = filter;
  return {
    kinds: orNothing(filter.kinds),
    districts: orNothing(filter.districts),
    functionalAreas: orNothing(areas),
    industries: orNothing(filter.industries),
    statuses: orNothing(filter.statuses),
    confidences: orNothing(filter.confidences),
    themes: orNothing(filter.themes),
    designations: orNothing(filter.designations),
    fields: orNothing(filter.fields),
    holderKinds: orNothing(holders),
    hubLevels: orNothing(levels),
    hubTypes: orNothing(filter.hubTypes),
    facilities: orNothing(filter.facilities),
    text: q || undefined,
    bbox: bbox ? [...bbox] : undefined,
    near: near ? { point: [near.lon, near.lat], withinKm: near.km } : undefined,
    within: within ?? undefined,
    hasLocation: located ?? undefined,
    nearKind: nearKind ? { kind: nearKind.kind, withinKm: nearKind.km } : undefined,
    figures: orNothing(figures),
    cql: filter.cql || undefined,
    and: listed(filter.and),
    or: listed(filter.or),
    not: filter.not ? alone(listed(filter.not)) : undefined,
  };
}

/** One filter where several may stand means itself, as the server reads an address. */
function listed(text: string): SiteFilter[] | undefined {
  if (!text) return undefined;
  const parsed = JSON.parse(text) as SiteFilter | SiteFilter[];
  return Array.isArray(parsed) ? parsed : [parsed];
}

/** Several filters where one stands mean all of them. */
function alone(list: SiteFilter[] | undefined): SiteFilter | undefined {
  return list?.length === 1 ? list[0] : { and: list };
}
