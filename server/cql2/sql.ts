// Turns a CQL2 expression into SQL conditions on the flat columns of a table. Values are bound and names are looked up in the list of
// properties, so no part of the input becomes SQL text. NULL is neither true nor false, as in SQL.

import { AtlasError } from "../core/errors.ts";
import { makeValid } from "../database/geometry.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";
import type { Box } from "../geometry/box.ts";
import { CRS84, type Crs, isPlane } from "../geometry/crs.ts";
import { cql2Errors } from "./errors.ts";
import { type Expression, type Operand, SPATIAL_FUNCTIONS } from "./expression.ts";
import { boxArea, type Geometry } from "./geometry.ts";
import type { Properties } from "./properties.ts";

/** Name of the geometry among the properties. */
export const GEOMETRY_PROPERTY = "geometry";

interface Scope {
  properties: Properties;
  geometry: (row: Sql) => Sql;
  row: Sql;
  argument: string;
}

/** An operand as SQL, with its type. Integers are numbers. */
interface TypedSql {
  sql: Sql;
  type: "string" | "number" | "boolean" | "date" | "timestamp" | "geometry";
  /** The allowed values of a property with a closed list. */
  values?: readonly string[] | undefined;
}

/**
 * The condition on rows with the alias `row`; `geometry` is their geometry (EPSG:4326), `argument` the name of the text in errors.
 * Throws CQL2_PROPERTY_UNKNOWN, CQL2_TYPES, CQL2_VALUE_UNKNOWN, CQL2_COLLECTION, CQL2_CONSTANT, each with its position.
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
      const parts = expression.parts.map((part) => condition(part, scope));
      return sql`(${join(parts, expression.op === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return sql`(NOT ${condition(expression.part, scope)})`;
    case "constant":
      return expression.value ? sql`true` : sql`false`;
    case "null":
      return sql`(${operandSql(expression.left, scope).sql} IS NULL)`;
    case "compare": {
      const { left, right, comparator } = expression;
      return comparisonSql(left, comparator, [right], ([value]) => sql`${raw(comparator)} ${value as Sql}`, scope);
    }
    case "between": {
      const { left, min, max } = expression;
      return comparisonSql(left, "BETWEEN", [min, max], (limits) => sql`BETWEEN ${join(limits, " AND ")}`, scope);
    }
    case "in":
      return comparisonSql(expression.left, "IN", expression.list, (values) => inList(expression.list, values), scope);
    case "like":
      return likeSql(expression.left, expression.pattern, scope);
    case "spatial": {
      const { name } = expression;
      if (name !== "S_INTERSECTS" && name !== "S_DISJOINT") refuseCollections(expression, name, scope);
      const operands = join(geometries(expression, scope));
      // PostGIS takes collections in ST_Intersects only.
      return name === "S_DISJOINT" ? sql`(NOT ST_Intersects(${operands}))` : sql`${raw(SPATIAL_FUNCTIONS[name])}(${operands})`;
    }
    case "dwithin": {
      refuseCollections(expression, "S_DWITHIN", scope);
      const [left, right] = geometries(expression, scope);
      return sql`ST_DWithin((${left})::geography, (${right})::geography, ${expression.metres}::float8)`;
    }
  }
}

function comparisonSql(left: Operand, operator: string, others: Operand[], rightSide: (others: Sql[]) => Sql, scope: Scope): Sql {
  const first = operandSql(left, scope);
  if (first.type === "geometry") throw typeMismatch(left, first.type, "string, number, boolean", scope);
  const isEquality = operator === "=" || operator === "<>" || operator === "IN";
  const values = others.map((other) => {
    const value = operandSql(other, scope);
    if (value.type !== first.type) throw typeMismatch(other, value.type, first.type, scope);
    if (isEquality) {
      checkValue(other, first.values, scope);
      checkValue(left, value.values, scope);
    }
    return value.sql;
  });
  // Order by code point, which is the same on all databases.
  const isOrdered = first.type === "string" && !isEquality;
  return sql`(${first.sql}${raw(isOrdered ? ' COLLATE "C"' : "")} ${rightSide(values)})`;
}

// A list of values is one parameter: PostgreSQL takes 65,535 at most.
function inList(list: Operand[], values: Sql[]): Sql {
  const given = list.flatMap((operand) => (operand.kind === "value" ? [operand] : []));
  const [first] = given;
  if (!first || given.length < list.length) return sql`IN (${join(values)})`;
  return sql`= ANY(${given.map(({ value }) => value)}::${raw(SQL_TYPES[first.type])}[])`;
}

function likeSql(left: Operand, pattern: Operand, scope: Scope): Sql {
  const text = operandSql(left, scope);
  if (text.type !== "string") throw typeMismatch(left, text.type, "string", scope);
  const patternText = operandSql(pattern, scope);
  if (patternText.type !== "string") throw typeMismatch(pattern, patternText.type, "string", scope);
  // A backslash escapes the next character.
  return sql`(${text.sql} LIKE ${patternText.sql} ESCAPE '\\')`;
}

// What it means for a point and a line together to touch or to cross something is not defined.
function refuseCollections({ left, right }: { left: Operand; right: Operand }, name: string, { argument }: Scope): void {
  const collection = [left, right].find((operand) => operand.kind === "geometry" && operand.geometry.members);
  if (collection) throw new AtlasError(cql2Errors.CQL2_COLLECTION, { argument, position: collection.position, name });
}

function geometries({ left, right }: { left: Operand; right: Operand }, scope: Scope): [Sql, Sql] {
  // Between two constants, or the property and itself, it selects nothing and takes the database long: the distance of two areas grows with
  // the product of their corners.
  if (left.kind === right.kind && (left.kind === "geometry" || isGeometryProperty(left, right)))
    throw new AtlasError(cql2Errors.CQL2_CONSTANT, {
      argument: scope.argument,
      position: left.position,
      name: GEOMETRY_PROPERTY,
    });
  const operands = [left, right].map((operand) => {
    const { type, sql: value } = operandSql(operand, scope);
    if (type !== "geometry") throw typeMismatch(operand, type, "geometry", scope);
    return value;
  });
  return operands as [Sql, Sql];
}

const isGeometryProperty = (...operands: Operand[]): boolean =>
  operands.every((operand) => operand.kind === "property" && operand.name === GEOMETRY_PROPERTY);

function operandSql(operand: Operand, scope: Scope): TypedSql {
  switch (operand.kind) {
    case "property":
      return propertyOf(operand, scope);
    case "geometry":
      return { sql: geometrySql(operand.geometry), type: "geometry" };
    case "caseless": {
      const { type, sql: text } = operandSql(operand.operand, scope);
      if (type !== "string") throw typeMismatch(operand.operand, type, "string", scope);
      return { sql: foldCase(text), type };
    }
    case "value":
      return { sql: sql`${operand.value}::${raw(SQL_TYPES[operand.type])}`, type: operand.type };
  }
}

// Full case folding of Unicode. PostgreSQL has no function for it before 18, but lower case in upper case brings together what folding
// does: K and the Kelvin sign, ß, ẞ and ss. Only ı, which folding keeps apart from i, would become I; it is put aside meanwhile.
const foldCase = (text: Sql): Sql => sql`upper(lower(translate(${text}, 'ı', U&'\\E131') COLLATE "und-x-icu")) COLLATE "C"`;

const SQL_TYPES = { string: "text", number: "float8", boolean: "boolean", date: "date", timestamp: "timestamptz" };

function propertyOf(
  { name, position }: Operand & { kind: "property" },
  { properties, geometry, row, argument }: Scope,
): TypedSql {
  if (name === GEOMETRY_PROPERTY) return { sql: geometry(row), type: "geometry" };
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!property) {
    const allowed = [...Object.keys(properties), GEOMETRY_PROPERTY].join(", ");
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

const typeMismatch = ({ position }: Operand, actual: string, expected: string, { argument }: Scope): AtlasError =>
  new AtlasError(cql2Errors.CQL2_TYPES, { argument, position, actual, expected });

/** Whether a geometry (EPSG:4326) intersects a box in a coordinate system. */
export function inBox(geometry: Sql, box: Box, crs: Crs = CRS84): Sql {
  const [west, south, east, north] = box;
  // The usual box is valid as it is, and made twice as fast as one that is read from GeoJSON and checked.
  const isPlain = crs.srid === CRS84.srid && west < east && south < north;
  const area = isPlain
    ? sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, ${raw(`${CRS84.srid}`)})`
    : geometrySql(boxArea(box, crs));
  return sql`ST_Intersects(${geometry}, ${area})`;
}

/** A geometry of a CQL2 text as a PostGIS geometry in EPSG:4326. Areas with crossing edges are repaired. */
function geometrySql({ srid, isBox, members, ...geojson }: Geometry): Sql {
  if (members) return sql`ST_Collect(ARRAY[${join(members.map(geometrySql))}])`;
  const geometry = sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geojson)}), ${srid}::int)`;
  const inDegrees = srid === 4326 ? geometry : toSrid(geometry, srid);
  // A box without width or height becomes a line or a point.
  if (isBox) return sql`ST_MakeValid(${inDegrees})`;
  return geojson.type.endsWith("Polygon") ? makeValid(inDegrees) : inDegrees;
}

// Straight edges on a projected plane are curved in degrees, so edges first get a point per kilometre, about a thousand at most.
const toSrid = (geometry: Sql, srid: number): Sql =>
  isPlane(srid)
    ? sql`(SELECT ST_Transform(ST_Segmentize(shape, greatest(1000, (ST_Length(shape) + ST_Perimeter(shape)) / 1000)), 4326)
      FROM (SELECT ${geometry} AS shape) given)`
    : sql`ST_Transform(${geometry}, 4326)`;
