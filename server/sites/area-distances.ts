// Which sites are certainly and which possibly in the area of a filter, given the accuracy of their points.
import { type Sql, sql } from "../database/sql.ts";
import type { Area } from "../geometry/area.ts";
import type { SiteFilter } from "./filter.ts";
import { areaGeometry } from "./filter-sql.ts";

/** Whatever the true positions are, or for some of them. */
export type Certainty = "CERTAINLY" | "POSSIBLY";

/** The largest error of any point, in metres: an index finds what is near with it, and an exact condition follows. */
export const greatestError = sql`(SELECT coalesce(max(any_site.point_accuracy_m), 0) FROM site any_site)`;

/** The area of a filter as a geometry; undefined without one, and for a box across the antimeridian. */
export function areaOf({ within, bbox }: SiteFilter): Sql | undefined {
  if (within) return areaGeometry(within as Area);
  const [west = 0, south = 0, east = 0, north = 0] = bbox ?? [];
  return west < east && south < north ? sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)` : undefined;
}

/** The condition that a site is in the area, with the accuracy of its point for or against it. */
export function isInArea(area: Sql, site: Sql, certainty: Certainty): Sql {
  const isInside = sql`ST_Intersects(${site}.point, ${area})`;
  const isNear = (shape: Sql, metres: Sql): Sql => sql`ST_DWithin(${site}.point::geography, (${shape})::geography, ${metres})`;
  const accuracy = sql`${site}.point_accuracy_m`;
  if (certainty === "CERTAINLY") return sql`(${isInside} AND NOT ${isNear(sql`ST_Boundary(${area})`, accuracy)})`;
  return sql`(${isInside} OR (${isNear(area, greatestError)} AND ${isNear(area, accuracy)}))`;
}
