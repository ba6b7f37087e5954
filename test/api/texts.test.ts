// Control characters have one answer everywhere; a name that does not exist has one answer for each kind of query.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAtlas, type TestAtlas } from "../atlas.ts";

let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await openAtlas();
});
afterAll(() => atlas.close());

const id = (text: string) => Buffer.from(text).toString("base64url");

test.each<[string, string, Record<string, unknown>]>([
  ['{ site(slug: "air-\\u0000tianhe") { slug } }', "slug", {}],
  ['{ site(slug: "air-\\u{0}tianhe") { slug } }', "slug", {}],
  ['{ site(slug: "air-\\btianhe") { slug } }', "slug", {}],
  ["query ($s: String!) { site(slug: $s) { slug } }", "$s", { s: "air-\u0000tianhe" }],
  ["query ($s: String!) { district(code: $s) { code } }", "$s", { s: "420111\u007f" }],
  ['{ sites(filter: { or: [{ text: "a\\u0001" }] }) { totalCount } }', "filter.or.text", {}],
  ["query ($f: SiteFilter) { sites(filter: $f) { totalCount } }", "$f.or.districts", { f: { or: [{ districts: ["\u0000"] }] } }],
  ["query ($f: SiteFilter) { sites(filter: $f) { totalCount } }", "$f.cql", { f: { cql: "nameEn = 'a\u0000'" } }],
  ['{ observations(filter: { sites: ["\\u0000"] }) { totalCount } }', "filter.sites", {}],
  ['{ districts { observations(indicators: ["\\u0000"]) { value } } }', "indicators", {}],
  ['{ planTargets(slugs: ["\\u0000"]) { slug } }', "slugs", {}],
  [`{ node(id: "${id("LogisticsHub:air-\u0000tianhe")}") { id } }`, "id", {}],
  ['{ node(id: "a\\u0000") { id } }', "id", {}],
])("a control character is refused: %s", async (query, argument, variables) => {
  // Four times: a query that comes back is compiled.
  for (let round = 0; round < 4; round++) {
    const [english, chinese] = [await atlas.queryError(query, variables), await atlas.queryError(query, variables, "zh")];
    expect([english.code, english.message]).toEqual(["TEXT_WITH_CONTROL", expect.stringContaining(`${argument} `)]);
    expect(chinese.message).toContain("控制字符");
  }
});

test("white space is no control character", async () => {
  expect(await atlas.query('{ sites(filter: { text: "Wuhan\\n\\tPark" }) { totalCount } }')).toMatchObject({ sites: {} });
  expect(await atlas.query('{ site(slug: "air-tianhe\\n") { slug } }')).toEqual({ site: null });
});

test.each([
  "/ogc/collections/sites/items/air-%00tianhe",
  "/ogc/collections/%00",
  "/tiles/%00.json",
  "/tiles/sites/%00/1/0/0.mvt",
  "/download/%00",
  "/%00",
])("a control character in a path is refused: %s", async (url) => {
  const response = await atlas.app.inject(url);
  expect([response.statusCode, response.json().title]).toEqual([400, "TEXT_WITH_CONTROL"]);
});

test("one thing that does not exist is null, or 404", async () => {
  const nothing = await atlas.query(
    `{ site(slug: "nowhere") { slug } district(code: "nowhere") { code } node(id: "${id("District:nowhere")}") { id } }`,
  );
  expect(nothing).toEqual({ site: null, district: null, node: null });
  expect((await atlas.app.inject("/ogc/collections/districts/items/nowhere")).statusCode).toBe(404);
});

test.each([
  '{ observations(filter: { indicators: ["nowhere"] }) { totalCount } }',
  '{ observations(filter: { sites: ["air-tianhe", "nowhere"] }) { totalCount } }',
  '{ observations(filter: { districts: ["nowhere"] }) { totalCount } }',
  '{ observations(filter: { functionalAreas: ["nowhere"] }) { totalCount } }',
  '{ observations(filter: { regions: ["nowhere"] }) { totalCount } }',
  '{ planTargets(slugs: ["nowhere"]) { slug } }',
  '{ sites(filter: { districts: ["nowhere"] }) { totalCount } }',
  '{ coverage(filter: {}, withinKm: 1, districts: ["nowhere"]) { share } }',
])("a name in a list that does not exist is refused: %s", async (query) => {
  const { code, message } = await atlas.queryError(query);
  expect([code, message]).toEqual(["VALUE_UNKNOWN", expect.stringContaining("nowhere")]);
});
