// Hostile texts in every parameter of every endpoint, found by walking the schema and the parameters; and random conditions, filters,
// tile addresses and cursors. The answer may be anything but a failure of the server, and no page has in it what was sent as code.
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filterParameters } from "../../server/contract/site-filter.ts";
import { schema } from "../../server/schema.ts";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { runs } from "../runs.ts";

const CODE = "<script>alert(1)</script>";
const texts = [
  "' OR 1=1; DROP TABLE site; --",
  '"); SELECT pg_sleep(100); --',
  `${CODE}<img src=x onerror=alert(1)>`,
  "$1 {0} %s %n \\u0000 \\x00",
  "../../../../etc/passwd",
  '{"and":[{"__proto__":{"x":1}}]}',
  "\ud800 \u202e \ufeff \u0301",
  "💥".repeat(100),
  "-1e999",
  "NaN,Infinity,-0,9223372036854775808",
];

/** Half a character cannot be written in an address. */
const inAddress = (value: unknown): string => encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, "x"));

type Input = GraphQLArgument | GraphQLInputField;

/** A value of an input whose only text, number or choice is `text`. */
function inputValue({ type }: Pick<Input, "type">, text: string): unknown {
  if (isNonNullType(type)) return inputValue({ type: type.ofType }, text);
  return isListType(type) ? [inputValue({ type: type.ofType }, text)] : text;
}

/** Every leaf of an input, as the value of the input around it. Each input type is entered once. */
function* inputsOf(input: Input, text: string, entered: Set<string>): Generator<unknown> {
  const named = getNamedType(input.type);
  if (isLeafType(named)) return yield inputValue(input, text);
  if (!isInputObjectType(named) || entered.has(named.name)) return;
  entered.add(named.name);
  for (const [name, field] of Object.entries(named.getFields()))
    for (const value of inputsOf(field, text, entered)) {
      const object = { [name]: value };
      yield isListType(isNonNullType(input.type) ? input.type.ofType : input.type) ? [object] : object;
    }
}

function* graphqlRequests(): Generator<InjectOptions> {
  for (const text of texts) {
    const entered = new Set<string>();
    for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
      for (const argument of field.args)
        for (const value of inputsOf(argument, text, entered)) {
          const others = field.args.filter(
            (other) => other !== argument && isNonNullType(other.type) && other.defaultValue === undefined,
          );
          const used = [argument, ...others];
          const head = used.map(({ name, type }) => `$${name}: ${type}`).join(", ");
          const given = used.map(({ name }) => `${name}: $${name}`).join(", ");
          const selection = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
          const variables = {
            ...Object.fromEntries(others.map((other) => [other.name, inputValue(other, text)])),
            [argument.name]: value,
          };
          yield {
            method: "POST",
            url: "/graphql",
            payload: { query: `query (${head}) { ${field.name}(${given}) ${selection} }`, variables },
          };
        }
  }
}

const ITEMS = "/ogc/collections/sites/items";
const parameters = [
  ...filterParameters,
  ...["lang", "limit", "bbox-crs", "datetime", "crs", "filter-lang", "filter-crs", "cursor", "columns", "f", "headers"],
  ...["asof", "compare", "set", "measures", "period", "picks", "query", "variables", "extensions", "basemap"],
];
const endpoints = [
  ...[
    "/",
    "/embed",
    "/graphiql",
    "/graphql",
    "/tiles/sites.json",
    "/tiles/districts/1/6/52/26.mvt",
    "/tiles/sites/1/6/52/26.mvt",
  ],
  ...["/download/sites.csv", "/download/sites.geojson", "/download/compare.csv", "/download/observations.csv"],
  ...["/ogc", "/ogc/api", "/ogc/collections", ITEMS, "/ogc/collections/districts/items", `${ITEMS}/air-tianhe`],
];
const paths = [
  ...[
    "/",
    "/tiles/",
    "/tiles/sites/",
    "/tiles/sites/1/6/52/",
    "/download/",
    "/ogc/",
    "/ogc/collections/",
    `${ITEMS}/`,
    "/basemap/",
  ],
];

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  /** The status of the answer, or what is wrong with it. */
  const check = async (request: InjectOptions): Promise<void> => {
    const { statusCode, headers, body } = await atlas.app.inject(request);
    const place = JSON.stringify(request).slice(0, 500);
    if (statusCode >= 500 || body.includes('"INTERNAL"')) expect.fail(`${place}: ${statusCode} ${body.slice(0, 300)}`);
    if (String(headers["content-type"]).startsWith("text/html") && body.includes(CODE)) expect.fail(`${place}: code in the page`);
  };

  test("every argument and every field of every input of the schema", async () => {
    let count = 0;
    for (const request of graphqlRequests()) {
      await check(request);
      count++;
    }
    expect(count).toBeGreaterThan(50 * texts.length);
  });

  // Where there is a page in HTML, that is asked for.
  const headers = { accept: "text/html" };

  test.each(endpoints)("every parameter of %s", async (endpoint) => {
    for (const name of parameters)
      for (const text of texts) await check({ url: `${endpoint}?${name}=${inAddress(text)}`, headers });
  });

  test.each(paths)("every path below %s", async (path) => {
    for (const text of texts) await check({ url: path + inAddress(text), headers });
  });

  const words = [
    ...[
      "AND",
      "OR",
      "NOT",
      "IN",
      "LIKE",
      "BETWEEN",
      "IS",
      "NULL",
      "(",
      ")",
      ",",
      "'",
      "''",
      '"',
      "=",
      "<>",
      "<",
      "<=",
      "+",
      "-",
      "*",
      "/",
      "%",
      "^",
    ],
    ...[
      "slug",
      "nameZh",
      "accuracyM",
      "geometry",
      "nothing",
      "'x'",
      "'武汉%'",
      "1",
      "-1.5e3",
      "1e400",
      "TRUE",
      "DATE('2024-01-01')",
      "DATE('x')",
    ],
    ...[
      "TIMESTAMP('2024-01-01T00:00:00Z')",
      "INTERVAL('..','2024-01-01')",
      "CASEI(",
      "ACCENTI(",
      "S_INTERSECTS(",
      "S_DWITHIN(",
      "T_AFTER(",
    ],
    ...[
      "POINT(114.3 30.6)",
      "POINT(999 1)",
      "POLYGON((0 0,1 1,0 1,0 0))",
      "POLYGON((0 0,1 1))",
      "BBOX(1,2,3,4)",
      "ENVELOPE(1,2)",
      "km",
    ],
  ];
  const phrase = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: "grapheme" })), {
    maxLength: 14,
  });
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom("", "00", "1e3", "0x10", "9".repeat(30), "-0", "１"));

  test("random conditions", async () => {
    await fc.assert(
      fc.asyncProperty(
        phrase,
        fc.constantFrom(`${ITEMS}?filter=`, "/download/sites.csv?filter=", "/tiles/sites.json?filter="),
        (parts, url) => check({ url: url + encodeURIComponent(parts.join(" ")) }),
      ),
      runs(2000),
    );
  });

  test("random filters", async () => {
    const filter = fc.dictionary(
      fc.constantFrom("and", "or", "not", "cql", "text", "within", "near", "bbox", "nearKind", "kinds", "figures"),
      fc.jsonValue(),
      { maxKeys: 3 },
    );
    await fc.assert(
      fc.asyncProperty(filter, fc.jsonValue(), async (f, within) => {
        await check({
          method: "POST",
          url: "/graphql",
          payload: { query: "query ($f: SiteFilter) { sites(filter: $f) { totalCount } }", variables: { f } },
        });
        for (const [name, value] of Object.entries({ ...f, within })) {
          if (name === "cql" || name === "text") continue;
          await check({
            url: `/tiles/sites.json?${name}=${inAddress(JSON.stringify(value))}`,
          });
        }
      }),
      runs(1000),
    );
  });

  test("random tile addresses and cursors", async () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.base64String(), number.map(String));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("sites", "districts", "nothing"),
        fc.tuple(number, number, number),
        text,
        async (layer, tile, version) => {
          await check({ url: `/tiles/${layer}/${inAddress(version)}/${tile.map(inAddress).join("/")}.mvt` });
          await check({ url: `/tiles/${layer}/${tile.map(inAddress).join("/")}.mvt` });
        },
      ),
      runs(1000),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.jsonValue(), async (cursor, json) => {
        for (const after of [
          cursor,
          Buffer.from(cursor).toString("base64url"),
          Buffer.from(JSON.stringify(json)).toString("base64url"),
        ]) {
          const query =
            "query ($c: String) { sites(first: 2, after: $c) { nodes { slug } } observations(first: 2, before: $c) { nodes { value } } }";
          await check({ method: "POST", url: "/graphql", payload: { query, variables: { c: after } } });
          await check({ url: `${ITEMS}?cursor=${inAddress(after)}` });
          await check({
            method: "POST",
            url: "/graphql",
            payload: { query: "query ($c: ID!) { node(id: $c) { id } }", variables: { c: after } },
          });
        }
      }),
      runs(1000),
    );
  });
});
