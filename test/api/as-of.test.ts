// Data as of a day: the same queries before and after a change of the data, and before there was any.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const data = fileURLToPath(new URL("../../prisma/data", import.meta.url));
const inAirport = { within: null, text: "tianhe", kinds: ["LOGISTICS_HUB"] };

describe.each(databases)("as of a moment on %s", (kind) => {
  let atlas: TestAtlas;
  let folder = "";
  let [before, after] = ["", ""];
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(data, folder, { recursive: true });
    const file = join(folder, "observations.csv");
    const edit = (from: string, to: string) => {
      const text = readFileSync(file, "utf8");
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
    };
    edit(
      "airport-passengers,site:air-tianhe,2025,30000000,,MORE_THAN",
      "airport-passengers,site:air-tianhe,2025,31406001,,EXACT",
    );
    const census = /^population-census,district:420102,.*\n/m.exec(readFileSync(file, "utf8"))?.[0] ?? "";
    edit(census, "");
    // What another source estimates for the same year.
    appendFileSync(file, "airport-passengers,site:air-tianhe,2025,31000000,,ABOUT,ESTIMATE,MEDIUM,约3100万人次,air15,,,,\n");
    await publish(atlas.database, readDataset(folder), { origin: "SEED", author: "test", reason: "figures revised" });
    const { changeSets } = (await atlas.query("{ changeSets { nodes { createdAt } } }")) as {
      changeSets: { nodes: { createdAt: string }[] };
    };
    [after = "", before = ""] = changeSets.nodes.map(({ createdAt }) => createdAt);
  });
  afterAll(async () => {
    await atlas.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const queryAsOf = (query: string, asOf: string | null) => atlas.query(query, { asOf });

  test("changes are listed, newest first, with what they brought and took", async () => {
    const changesQuery =
      "{ changeSets(first: 5) { nodes { number origin reason createdAt added superseded } pageInfo { hasNextPage } } atlas { version publishedAt } }";
    const statements = atlas.database.statements;
    const { changeSets, atlas: state } = (await atlas.query(changesQuery)) as {
      changeSets: { nodes: Record<string, unknown>[]; pageInfo: unknown };
      atlas: { version: number; publishedAt: string };
    };
    expect(atlas.database.statements - statements).toBe(2);
    expect(changeSets.pageInfo).toEqual({ hasNextPage: false });
    expect(changeSets.nodes).toMatchObject([
      { number: state.version, createdAt: state.publishedAt, origin: "SEED", reason: "figures revised", added: 2, superseded: 2 },
      { added: readDataset(data).observations.length, superseded: 0 },
    ]);
    expect(after > before).toBe(true);
  });

  const latest = `query ($asOf: DateTime) { site(slug: "air-tianhe") {
    latestFigures(indicators: ["airport-passengers"], asOf: $asOf) { value supersededAt conflicting(asOf: $asOf) { value } isPreferred(asOf: $asOf) } } }`;
  test("the latest figure is that of the day, with what was contradicted then", async () => {
    const old = { value: 30_000_000, conflicting: [], isPreferred: true, supersededAt: after };
    const now = { value: 31_406_001, conflicting: [{ value: 31_000_000 }], isPreferred: true, supersededAt: null };
    const results = await Promise.all([before, after, null].map((moment) => queryAsOf(latest, moment)));
    expect(results).toEqual([old, now, now].map((figure) => ({ site: { latestFigures: [figure] } })));
  });

  test("at any moment exactly one figure is valid: a millisecond before the change it is the old one", async () => {
    const justBefore = new Date(Date.parse(after) - 1).toISOString();
    const query = `query ($asOf: DateTime) { observations(asOf: $asOf, filter: { indicators: ["airport-passengers"], from: "2025-12-31", to: "2025-12-31",
      sites: ["air-tianhe"] }) { totalCount nodes { value } } }`;
    const results = await Promise.all([justBefore, after].map((moment) => queryAsOf(query, moment)));
    expect(
      results.map(({ observations }) => (observations as { nodes: { value: number }[] }).nodes.map(({ value }) => value).sort()),
    ).toEqual([[30_000_000], [31_000_000, 31_406_001]]);
  });

  test("a site's series, and a district's population that has since been withdrawn", async () => {
    const query = `query ($asOf: DateTime) { district(code: "420102") { population(asOf: $asOf) { value } }
      site(slug: "air-tianhe") { observations(indicators: ["airport-passengers"], asOf: $asOf) { value } } }`;
    const [old, now] = await Promise.all([before, after].map((moment) => queryAsOf(query, moment)));
    expect(old).toMatchObject({ district: { population: { value: expect.any(Number) } } });
    expect(now).toMatchObject({ district: { population: null } });
    const values = (answer?: Record<string, unknown>) =>
      (answer?.site as { observations: { value: number }[] } | undefined)?.observations.map(({ value }) => value);
    expect(values(old)).toContain(30_000_000);
    expect(values(now)).toEqual(expect.arrayContaining([31_406_001, 31_000_000]));
    expect(values(now)).not.toContain(30_000_000);
  });

  test("sums over sites, and the figures behind them", async () => {
    const query = `query ($asOf: DateTime, $filter: SiteFilter!) {
      catchment(filter: $filter, indicators: ["airport-passengers"], asOf: $asOf) { figures { sum count figures { value subject { ... on LogisticsHub { slug } } } } }
      siteGroups(filter: $filter, by: KIND, indicators: ["airport-passengers"], asOf: $asOf) { groups { figures { sum } } } }`;
    const results = await Promise.all([before, after].map((asOf) => atlas.query(query, { asOf, filter: inAirport })));
    expect(results).toEqual(
      [30_000_000, 31_406_001].map((value) => ({
        catchment: { figures: [{ sum: value, count: 1, figures: [{ value, subject: { slug: "air-tianhe" } }] }] },
        siteGroups: { groups: [{ figures: [{ sum: value }] }] },
      })),
    );
  });

  test("of two conflicting figures, the API says which one is preferred and why", async () => {
    const query = `query ($asOf: DateTime) { observations(asOf: $asOf, filter: { indicators: ["airport-passengers"], sites: ["air-tianhe"],
      from: "2025-12-31", to: "2025-12-31" }) { nodes { value isPreferred(asOf: $asOf) conflicts(asOf: $asOf) { otherIsPreferred compatible decidedBy other { value sources { slug } } } } } }`;
    const { observations } = (await queryAsOf(query, null)) as { observations: { nodes: { value: number }[] } };
    expect(observations.nodes.sort((one, other) => one.value - other.value)).toMatchObject([
      {
        value: 31_000_000,
        isPreferred: false,
        conflicts: [{ otherIsPreferred: true, compatible: false, decidedBy: "STATUS", other: { value: 31_406_001 } }],
      },
      {
        value: 31_406_001,
        isPreferred: true,
        conflicts: [{ otherIsPreferred: false, decidedBy: "STATUS", other: { sources: [{ slug: "air15" }] } }],
      },
    ]);
  });

  test("conflicting figures may all be true: bounds and a number beyond them", async () => {
    const query = `{ observations(filter: { indicators: ["rail-water-containers"], sites: ["port-yangluo"], from: "2024-12-31", to: "2024-12-31" }) {
      nodes { qualifier value conflicts { compatible otherIsPreferred decidedBy } } } }`;
    const { observations } = (await atlas.query(query)) as { observations: { nodes: { value: number }[] } };
    const conflict = (decidedBy: string, otherIsPreferred: boolean) => ({ compatible: true, otherIsPreferred, decidedBy });
    expect(observations.nodes.sort((one, other) => one.value - other.value)).toEqual([
      { qualifier: "MORE_THAN", value: 210_000, conflicts: [conflict("PUBLISHER", true), conflict("STATUS", false)] },
      { qualifier: "MORE_THAN", value: 230_000, conflicts: [conflict("PUBLISHER", false), conflict("STATUS", false)] },
      { qualifier: "EXACT", value: 231_600, conflicts: [conflict("STATUS", true), conflict("STATUS", true)] },
    ]);
  });

  test("before the atlas knew anything there is nothing, and no error", async () => {
    const query = `query ($asOf: DateTime) { observations(asOf: $asOf) { totalCount }
      catchment(filter: {}, asOf: $asOf) { totalCount figures { sum } } district(code: "420102") { population(asOf: $asOf) { value } }
      site(slug: "air-tianhe") { nameEn latestFigures(asOf: $asOf) { id } observations(asOf: $asOf) { id } } }`;
    expect(await queryAsOf(query, "1999-12-31")).toMatchObject({
      observations: { totalCount: 0 },
      catchment: { totalCount: 47, figures: [] },
      district: { population: null },
      site: { latestFigures: [], observations: [] },
    });
  });

  test("a day means its end; a moment may have any time zone", async () => {
    const day = after.slice(0, 10);
    const chinese = new Date(Date.parse(before) + 8 * 3_600_000).toISOString().replace("Z", "+08:00");
    const results = await Promise.all([day, chinese].map((moment) => queryAsOf(latest, moment)));
    expect(results).toMatchObject([31_406_001, 30_000_000].map((value) => ({ site: { latestFigures: [{ value }] } })));
  });

  test.each(["2026-02-30", "yesterday", "2026", "", "2026-01-01T25:00:00Z", "2026-01-01T10:00:00", 5])(
    "%j is refused as a date-time in both languages, as a variable and within the query",
    async (asOf) => {
      for (const [language, words] of [
        ["en", "DateTime must be a date-time like"],
        ["zh", "DateTime 须为时刻"],
      ] as const) {
        const literal = latest.replaceAll("$asOf)", `${JSON.stringify(asOf)})`).replace("query ($asOf: DateTime)", "");
        for (const answer of [
          await atlas.queryError(latest, { asOf }, language),
          await atlas.queryError(literal, {}, language),
        ]) {
          expect(answer).toMatchObject({ code: "MOMENT_MALFORMED", message: expect.stringContaining(words) });
          expect(answer.message).toContain(String(asOf));
        }
      }
    },
  );
});
