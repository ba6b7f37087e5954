// What PostgreSQL writes as JSON is what graphql-js answers: values, names, their order, and null; errors go the ordinary way.
import fc from "fast-check";
import {
  execute,
  type GraphQLCompositeType,
  type GraphQLField,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  validate,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Budget } from "../../server/core/budget.ts";
import { DirectAnswers } from "../../server/graphql/direct.ts";
import { RUNS_BEFORE_COMPILING } from "../../server/graphql/execute.ts";
import { schema } from "../../server/schema.ts";
import { databases, openAtlas, readAtlas, type TestAtlas } from "../atlas.ts";
import { runs } from "../runs.ts";

const roots = [
  "sites(first: 7)",
  "sites(last: 6, orderBy: { field: AREA })",
  'sites(filter: { text: "park" })',
  "sites(first: 4, filter: { near: { point: [114.3, 30.6], withinKm: 20 } })",
  'site(slug: "air-tianhe")',
  'site(slug: "no-such-site")',
  "nearest(point: [114.3, 30.6], first: 4)",
  "districts",
  'district(code: "420111")',
  "functionalAreas",
  "observations(first: 12)",
  'observations(first: 5, asOf: "2026-11-28")',
  "sources(first: 5)",
  "changeSets(first: 3)",
  "indicators",
  "industries",
  "serviceSectors",
  "dataNotes",
  "plan",
  "atlas",
];

const argumentsOf: Record<string, string> = {
  first: "first: 2",
  asOf: 'asOf: "2026-11-29"',
  indicators: 'indicators: ["gdp", "planned-area"]',
  kinds: "kinds: [EXPORT_BASE, LOGISTICS_HUB]",
};

/** A random selection of a type; every field has a name of its own in the response. */
function someSelection(gen: fc.GeneratorValue, type: GraphQLCompositeType, depth: number, name = "a"): string {
  const parts: string[] = [];
  if (gen(fc.boolean)) parts.push(gen(fc.boolean) ? "__typename" : `${name}t: __typename`);
  const fields = isUnionType(type) ? [] : Object.values(type.getFields());
  const usable = fields.filter(
    (field) => !field.args.some(isRequiredArgument) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
  );
  const names = usable.map((field) => field.name);
  const chosen = names.length > 0 ? gen(fc.shuffledSubarray, names, { maxLength: Math.min(5, names.length) }) : [];
  for (const [index, chosenName] of chosen.entries()) {
    const field = usable.find((each) => each.name === chosenName) as GraphQLField<unknown, unknown>;
    parts.push(someField(gen, field, depth, `${name}${index}`));
  }
  const hasVariants = depth > 0 && (isUnionType(type) || gen(fc.integer, { min: 0, max: 9 }) === 0);
  const variants = hasVariants ? variantsOf(type) : [];
  for (const [index, variant] of variants.entries())
    parts.push(`... on ${variant.name} { ${someSelection(gen, variant, depth - 1, `${name}v${index}`)} }`);
  return parts.join(" ") || "__typename";
}

const variantsOf = (type: GraphQLCompositeType): readonly GraphQLCompositeType[] =>
  isObjectType(type) ? type.getInterfaces() : schema.getPossibleTypes(type);

function someField(gen: fc.GeneratorValue, field: GraphQLField<unknown, unknown>, depth: number, name: string): string {
  const values = field.args.flatMap((argument) => (gen(fc.boolean) ? (argumentsOf[argument.name] ?? []) : []));
  const type = getNamedType(field.type);
  return [
    `${name}: ${field.name}`,
    values.length > 0 ? `(${values.join(", ")})` : "",
    gen(fc.constantFrom, "", "", "", "@include(if: $yes)", "@skip(if: $yes)", "@skip(if: $no)"),
    isCompositeType(type) ? `{ ${someSelection(gen, type, depth - 1, name)} }` : "",
  ].join(" ");
}

function someQuery(gen: fc.GeneratorValue): string {
  const root = gen(fc.constantFrom, ...roots);
  const type = getNamedType(schema.getQueryType()?.getFields()[root.split("(")[0] as string]?.type) as GraphQLCompositeType;
  const isList = isObjectType(type) && "pageInfo" in type.getFields();
  const rowType = isList ? (getNamedType(type.getFields().nodes?.type) as GraphQLCompositeType) : type;
  const rows = someSelection(gen, rowType, 2);
  const total = isList && "totalCount" in type.getFields() && gen(fc.boolean) ? "totalCount" : "";
  const list = gen(
    fc.constantFrom,
    `nodes { ${rows} }`,
    `edges { cursor b: node { ${rows} } }`,
    `edges { __typename } nodes { ${rows} }`,
    `x: nodes { ...Row } pageInfo { hasNextPage endCursor }`,
  );
  const fragment = list.includes("...Row") && isList ? `fragment Row on ${rowType.name} { ${rows} }` : "";
  return `query ($yes: Boolean! = true, $no: Boolean! = false) { r: ${root} { ${isList ? `${list} ${total}` : rows} } ${NOTHING} } ${fragment}`;
}

// Uses both variables, and does not appear in the response.
const NOTHING = 'u: district(code: "420111") { u: code @include(if: $no) v: code @skip(if: $yes) }';

describe.each(databases)("direct answers on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const context = () => ({ database: atlas.database, language: "en" as const, budget: new Budget() });

  test("are those of graphql-js", async () => {
    // Of fewer than a hundred by chance too few may be answered directly.
    const runOptions = runs(400, 100);
    const direct = new DirectAnswers(schema);
    let directCount = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const query = someQuery(gen);
        const document = parse(query);
        fc.pre(validate(schema, document).length === 0);
        direct.add(query, null, document);
        const data = await direct.answer(query, null, {}, context()).catch(() => undefined);
        if (data === undefined) return;
        directCount++;
        const executed = await execute({ schema, document, rootValue: {}, variableValues: {}, contextValue: context() });
        expect(executed.errors).toBeUndefined();
        expect(JSON.stringify(JSON.parse(data)), query).toBe(JSON.stringify(executed.data));
      }),
      runOptions,
    );
    expect(directCount).toBeGreaterThan(runOptions.numRuns / 6);
  });

  test("leave an error, and null where it must not be, to graphql-js", async () => {
    const own = await openAtlas(kind);
    await own.database.pool.query("ALTER TABLE site ALTER COLUMN name_en DROP NOT NULL");
    await own.database.pool.query("UPDATE site SET name_en = NULL WHERE slug = 'air-tianhe'");
    const queries: [string, object][] = [
      ["query ($slug: String!) { site(slug: $slug) { slug nameEn } }", { slug: "air-tianhe" }],
      ["query ($first: Int!) { sites(first: $first) { nodes { slug } } }", { first: 100_000 }],
      [
        "query ($first: Int!) { nearest(point: [114, 30], first: $first) { site { slug nearest(first: 100) { distanceKm } } } }",
        {},
      ],
      ["query ($yes: Boolean = true) { districts { code @include(if: $yes) } }", { yes: null }],
    ];
    // No operation has an empty name.
    const nameless = "{ districts { code } }";
    const answerOf = (operationName?: string) =>
      own.app.inject({ method: "POST", url: "/graphql", payload: { query: nameless, operationName } });
    for (let run = 0; run <= RUNS_BEFORE_COMPILING; run++) await own.query(nameless, { run });
    expect((await answerOf()).json().data.districts).toHaveLength(13);
    expect((await answerOf("")).json().errors).toMatchObject([{ extensions: { code: "OPERATION_UNKNOWN" } }]);
    const valid = { slug: "no-such-site", first: 3, yes: true };
    for (const [query, variables] of queries) {
      const bodyOf = async (each: object, run: number) =>
        (await own.app.inject({ method: "POST", url: "/graphql", payload: { query, variables: { ...each, run } } })).body.replace(
          /\b[0-9a-f]{8}\b/g,
          "(reference)",
        );
      const before = await bodyOf({ ...valid, ...variables }, 0);
      expect(before).toContain('"errors"');
      for (let run = 1; run <= RUNS_BEFORE_COMPILING + 1; run++) await bodyOf(valid, run);
      expect(await bodyOf({ ...valid, ...variables }, -1), query).toBe(before);
    }
    await own.close();
  });

  test("come with the headers and extensions of the others", async () => {
    const query = "query ($first: Int) { sites(first: $first) { nodes { __typename slug location { point } } } }";
    const own = kind === "embedded" ? await readAtlas(kind, "demo") : atlas;
    const responses = [];
    for (let run = 0; run < RUNS_BEFORE_COMPILING + 2; run++)
      responses.push(await own.app.inject({ method: "POST", url: "/graphql", payload: { query, variables: { first: 3, run } } }));
    expect(new Set(responses.map(({ body }) => body)).size).toBe(1);
    const headers = responses.map(({ headers }) => JSON.stringify({ ...headers, date: "" }));
    expect(new Set(headers).size).toBe(1);
  });
});
