// What README and docs/ say is true: its commands run, its queries answer, its paths exist, its numbers are counted.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REQUEST_LIMITS } from "../../server/core/limits.ts";
import { examples } from "../../web/graphiql/examples.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";
import { documentation, documents } from "../docs.ts";

const root = new URL("../../", import.meta.url);
const blocks = (language: string) =>
  [...documentation.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text]) => text ?? "");

let atlas: TestAtlas;
let origin = "";
beforeAll(async () => {
  atlas = await readAtlas();
  origin = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => atlas.close());

const curlCommands = blocks("sh").filter((text) => text.startsWith("curl"));

/** What the answer to each command must hold, in the order of the commands. */
const curlChecks: [endpoint: string, check: (text: string) => void][] = [
  [
    "graphql",
    (text) => {
      const { sites } = JSON.parse(text).data;
      expect(sites.totalCount).toBe(sites.nodes.length);
      const filled = sites.nodes.filter(({ latestFigures }: { latestFigures: unknown[] }) => latestFigures.length > 0);
      expect(filled.length).toBeGreaterThan(0);
      for (const { latestFigures } of filled) {
        expect(latestFigures).toEqual([
          {
            value: expect.any(Number),
            published: nonEmptyText,
            indicator: { unit: { nameEn: "km²" } },
            sources: expect.arrayContaining([{ publisherEn: nonEmptyText }]),
          },
        ]);
      }
    },
  ],
  [
    "graphql",
    (text) => {
      const { sites } = JSON.parse(text).data;
      expect(sites.totalCount).toBe(sites.nodes.length);
      expect(sites.nodes.map(({ nameZh }: { nameZh: string }) => nameZh)).toContainEqual(expect.stringContaining("光谷生物城"));
      for (const { nearest } of sites.nodes) {
        expect(nearest).toEqual([{ distanceKm: expect.any(Number), site: { nameEn: expect.stringMatching(/\w/) } }]);
      }
    },
  ],
  [
    "download",
    (text) => {
      const { features } = JSON.parse(text);
      expect(features.length).toBeGreaterThan(5);
      for (const { properties, geometry } of features) {
        expect(properties.kind).toBe("LOGISTICS_HUB");
        expect(kilometres(geometry.coordinates, [114.3, 30.6])).toBeLessThan(30.2);
      }
    },
  ],
  [
    "download",
    (text) => {
      const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
      expect(new Set(rows.map(({ measure }) => measure))).toEqual(new Set(["gdp", "gdp:PER_KM2", "sites.EXPORT_BASE"]));
      // The districts and the city.
      expect(new Set(rows.map(({ key }) => key)).size).toBe(14);
    },
  ],
  [
    "ogc",
    (text) => {
      const { features } = JSON.parse(text);
      const near = features.filter(({ properties }: { properties: { kind: string } }) => properties.kind !== "EXPORT_BASE");
      expect(near.length).toBeGreaterThan(0);
      expect(features.length - near.length).toBe(5);
      for (const { geometry } of near) expect(kilometres(geometry.coordinates, [114.41, 30.48])).toBeLessThan(5.1);
    },
  ],
  [
    "tiles",
    (text) => {
      const { tiles, bounds, vector_layers: layers } = JSON.parse(text);
      expect(decodeURIComponent(tiles[0])).toMatch(/\{z\}\/\{x\}\/\{y\}.*kinds=BONDED_ZONE,LOGISTICS_HUB&districts=420112/);
      expect(bounds).toHaveLength(4);
      expect(layers.map(({ id }: { id: string }) => id)).toContain("sites");
    },
  ],
  ["tiles", (text) => expect(Number(/^200 (\d+) bytes\n$/.exec(text)?.[1])).toBeGreaterThan(100)],
  ["readyz", (text) => expect(JSON.parse(text)).toEqual({ status: "ok", version: 1 })],
];

/** Kilometres between two points of the city, a degree of latitude being 111.2 of them. */
function kilometres([lon, lat]: [number, number], [toLon, toLat]: [number, number]): number {
  return 111.2 * Math.hypot((lon - toLon) * Math.cos((lat * Math.PI) / 180), lat - toLat);
}

test("there is a command for each endpoint, and a check of its response here", () => {
  expect(curlCommands.map((text) => /localhost:4000\/(\w+)/.exec(text)?.[1])).toEqual(curlChecks.map(([endpoint]) => endpoint));
});

test.each(curlCommands.map((text, index) => [index + 1, text] as const))(
  "command %i answers with what it asks for",
  async (number, text) => {
    const { stdout } = await promisify(execFile)("bash", ["-c", text.replaceAll("http://localhost:4000", origin)]);
    curlChecks[number - 1]?.[1](stdout);
  },
);

test("nothing in it waits to be filled in", () => {
  expect(documentation).not.toMatch(/\b[A-Z]+_ROWS\b|TODO|TBD/);
});

const nonEmptyText = expect.stringMatching(/\S/);
const aNumber = expect.any(Number);
const isEmptyList = (list: unknown) => Array.isArray(list) && list.length === 0;

/** What each query answers, by its name: parts that do not depend on how it is computed. */
const expectedAnswers: Record<string, object> = {
  Explore: {
    sites: {
      // The area is not given, so these are all parks and bases.
      totalCount: 27,
      bounds: [aNumber, aNumber, aNumber, aNumber],
      facets: { kinds: expect.arrayContaining([{ kind: "SERVICE_TRADE_PARK", count: 22 }]) },
      pageInfo: { hasNextPage: true },
      nodes: expect.arrayContaining([expect.objectContaining({ slug: "park-biolake", theme: nonEmptyText })]),
    },
  },
  Found: {
    search: expect.arrayContaining([
      expect.objectContaining({
        kind: "FUNCTIONAL_AREA",
        matches: [expect.objectContaining({ slug: "ehdz", exact: false, spelling: "Optics Valley" })],
      }),
    ]),
  },
  AsOf: {
    changeSets: { nodes: expect.arrayContaining([expect.objectContaining({ number: 1, reason: nonEmptyText, added: aNumber })]) },
    site: { observations: expect.arrayContaining([expect.objectContaining({ value: 31_406_000, supersededAt: null })]) },
  },
  InSpace: {
    catchment: {
      areaKm2: expect.closeTo(314, 0),
      kinds: expect.arrayContaining([{ kind: "SERVICE_TRADE_PARK", count: aNumber }]),
    },
    coverage: { districts: { length: 13 } },
    site: { nameEn: nonEmptyText, nearestGateways: { length: 4 } },
  },
  Compared: {
    compare: { columns: { length: 2 }, rows: { length: 13 } },
    peers: { peers: { length: 2 } },
  },
  PlanComputed: {
    plan: { states: expect.arrayContaining([{ state: "OFF_TRACK", count: aNumber }]) },
    planTargets: expect.arrayContaining([expect.objectContaining({ progress: expect.objectContaining({ state: "UNDECIDED" }) })]),
  },
  ByDistrict: {
    clusters: {
      districts: { length: 13 },
      concentration: expect.arrayContaining([expect.objectContaining({ herfindahl: aNumber })]),
    },
    completeness: { rows: { length: 13 } },
  },
  Parks: { sites: { nodes: expect.arrayContaining([expect.objectContaining({ nameZh: "光谷生物城" })]) } },
  Figures: {
    site: { nameZh: "武汉天河国际机场", observations: expect.arrayContaining([expect.objectContaining({ value: 31_406_000 })]) },
  },
  PlanAndDistricts: { plan: { horizon: 2027 }, districts: { length: 13 } },
};

const queries = blocks("graphql");
test.each(
  [...queries, ...examples.map(({ query }) => query)].map(
    (query, index) => [/query (\w+)/.exec(query)?.[1] ?? "", query, index] as const,
  ),
)("query %s answers with what it asks for", async (name, query, index) => {
  const variables = JSON.parse(examples[index - queries.length]?.variables ?? "{}");
  const data = await atlas.query(query, variables);
  expect(expectedAnswers).toHaveProperty(name);
  expect(data).toMatchObject(expectedAnswers[name] ?? {});
  for (const part of Object.values(data)) expect(part === null || isEmptyList(part)).toBe(false);
});

test("every path and heading they link to or name exists", () => {
  const anchorsOf = (path: string) =>
    [...(documents.find((one) => one.path === path)?.text ?? "").matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
  for (const { path, text } of documents) {
    const links = [...text.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link = ""]) => new URL(link, new URL(path, root)));
    const names = [...text.matchAll(/`((?:web|server|prisma|test)\/[\w./-]+)`/g)].map(([, name = ""]) => new URL(name, root));
    for (const { href, hash, pathname } of [...links, ...names]) {
      expect([path, href, existsSync(pathname)]).toEqual([path, href, true]);
      if (hash) expect(anchorsOf(href.slice(root.href.length).split("#")[0] ?? "")).toContain(hash.slice(1));
    }
  }
  expect(documents.map(({ path }) => path)).toContain("docs/api.md");
});

test("its numbers are the atlas's", async () => {
  const count = async (table: string) => (await atlas.database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
  const documentationText = documentation.replace(/\s+/g, " ");
  expect(documentationText).toContain(
    `${await count("site")} sites, 13 districts, 7 functional areas, ${(await count("observation")).toLocaleString("en")} figures of ${await count("indicator WHERE id IN (SELECT indicator_id FROM observation)")} of the ${await count("indicator")} indicators, ${await count("source")} sources, 17 tasks and 39 targets of the plan, and ${await count("data_note")} notes`,
  );
  expect(documentationText).toContain(`${await count("site WHERE point IS NULL")} sites have no published location`);
  expect(documentationText).toContain(
    `pages of at most ${REQUEST_LIMITS.pageSize}, queries of at most ${REQUEST_LIMITS.rootFields} top-level fields, ${REQUEST_LIMITS.depth} levels, ${REQUEST_LIMITS.breadth} fields and a cost of 100,000`,
  );
  expect(REQUEST_LIMITS.complexity).toBe(100_000);
});
