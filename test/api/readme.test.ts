// What the README says is true: its commands run, its queries answer, its paths exist, its numbers are counted.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "../../server/core/limits.ts";
import { examples } from "../../web/graphiql/examples.ts";
import { openAtlas, type TestAtlas } from "../atlas.ts";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text]) => text ?? "");

let atlas: TestAtlas;
let origin = "";
beforeAll(async () => {
  atlas = await openAtlas();
  origin = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => atlas.close());

const curls = blocks("sh").filter((text) => text.startsWith("curl"));

test.each(curls.map((text, index) => [index + 1, text] as const))("command %i answers", async (_index, text) => {
  const { stdout } = await promisify(execFile)("bash", ["-c", text.replaceAll("http://localhost:4000", origin)]);
  expect(stdout).not.toBe("");
  expect(stdout).not.toContain('"errors"');
  expect(stdout).not.toMatch(/^[45]\d\d|"status":[45]/);
});

test("nothing in it waits to be filled in", () => {
  expect(readme).not.toMatch(/\b[A-Z]+_ROWS\b|TODO|TBD/);
});

test("there is a command for each door", () => {
  expect(curls.map((text) => /localhost:4000\/(\w+)/.exec(text)?.[1])).toEqual([
    ...["graphql", "download", "download", "ogc", "tiles", "tiles", "readyz"],
  ]);
});

const queries = blocks("graphql");
test.each([...queries, ...examples.map(({ query }) => query)].map((query, index) => [index + 1, query] as const))(
  "query %i answers",
  async (index, query) => {
    const variables = JSON.parse(examples[index - 1 - queries.length]?.variables ?? "{}");
    expect(await atlas.ask(query, variables)).toBeTruthy();
  },
);

test("every path it links or names exists", () => {
  const named = [...readme.matchAll(/\]\((?!http)([^)]+)\)|`((?:web|server|prisma)\/[\w./-]+)`/g)].map(
    ([, link, name]) => link ?? name ?? "",
  );
  expect(named.length).toBeGreaterThan(8);
  for (const path of named.filter((name) => !name.includes("…")))
    expect([path, existsSync(fileURLToPath(new URL(path, root)))]).toEqual([path, true]);
});

test("its numbers are the atlas's", async () => {
  const count = async (table: string) => (await atlas.database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n;
  const said = readme.replace(/\s+/g, " ");
  expect(said).toContain(
    `${await count("site")} sites, 13 districts, 7 functional areas, ${await count("observation")} figures of ${await count("indicator WHERE id IN (SELECT indicator_id FROM observation)")} of the ${await count("indicator")} indicators, ${await count("source")} sources, 17 tasks and 39 targets of the plan, and ${await count("data_note")} notes`,
  );
  expect(said).toContain(`${await count("site WHERE point IS NULL")} sites have no published position`);
  expect(said).toContain(
    `pages of at most ${LIMITS.pageSize}, queries of at most ${LIMITS.questions} questions, ${LIMITS.depth} levels, ${LIMITS.breadth} fields and 100 000 values`,
  );
  expect(LIMITS.complexity).toBe(100_000);
});
