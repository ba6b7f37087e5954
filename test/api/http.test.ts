// GraphQL over HTTP: the public audit suite, all of it (every MUST, SHOULD and MAY), and what it does not cover.
import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RUNS_BEFORE_COMPILING } from "../../server/graphql/execute.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
let url = "";
beforeAll(async () => {
  atlas = await readAtlas();
  url = `${await atlas.app.listen({ host: "127.0.0.1", port: 0 })}/graphql`;
});
afterAll(() => atlas.close());

const audits = serverAudits({ url: () => url, fetchFn: fetch });

test("the suite has its 61 audits", () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))("%s %s", async (_id, _name, audit) => {
  expect(await audit.fn()).toMatchObject({ status: "ok" });
});

const post = (payload: string | Record<string, unknown>, headers: Record<string, string> = {}) =>
  atlas.app.inject({
    method: "POST",
    url: "/graphql",
    headers: { "content-type": "application/json", ...headers },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  atlas.app.inject({ method: "GET", url: `/graphql?${new URLSearchParams(parameters)}`, headers });

const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8" };
const query = "{ atlas { version } }";

describe("in a browser's address bar", () => {
  test("a query is answered as JSON", async () => {
    const { statusCode, headers, json } = await get({ query }, BROWSER);
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(json()).toMatchObject({ data: { atlas: { version: 1 } } });
  });

  test.each(["/graphql", "/graphql?", "/graphql?lang=zh"])("%s without a query opens GraphiQL", async (address) => {
    const { statusCode, headers } = await atlas.app.inject({ method: "GET", url: address, headers: BROWSER });
    expect([statusCode, headers.location, headers.vary]).toEqual([302, "/graphiql/", expect.stringContaining("accept")]);
  });

  test("what prefers JSON, or refuses HTML, does not get GraphiQL", async () => {
    for (const accept of ["*/*", "application/json", "text/html;q=0.5, application/json", "text/html;q=0, */*"]) {
      const { statusCode } = await atlas.app.inject({ method: "GET", url: "/graphql", headers: { accept } });
      expect([accept, statusCode]).toEqual([accept, 400]);
    }
  });
});

describe("the name of an operation", () => {
  const one = "query One { atlas { version } }";
  const twoOperations = `${one} query Two { atlas { version } }`;
  const operationNeeded = "OPERATION_NEEDED";
  const unknown = "OPERATION_UNKNOWN";

  // Every way of asking, in turn, so often that documents are compiled: no answer depends on those before.
  test("absent, null and empty are three things in JSON, whatever was requested before", async () => {
    const cases: [Record<string, unknown>, string | undefined][] = [
      [{ query: one }, undefined],
      [{ query: one, operationName: null }, undefined],
      [{ query: one, operationName: "One" }, undefined],
      [{ query: one, operationName: "" }, unknown],
      [{ query: one, operationName: "null" }, unknown],
      [{ query: one, operationName: "one" }, unknown],
      [{ query }, undefined],
      [{ query, operationName: "" }, unknown],
      [{ query: twoOperations }, operationNeeded],
      [{ query: twoOperations, operationName: null }, operationNeeded],
      [{ query: twoOperations, operationName: "Two" }, undefined],
      [{ query: twoOperations, operationName: "" }, unknown],
    ];
    for (let time = 0; time < RUNS_BEFORE_COMPILING + 3; time++) {
      for (const [request, code] of cases) {
        const { data, errors } = (await post(request)).json();
        expect([request, errors?.[0].extensions.code, Boolean(data)]).toEqual([request, code, code === undefined]);
      }
    }
  });

  test("empty is absent in an address", async () => {
    expect((await get({ query: one, operationName: "" })).json()).toMatchObject({ data: { atlas: { version: 1 } } });
    expect((await get({ query: twoOperations, operationName: "" })).json().errors[0].extensions.code).toBe(operationNeeded);
    expect((await get({ query: one, operationName: "null" })).json().errors[0].extensions).toEqual({
      code: unknown,
      name: "null",
    });
  });
});

describe("variables", () => {
  const counted = "query ($n: Int = 3) { sites(first: $n) { nodes { slug } } }";
  const length = async (request: Record<string, unknown>) => (await post(request)).json().data?.sites.nodes.length;

  test("absent, null and empty are none; a null among them is a null", async () => {
    for (let time = 0; time < RUNS_BEFORE_COMPILING + 3; time++) {
      for (const request of [{}, { variables: null }, { variables: {} }, { variables: {}, extensions: null }, { extensions: {} }])
        expect([request, await length({ query: counted, ...request })]).toEqual([request, 3]);
      expect(await length({ query: counted, variables: { n: 2 } })).toBe(2);
      // No page size is the usual one, which holds them all.
      expect(await length({ query: counted, variables: { n: null } })).toBe(47);
    }
    expect((await get({ query: counted, variables: "null" })).json().data.sites.nodes).toHaveLength(3);
  });
});

describe("errors of invalid GraphQL requests are in the client's language", () => {
  const json = "application/json; charset=utf-8";
  const zh = { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" };
  test.each<[string, () => ReturnType<typeof post>, number, string, RegExp]>([
    ["bad JSON", () => post("{", zh), 400, "BODY_NOT_JSON", /不是有效的 JSON/],
    ["an empty body", () => post("", zh), 400, "BODY_NOT_JSON", /不是有效的 JSON/],
    ["no object", () => post("[]", zh), 400, "OBJECT_NEEDED", /body 须为 JSON 对象/],
    ["null", () => post("null", zh), 400, "OBJECT_NEEDED", /body 须为 JSON 对象/],
    ["no query", () => post("{}", zh), 400, "QUERY_NEEDED", /缺少查询/],
    ["a null query", () => post({ query: null }, zh), 400, "QUERY_NEEDED", /缺少查询/],
    ["an empty query", () => post({ query: "" }, zh), 400, "QUERY_NEEDED", /缺少查询/],
    ["a number as query", () => post({ query: 1 }, zh), 400, "TEXT_NEEDED", /query 须为文本/],
    ["a document as query", () => post({ query: { kind: "Document" } }, zh), 400, "TEXT_NEEDED", /query 须为文本/],
    ["a list as name", () => post({ query, operationName: [] }, zh), 400, "TEXT_NEEDED", /operationName 须为文本/],
    ["JSON in a text", () => post({ query, variables: "{}" }, zh), 400, "OBJECT_NEEDED", /variables 须为 JSON 对象/],
    ["a list of variables", () => post({ query, variables: [] }, zh), 400, "OBJECT_NEEDED", /variables 须为 JSON 对象/],
    ["a number as extensions", () => post({ query, extensions: 0 }, zh), 400, "OBJECT_NEEDED", /extensions 须为 JSON 对象/],
    ["a batch", () => post([{ query }] as never, zh), 400, "OBJECT_NEEDED", /body 须为 JSON 对象/],
    ["text/plain", () => post({ query }, { ...zh, "content-type": "text/plain" }), 415, "CONTENT_TYPE_UNFIT", /须为 JSON/],
    [
      "a form",
      () => post("query={a}", { ...zh, "content-type": "application/x-www-form-urlencoded" }),
      415,
      "CONTENT_TYPE_UNFIT",
      /JSON/,
    ],
    ["too much", () => post(`"${"x".repeat(1_000_001)}"`, zh), 413, "BODY_TOO_LARGE", /请求超过/],
    ["GET without a query", () => get({}, zh), 400, "QUERY_NEEDED", /缺少查询/],
    ["GET with bad JSON", () => get({ query, variables: "{" }, zh), 400, "OBJECT_NEEDED", /variables 须为/],
    ["GET with a list", () => get({ query, extensions: "[]" }, zh), 400, "OBJECT_NEEDED", /extensions 须为/],
    ["a mutation by GET", () => get({ query: "mutation { __typename }" }, zh), 405, "GET_ANSWERS_QUERIES", /GET 只接受查询/],
    ["only HTML", () => post({ query }, { ...zh, accept: "text/html" }), 406, "NOT_ACCEPTABLE", /请求头 Accept/],
    [
      "a persisted query",
      () => post({ extensions: { persistedQuery: { version: 1, sha256Hash: "0" } } }, zh),
      400,
      "PERSISTED_QUERY_NOT_SUPPORTED",
      /不支持持久化查询/,
    ],
    [
      "several operations",
      () => post({ query: "query A { __typename } query B { __typename }" }, zh),
      200,
      "OPERATION_NEEDED",
      /operationName/,
    ],
    [
      "a syntax error",
      () => post({ query: "{" }, zh),
      200,
      "GRAPHQL_PARSE_FAILED",
      /^查询有误：语法错误：应为名称，实际为查询末尾。$/,
    ],
    [
      "an unknown field",
      () => post({ query: "{ nothing }" }, zh),
      200,
      "GRAPHQL_VALIDATION_FAILED",
      /^查询有误：类型 Query 没有字段 nothing。$/,
    ],
    ["an unknown operation", () => post({ query, operationName: "X" }, zh), 200, "OPERATION_UNKNOWN", /没有名为 X 的操作/],
  ])("%s", async (_name, send, status, code, words) => {
    const response = await send();
    expect([response.statusCode, response.headers["content-type"]]).toEqual([status, json]);
    expect(response.json().errors).toMatchObject([{ message: expect.stringMatching(words), extensions: { code } }]);
    expect(response.json()).not.toHaveProperty("data");
  });

  test("a parameter twice", async () => {
    const { statusCode, json } = await atlas.app.inject({ method: "GET", url: "/graphql?query={a}&query={b}" });
    expect([statusCode, json().errors[0].extensions]).toEqual([400, { code: "PARAMETER_REPEATED", argument: "query" }]);
  });

  test("a response states what its query costs if it is to, answered by resolvers, by the database or again", async () => {
    const list = "query ($first: Int) { sites(first: $first) { nodes { slug } } }";
    const costOf = async (first: number, extensions?: object) =>
      (await post({ query: list, variables: { first }, ...(extensions && { extensions }) })).json().extensions;
    for (const first of [10, 20, 21, 21]) {
      expect(await costOf(first)).toBeUndefined();
      expect(await costOf(first, { cost: false })).toBeUndefined();
      expect(await costOf(first, { cost: true })).toEqual({ cost: { complexity: 5 * first + 2, max: 100_000 } });
    }
  });

  test("a query beside a hash is answered", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0" } };
    expect((await post({ query, extensions })).json()).toMatchObject({ data: { atlas: { version: 1 } } });
  });
});

describe("the media type", () => {
  const invalidQuery = "{ nothing }";
  test.each([
    ["application/json, application/graphql-response+json;q=0", "application/json; charset=utf-8", 200],
    ["application/json, application/graphql-response+json", "application/json; charset=utf-8", 200],
    ["application/graphql-response+json, application/json", "application/graphql-response+json; charset=utf-8", 400],
    ["application/json;q=0, */*", "application/graphql-response+json; charset=utf-8", 400],
  ])("%s", async (accept, type, status) => {
    const { statusCode, headers } = await post({ query: invalidQuery }, { accept });
    expect([headers["content-type"], statusCode]).toEqual([type, status]);
  });
});
