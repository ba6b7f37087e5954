// CQL2 text: what it means, that nothing of it becomes SQL text, and that each refusal names its place.
import { describe, expect, test } from "vitest";
import { AtlasError } from "../../server/core/errors.ts";
import type { Expression } from "../../server/cql2/expression.ts";
import { parseCql2 } from "../../server/cql2/parse.ts";
import type { Properties } from "../../server/cql2/properties.ts";
import { cql2Conditions } from "../../server/cql2/sql.ts";
import { sql } from "../../server/database/sql.ts";
import { OUTPUT_CRSS } from "../../server/geometry/crs.ts";

const title = { zh: "某", en: "Some" };
const properties: Properties = {
  name: { title, type: "string", sql: (row) => sql`${row}.name` },
  kind: { title, type: "string", values: ["A", "B"], sql: (row) => sql`${row}.kind` },
  area: { title, type: "number", sql: (row) => sql`${row}.area` },
  firms: { title, type: "integer", sql: (row) => sql`${row}.firms` },
  open: { title, type: "boolean", sql: (row) => sql`${row}.open` },
  名称: { title, type: "string", sql: (row) => sql`${row}.zh` },
};
const conditions = (text: string) =>
  cql2Conditions(parseCql2(text, "filter"), properties, (row) => sql`${row}.point`, sql`row0`, "filter");

const folded = (text: string) => `upper(lower(translate(${text}, 'ı', U&'\\E131') COLLATE "und-x-icu")) COLLATE "C"`;

// The tree as text with every parenthesis, so that precedence shows.
function shape(expression: Expression): string {
  if (expression.op === "and" || expression.op === "or") return `(${expression.parts.map(shape).join(` ${expression.op} `)})`;
  if (expression.op === "not") return `not ${shape(expression.part)}`;
  if (expression.op === "constant") return String(expression.value);
  return "left" in expression && expression.left.kind === "property" ? expression.left.name : expression.op;
}

function refusal(text: string): Record<string, unknown> {
  try {
    conditions(text);
  } catch (error) {
    if (error instanceof AtlasError) return { code: error.code, ...error.details };
    throw error;
  }
  return { code: "none" };
}

test.each([
  ["a=1 OR b=1 AND c=1", "(a or (b and c))"],
  ["a=1 AND b=1 OR c=1 AND d=1", "((a and b) or (c and d))"],
  ["(a=1 OR b=1) AND c=1", "((a or b) and c)"],
  ["NOT a=1 AND b=1", "(not a and b)"],
  ["NOT (a=1 AND NOT b=1)", "not (a and not b)"],
  ["a=1 and b=1 Or not c=1", "((a and b) or not c)"],
  ["a BETWEEN 1 AND 2 AND b=1", "(a and b)"],
  ["a NOT BETWEEN 1 AND 2 OR b NOT IN (1,2) OR c NOT LIKE 'x'", "(not a or not b or not c)"],
  ["a IS NOT NULL AND b IS NULL", "(not a and b)"],
  ["TRUE OR (((FALSE)))", "(true or false)"],
])("%s means %s", (text, expected) => {
  expect(shape(parseCql2(text, "filter"))).toBe(expected);
});

test.each<[string, string, unknown[]]>([
  ["name = 'O''Neil'", "(row0.name = ?::text)", ["O'Neil"]],
  ["name = 'O\\'Neil'", "(row0.name = ?::text)", ["O'Neil"]],
  ["'x' = name", "(?::text = row0.name)", ["x"]],
  ["\"名称\" LIKE '%光谷%' OR 名称 IS NULL", "((row0.zh LIKE ?::text ESCAPE '\\') OR (row0.zh IS NULL))", ["%光谷%"]],
  ["CASEI(name) LIKE casei('opt\\_%')", `(${folded("row0.name")} LIKE ${folded("?::text")} ESCAPE '\\')`, ["opt\\_%"]],
  ["name = 'a\\tb\\\\c'", "(row0.name = ?::text)", ["a\tb\\c"]],
  ["name LIKE 'a\\\\%'", "(row0.name LIKE ?::text ESCAPE '\\')", ["a\\\\%"]],
  ["area>=-1.5e2 AND firms<.5", "((row0.area >= ?::float8) AND (row0.firms < ?::float8))", [-150, 0.5]],
  ["open = TRUE", "(row0.open = ?::boolean)", [true]],
  ["kind IN ('A','B')", "(row0.kind = ANY(?::text[]))", [["A", "B"]]],
  ["area IN (1, 2)", "(row0.area = ANY(?::float8[]))", [[1, 2]]],
  ["name IN ('A', \"名称\")", "(row0.name IN (?::text,row0.zh))", ["A"]],
  ["name BETWEEN 'a' AND 'b'", '(row0.name COLLATE "C" BETWEEN ?::text AND ?::text)', ["a", "b"]],
  ["area > firms", "(row0.area > row0.firms)", []],
  ["DATE('2027-12-31') > DATE('2026-01-01')", "(?::date > ?::date)", ["2027-12-31", "2026-01-01"]],
  ["S_DWITHIN(geometry, POINT(114.3 30.6), 5, 'km')", "", ['{"type":"Point","coordinates":[114.3,30.6]}', 4326, 5000]],
  ["S_DWITHIN(geometry, POINT(114.3 30.6), 5)", "", ['{"type":"Point","coordinates":[114.3,30.6]}', 4326, 5]],
])("%s becomes %s", (text, statement, values) => {
  const parsedConditions = conditions(text);
  expect(parsedConditions.values).toEqual(values);
  if (statement) expect(parsedConditions.sql).toBe(statement);
});

describe("geometries", () => {
  const geometryOf = (text: string, crs = OUTPUT_CRSS[0]): unknown => {
    const expression = parseCql2(`S_INTERSECTS(geometry, ${text})`, "filter", crs);
    return expression.op === "spatial" && expression.right.kind === "geometry" && expression.right.geometry;
  };
  const ring = [
    [114, 30],
    [115, 30],
    [115, 31],
    [114, 30],
  ];

  test.each([
    ["POINT(114.3 30.6)", "Point", [114.3, 30.6]],
    ["point (114.3 30.6 12)", "Point", [114.3, 30.6]],
    [
      "MULTIPOINT((1 2), (3 4))",
      "MultiPoint",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "LINESTRING(1 2, 3 4)",
      "LineString",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["POLYGON((114 30, 115 30, 115 31, 114 30))", "Polygon", [ring]],
    ["POLYGON((114 30,115 30,115 31,114 30),(114 30,115 30,115 31,114 30))", "Polygon", [ring, ring]],
    ["MULTIPOLYGON(((114 30,115 30,115 31,114 30)),((114 30,115 30,115 31,114 30)))", "MultiPolygon", [[ring], [ring]]],
  ])("%s", (text, type, coordinates) => {
    expect(geometryOf(text)).toEqual({ type, coordinates, srid: 4326 });
  });

  // The grammar of OGC 21-065 has "Z" behind each name, and nothing between them.
  test.each([
    ["POINT Z(114.3 30.6 1)", "POINT(114.3 30.6)"],
    ["POINTZ(114.3 30.6 1)", "POINT(114.3 30.6)"],
    ["point z (114.3 30.6)", "POINT(114.3 30.6)"],
    ["MULTIPOINT Z((1 2 3), (3 4 5))", "MULTIPOINT((1 2), (3 4))"],
    ["LINESTRINGZ(1 2 9, 3 4 9)", "LINESTRING(1 2, 3 4)"],
    ["MULTILINESTRING Z((1 2 9, 3 4 9))", "MULTILINESTRING((1 2, 3 4))"],
    ["POLYGON Z((114 30 1, 115 30 1, 115 31 1, 114 30 1))", "POLYGON((114 30, 115 30, 115 31, 114 30))"],
    ["MULTIPOLYGONZ(((114 30 1,115 30 1,115 31 1,114 30 1)))", "MULTIPOLYGON(((114 30,115 30,115 31,114 30)))"],
    ["GEOMETRYCOLLECTION Z(POINT Z(1 2 3), LINESTRINGZ(1 2 3, 3 4 5))", "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))"],
    ["BBOX(1, 2, -5, 3, 4, 5)", "BBOX(1,2,3,4)"],
    ["POINT(114.3\u300030.6\u00a0)", "POINT(114.3 30.6)"],
  ])("%s is %s", (withZ, withoutZ) => {
    expect(geometryOf(withZ)).toEqual(geometryOf(withoutZ));
    expect(geometryOf(withZ)).toBeTruthy();
  });

  test("a collection is a set of geometries", () => {
    expect(geometryOf("GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))")).toMatchObject({
      type: "GeometryCollection",
      members: [{ type: "Point" }, { type: "LineString" }],
    });
    expect(refusal("S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(1 2)))")).toMatchObject({
      code: "CQL2_COLLECTION",
      position: 21,
    });
    expect(refusal("S_DWITHIN(GEOMETRYCOLLECTION(POINT(1 2)), geometry, 5)")).toMatchObject({ code: "CQL2_COLLECTION" });
  });

  test("a box over the antimeridian is two areas", () => {
    expect(geometryOf("BBOX(170, -10, -170, 10)")).toMatchObject({ type: "MultiPolygon", coordinates: { length: 2 } });
    expect(geometryOf("BBOX(170, -10, -180, 10)")).toMatchObject({ type: "MultiPolygon", coordinates: { length: 1 } });
    expect(geometryOf("BBOX(114, 30, 0, 115, 31, 9)")).toMatchObject({ coordinates: { length: 1 }, isBox: true });
  });

  test("the order of the axes is that of the system", () => {
    const [, epsg4326, , , gauss] = OUTPUT_CRSS;
    expect(geometryOf("POINT(30.6 114.3)", epsg4326)).toMatchObject({ coordinates: [114.3, 30.6] });
    expect(geometryOf("POINT(3386000 528000)", gauss)).toMatchObject({ coordinates: [528000, 3386000], srid: 4547 });
  });

  test.each([
    ["POINT(30.6 114.3)", "POSITION_OUTSIDE_WORLD"],
    ["POINT(1e999 0)", "CQL2_UNEXPECTED"],
    ["POINT(1)", "CQL2_UNEXPECTED"],
    ["POINT(1 2 3 4)", "CQL2_UNEXPECTED"],
    ["POINT(1 2, 3 4)", "CQL2_UNEXPECTED"],
    ["LINESTRING(1 2)", "CQL2_UNEXPECTED"],
    ["POLYGON((114 30,115 30,115 31))", "RING_OPEN"],
    ["POLYGON((114 30,115 30,114 30))", "RING_TOO_SHORT"],
    ["POLYGON(())", "CQL2_UNEXPECTED"],
    ["BBOX(1,2,3)", "CQL2_UNEXPECTED"],
    ["BBOX(1,2,3,4,5)", "BOX_MALFORMED"],
    ["BBOX(114,31,115,30)", "BOX_CROSSED"],
    ["ENVELOPE(114,115,30,31)", "CQL2_FUNCTION_UNKNOWN"],
    ["GEOMETRYCOLLECTION()", "CQL2_UNEXPECTED"],
    ["GEOMETRYCOLLECTION(BBOX(1,2,3,4))", "CQL2_UNEXPECTED"],
    ["GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2)))", "CQL2_UNEXPECTED"],
    ["BBOX Z(1,2,3,4)", "CQL2_UNEXPECTED"],
    ["POINT M(1 2 3)", "CQL2_UNEXPECTED"],
    ["name", "CQL2_TYPES"],
    [`POLYGON((${"1 1, ".repeat(9_999)}1 1))`, "VERTICES_TOO_MANY"],
  ])("%s is refused", (text, code) => {
    expect(refusal(`S_INTERSECTS(geometry, ${text})`)).toMatchObject({ code });
  });
});

test.each([
  ["", "CQL2_ENDS", 1],
  ["   ", "CQL2_ENDS", 4],
  ["name", "CQL2_ENDS", 5],
  ["name =", "CQL2_ENDS", 7],
  ["name = 'x", "CQL2_QUOTE_OPEN", 8],
  ["name == 'x'", "CQL2_UNEXPECTED", 7],
  ["name != 'x'", "CQL2_UNEXPECTED", 6],
  ["name = 'x' name = 'y'", "CQL2_UNEXPECTED", 12],
  ["(name = 'x'", "CQL2_ENDS", 12],
  ["name = 'x')", "CQL2_UNEXPECTED", 11],
  ["name LIKE name", "CQL2_UNEXPECTED", 11],
  ["name LIKE CASEI(name)", "CQL2_UNEXPECTED", 17],
  ["name = 'x\\'", "CQL2_QUOTE_OPEN", 8],
  ["name = NULL", "CQL2_UNEXPECTED", 8],
  ["name IN ()", "CQL2_UNEXPECTED", 10],
  ["area = 5-3", "CQL2_UNEXPECTED", 9],
  ["area = 1e400", "CQL2_UNEXPECTED", 8],
  ["ACCENTI(name) = 'x'", "CQL2_FUNCTION_UNKNOWN", 1],
  ["pg_sleep(10) = 1", "CQL2_FUNCTION_UNKNOWN", 1],
  ["area = 1 AND nome = 'x'", "CQL2_PROPERTY_UNKNOWN", 14],
  ["constructor = 'x'", "CQL2_PROPERTY_UNKNOWN", 1],
  ["__proto__ = 'x'", "CQL2_PROPERTY_UNKNOWN", 1],
  ["area = 'x'", "CQL2_TYPES", 8],
  ["name = 1", "CQL2_TYPES", 8],
  ["open = 1", "CQL2_TYPES", 8],
  ["geometry = 'x'", "CQL2_TYPES", 1],
  ["area LIKE 'x'", "CQL2_TYPES", 1],
  ["CASEI(area) = 'x'", "CQL2_TYPES", 7],
  ["area = 1 AND S_DWITHIN(POINT(1 2), BBOX(1,2,3,4), 5)", "CQL2_CONSTANT", 24],
  ["S_INTERSECTS(POINT(1 2), GEOMETRYCOLLECTION(POINT(1 2)))", "CQL2_CONSTANT", 14],
  ["kind = 'C'", "CQL2_VALUE_UNKNOWN", 8],
  ["kind IN ('A', 'C')", "CQL2_VALUE_UNKNOWN", 15],
  ["DATE('2027-02-30') = DATE('2027-02-28')", "CQL2_UNEXPECTED", 6],
  [`${"(".repeat(21)}name = 'x'${")".repeat(21)}`, "CQL2_TOO_DEEP", 21],
  [`${"NOT ".repeat(50_000 / 4)}name = 'x'`, "CQL2_TOO_DEEP", 81],
  [`name IN (${"'x',".repeat(600)}'x')`, "CQL2_TOO_LARGE", 9 + 4 * 499 + 1],
])("%s is refused with its position", (text, code, position) => {
  expect(refusal(text)).toMatchObject({ code, position, argument: "filter" });
});

test.each([
  "name = 'x'; DROP TABLE site",
  "name = 'x' -- ",
  "name = 'x' /* */",
  '"name""; DROP TABLE site" = 1',
  "name = 'x' UNION SELECT 1",
  "name = $1",
  "name::text = 'x'",
])("%s is no CQL2", (text) => {
  expect(refusal(text).code).toMatch(/^CQL2_/);
});

test("quoted text is always a value", () => {
  const attack = "x'' OR ''1''=''1'; DROP TABLE site; --".replace(/'(?!')(?<!'')/g, "''");
  const parsedConditions = conditions(`name = '${attack}'`);
  expect(parsedConditions.sql).toBe("(row0.name = ?::text)");
  expect(parsedConditions.values).toHaveLength(1);
});

test("too long a text and control characters are refused before they are read", () => {
  expect(refusal(`name = '${"x".repeat(100_001)}'`)).toMatchObject({ code: "CQL2_TOO_LONG" });
  expect(refusal("name = '\u0000'")).toMatchObject({ code: "TEXT_WITH_CONTROL" });
});

test("S_DWITHIN is bounded and knows its units", () => {
  expect(refusal("S_DWITHIN(geometry, POINT(1 2), 501, kilometers)")).toMatchObject({ code: "NUMBER_OUT_OF_RANGE" });
  expect(refusal("S_DWITHIN(geometry, POINT(1 2), -1)")).toMatchObject({ code: "NUMBER_OUT_OF_RANGE" });
  expect(refusal("S_DWITHIN(geometry, POINT(1 2), 5, miles)")).toMatchObject({ code: "CQL2_UNEXPECTED", position: 36 });
});
