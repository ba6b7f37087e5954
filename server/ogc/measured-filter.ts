// Notices on distances and areas are made of the site filter. A box of the standard, and a distance or an area in CQL2, count as its parts.
import type { Expression, Operand } from "../cql2/expression.ts";
import type { Geometry } from "../cql2/geometry.ts";
import { GEOMETRY_PROPERTY } from "../cql2/sql.ts";
import type { Box } from "../geometry/box.ts";
import { CRS84 } from "../geometry/crs.ts";
import type { SiteFilter } from "../sites/filter.ts";

/**
 * The same filter with the first distance and the first area of the box and the condition as parts of it. What stands under OR or NOT
 * stays a condition: of that nothing certain can be said.
 */
export function measuredFilter(filter: SiteFilter, box: Box | undefined, condition: Expression | undefined): SiteFilter {
  let measured: SiteFilter = box ? { ...filter, bbox: box } : filter;
  const others: Expression[] = [];
  for (const part of condition ? conjunctsOf(condition) : []) {
    const near = measured.near ? undefined : nearOf(part);
    const within = measured.within ? undefined : areaOf(part);
    if (near || within) measured = { ...measured, ...(near && { near }), ...(within && { within }) };
    else others.push(part);
  }
  return others.length > 0 ? { ...measured, cql: { op: "and", parts: others } satisfies Expression } : measured;
}

const conjunctsOf = (condition: Expression): Expression[] =>
  condition.op === "and" ? condition.parts.flatMap(conjunctsOf) : [condition];

/** The geometry in degrees that a condition compares the feature's own with. */
function comparedWith(feature: Operand, other: Operand): Geometry | undefined {
  const isFeature = feature.kind === "property" && feature.name === GEOMETRY_PROPERTY;
  return isFeature && other.kind === "geometry" && other.geometry.srid === CRS84.srid ? other.geometry : undefined;
}

function nearOf(condition: Expression): SiteFilter["near"] {
  if (condition.op !== "dwithin") return undefined;
  const { left, right, metres } = condition;
  const geometry = comparedWith(left, right) ?? comparedWith(right, left);
  if (geometry?.type !== "Point") return undefined;
  return { point: geometry.coordinates as number[], withinKm: metres / 1000 };
}

function areaOf(condition: Expression): { type: string; coordinates: unknown } | undefined {
  if (condition.op !== "spatial") return undefined;
  const { name, left, right } = condition;
  const geometry =
    name === "S_WITHIN"
      ? comparedWith(left, right)
      : name === "S_CONTAINS"
        ? comparedWith(right, left)
        : name === "S_INTERSECTS"
          ? (comparedWith(left, right) ?? comparedWith(right, left))
          : undefined;
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return undefined;
  return { type: geometry.type, coordinates: geometry.coordinates };
}
