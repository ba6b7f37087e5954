import type { Box } from "../../server/contract/filter-parts.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import type { Catalogue } from "./catalogue.ts";
import { isHollow, type Result } from "./result.ts";

/** The listed sites that have a point, in the form that the map needs. */
export function placedSites(result: Result | undefined) {
  return (result?.nodes ?? []).flatMap((site) => {
    const { slug, kind, nameZh, nameEn, district, location } = site;
    if (location?.point.type !== "Point") return [];
    const position = { point: location.point.coordinates, accuracyM: location.accuracyM };
    return [{ slug, kind, nameZh, nameEn, hollow: isHollow(site), isOutsideCity: district === null, ...position }];
  });
}

/** The districts' names and label points. */
export function placedDistricts(catalogue: Catalogue | undefined) {
  return (catalogue?.districts ?? []).flatMap(({ code, nameZh, nameEn, label }) =>
    label.type === "Point" ? [{ code, nameZh, nameEn, point: label.coordinates }] : [],
  );
}

/** Codes of the districts that the filter names, and of those coextensive with a functional area that it names. */
export const outlinedDistricts = (
  catalogue: Catalogue | undefined,
  { districts, functionalAreas }: Pick<Filter, "districts" | "functionalAreas">,
): string[] => [
  ...districts,
  ...(catalogue?.functionalAreas ?? []).flatMap(({ slug, coextensiveWith }) =>
    functionalAreas.includes(slug) && coextensiveWith ? [coextensiveWith.code] : [],
  ),
];

/** The API's bounds as a box; null where nothing is in them. */
export function readBox(bounds: readonly number[] | null | undefined): Box | null {
  const [west, south, east, north] = bounds ?? [];
  return west === undefined || south === undefined || east === undefined || north === undefined
    ? null
    : [west, south, east, north];
}
