// A CQL2 expression as SQL conditions over the flat columns of a table. Values are bound, names are looked up in the list
// of properties: nothing that a stranger wrote becomes SQL text. What is unknown (NULL) is neither true nor false, as in SQL.

import { AtlasError } from "../core/errors.ts";
import { repaired } from "../database/geometry.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";
import type { Box } from "../geometry/box.ts";
import { CRS84, type Crs } from "../geometry/crs.ts";
import { cql2Errors } from "./errors.ts";
import { type Expression, type Operand, SPATIAL } from "./expression.ts";
import { boxArea, type Geometry } from "./geometry.ts";
import type { Properties } from "./properties.ts";

/** What the geometry is called among the properties. */
export const GEOMETRY = "geometry";

interface Scope {
  properties: Properties;
  geometry: (row: Sql) => Sql;
  row: Sql;
  argument: string;
}

/** An operand with its type: those of Property, and `date`, `timestamp`, `geometry`. Integers are numbers. */
interface Typed {
  sql: Sql;
  type: "string" | "number" | "boolean" | "date" | "timestamp" | "geometry";
  /** All that it may be equal to. */
  values?: readonly string[] | undefined;
}

/**
 * The conditions over rows under the alias `row`; `geometry` is their geometry (EPSG:4326), `argument` where the text stands,
 * for errors. Throws CQL2_PROPERTY_UNKNOWN, CQL2_TYPES, CQL2_VALUE_UNKNOWN, each with its position.
 */
export function cql2Conditions(
  expression: Expression,
  properties: Properties,
  geometry: (row: Sql) => Sql,
  row: Sql,
  argument = "filter",
): Sql {
  return condition(expression, { properties, geometry, row, argument });
}

function condition(expression: Expression, scope: Scope): Sql {
  switch (expression.op) {
    case "and":
    case "or": {
      const parts = expression.of.map((part) => condition(part, scope));
      return sql`(${join(parts, expression.op === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return sql`(NOT ${condition(expression.of, scope)})`;
    case "constant":
      return expression.value ? sql`true` : sql`false`;
    case "null":
      return sql`(${typed(expression.left, scope).sql} IS NULL)`;
    case "compare": {
      const { left, right, comparator } = expression;
      return compared(left, comparator, [right], ([value]) => sql`${raw(comparator)} ${value as Sql}`, scope);
    }
    case "between": {
      const { left, min, max } = expression;
      return compared(left, "BETWEEN", [min, max], (limits) => sql`BETWEEN ${join(limits, " AND ")}`, scope);
    }
    case "in":
      return compared(expression.left, "IN", expression.list, (values) => sql`IN (${join(values)})`, scope);
    case "like":
      return like(expression.left, expression.pattern, scope);
    case "spatial": {
      const { name } = expression;
      if (name !== "S_INTERSECTS" && name !== "S_DISJOINT") refuseCollections(expression, name, scope);
      const both = join(geometries(expression, scope));
      // PostGIS takes collections in ST_Intersects only.
      return name === "S_DISJOINT" ? sql`(NOT ST_Intersects(${both}))` : sql`${raw(SPATIAL[name])}(${both})`;
    }
    case "dwithin": {
      refuseCollections(expression, "S_DWITHIN", scope);
      const [left, right] = geometries(expression, scope);
      return sql`ST_DWithin((${left})::geography, (${right})::geography, ${expression.metres}::float8)`;
    }
  }
}

function compared(left: Operand, sign: string, others: Operand[], rest: (others: Sql[]) => Sql, scope: Scope): Sql {
  const one = typed(left, scope);
  if (one.type === "geometry") throw mistyped(left, one.type, "string, number, boolean", scope);
  const many = others.map((other) => {
    const value = typed(other, scope);
    if (value.type !== one.type) throw mistyped(other, value.type, one.type, scope);
    if (sign === "=" || sign === "<>" || sign === "IN") {
      checkValue(other, one.values, scope);
      checkValue(left, value.values, scope);
    }
    return value.sql;
  });
  // By code point, so that no two databases order texts differently.
  const isOrdered = one.type === "string" && !["=", "<>", "IN"].includes(sign);
  return sql`(${one.sql}${raw(isOrdered ? ' COLLATE "C"' : "")} ${rest(many)})`;
}

function like(left: Operand, pattern: Operand, scope: Scope): Sql {
  const text = typed(left, scope);
  if (text.type !== "string") throw mistyped(left, text.type, "string", scope);
  const form = typed(pattern, scope);
  if (form.type !== "string") throw mistyped(pattern, form.type, "string", scope);
  // A backslash makes the sign after it a plain one; at the end it stands for itself.
  return sql`(${text.sql} LIKE ${form.sql} ESCAPE '\\')`;
}

// What it means for a point and a line together to touch or to cross something is not defined.
function refuseCollections({ left, right }: { left: Operand; right: Operand }, name: string, { argument }: Scope): void {
  const collection = [left, right].find((operand) => operand.kind === "geometry" && operand.geometry.members);
  if (collection) throw new AtlasError(cql2Errors.CQL2_COLLECTION, { argument, position: collection.position, name });
}

function geometries({ left, right }: { left: Operand; right: Operand }, scope: Scope): [Sql, Sql] {
  const both = [left, right].map((operand) => {
    const { type, sql: value } = typed(operand, scope);
    if (type !== "geometry") throw mistyped(operand, type, "geometry", scope);
    return value;
  });
  return both as [Sql, Sql];
}

function typed(operand: Operand, scope: Scope): Typed {
  switch (operand.kind) {
    case "property":
      return propertyOf(operand, scope);
    case "geometry":
      return { sql: geometrySql(operand.geometry), type: "geometry" };
    case "caseless": {
      const { type, sql: text } = typed(operand.of, scope);
      if (type !== "string") throw mistyped(operand.of, type, "string", scope);
      return { sql: folded(text), type };
    }
    case "value":
      return { sql: sql`${operand.value}::${raw(SQL_TYPES[operand.type])}`, type: operand.type };
  }
}

// Full case folding of Unicode. PostgreSQL has no function for it before 18, but lower case in upper case brings together what folding
// does: K and the Kelvin sign, ß, ẞ and ss. Only ı, which folding keeps apart from i, would become I; it is put aside meanwhile.
const folded = (text: Sql): Sql => sql`upper(lower(translate(${text}, 'ı', U&'\\E131') COLLATE "und-x-icu")) COLLATE "C"`;

const SQL_TYPES = { string: "text", number: "float8", boolean: "boolean", date: "date", timestamp: "timestamptz" };

function propertyOf({ name, position }: Operand & { kind: "property" }, { properties, geometry, row, argument }: Scope): Typed {
  if (name === GEOMETRY) return { sql: geometry(row), type: "geometry" };
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property) {
    const allowed = [...Object.keys(properties), GEOMETRY].join(", ");
    throw new AtlasError(cql2Errors.CQL2_PROPERTY_UNKNOWN, { argument, position, actual: name, allowed });
  }
  const type = property.type === "integer" ? "number" : property.type;
  return { sql: property.sql(row), type, values: property.values };
}

function checkValue(operand: Operand, values: readonly string[] | undefined, { argument }: Scope): void {
  if (!values || operand.kind !== "value" || values.includes(String(operand.value))) return;
  const { position, value } = operand;
  throw new AtlasError(cql2Errors.CQL2_VALUE_UNKNOWN, { argument, position, actual: String(value), allowed: values.join(", ") });
}

const mistyped = ({ position }: Operand, actual: string, expected: string, { argument }: Scope): AtlasError =>
  new AtlasError(cql2Errors.CQL2_TYPES, { argument, position, actual, expected });

/** Whether a geometry (EPSG:4326) meets a box in a system. */
export const inBox = (geometry: Sql, box: Box, crs: Crs = CRS84): Sql =>
  sql`ST_Intersects(${geometry}, ${geometrySql(boxArea(box, crs))})`;

/** A geometry of a CQL2 text as PostGIS geometry in EPSG:4326; an area whose edges cross is repaired. */
function geometrySql({ srid, isBox, members, ...geojson }: Geometry): Sql {
  if (members) return sql`ST_Collect(ARRAY[${join(members.map(geometrySql))}])`;
  const geometry = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geojson)}), ${srid}::int)`;
  const inDegrees = srid === 4326 ? geometry : transformed(geometry, srid);
  // A box without width or height becomes the line or point that it is.
  if (isBox) return sql`ST_MakeValid(${inDegrees})`;
  return geojson.type.endsWith("Polygon") ? repaired(inDegrees) : inDegrees;
}

// What is straight on a projected plane is bent in degrees: edges get points first, one a kilometre, some thousand at most.
const transformed = (geometry: Sql, srid: number): Sql =>
  srid === 4490
    ? sql`ST_Transform(${geometry}, 4326)`
    : sql`(SELECT ST_Transform(ST_Segmentize(g, greatest(1000, (ST_Length(g) + ST_Perimeter(g)) / 1000)), 4326) FROM (SELECT ${geometry} AS g) x)`;
