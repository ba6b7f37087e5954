import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { nameOf } from "../core/language.tsx";
import { distanceKm } from "../map/geodesic.ts";
import { nearestNeighbour } from "../map/neighbour-sites.ts";
import type { MapNeighbour } from "../map/overlays.ts";
import { distanceText, isSamePlace, pointOf } from "../map/site-distances.ts";
import type { Column } from "./column.ts";
import { dictionaryOf, nameWidths } from "./columns.ts";
import type { SiteRow } from "./site-rows.ts";

/** What a filter by distance adds to the columns, as in files: how far each site is from the point, and from which site that it is near to. */
export function distanceColumns(
  { near, nearKind }: Pick<Filter, "near" | "nearKind">,
  neighbours: readonly MapNeighbour[],
  language: Language,
): Column[] {
  const { table, site } = dictionaryOf(language);
  const nearestTo = (row: SiteRow) => {
    const point = pointOf(row);
    return point && nearestNeighbour(row.slug, point, neighbours);
  };
  const distanceColumn = (id: string, label: string, limitKm: number, kmOf: (row: SiteRow) => number | null): Column => ({
    ...{ id, label, width: 150, isNumeric: true },
    text: (row) => {
      const km = kmOf(row);
      if (km === null) return "";
      return isSamePlace(km) ? site.samePlace : distanceText(km, limitKm, language);
    },
    sortKey: kmOf,
  });
  const columns: Column[] = [];
  if (near)
    columns.push(
      distanceColumn("distanceKm", table.distance, near.withinKm, (row) => {
        const point = pointOf(row);
        return point && distanceKm(point, [...near.point]);
      }),
    );
  if (nearKind && neighbours.length > 0) {
    const nameOfNearest = (row: SiteRow) => {
      const nearest = nearestTo(row);
      return nearest ? nameOf(language, nearest.neighbour) : "";
    };
    columns.push(
      {
        id: "nearest",
        label: table.nearest,
        width: nameWidths[language],
        text: nameOfNearest,
        sortKey: (row) => nameOfNearest(row) || null,
      },
      distanceColumn("nearestKm", table.nearestDistance, nearKind.withinKm, (row) => nearestTo(row)?.km ?? null),
    );
  }
  return columns;
}
