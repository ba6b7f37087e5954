// A changed set of data: what is wrong with it is said by file and record and nothing is stored; what is right becomes a
// new version in which nothing is overwritten.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { renewSearchTexts } from "../../server/imports/search-texts.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const data = fileURLToPath(new URL("../../prisma/data", import.meta.url));
const publication = { origin: "SEED", author: "test", reason: "test" } as const;

describe.each(databases)("publishing on %s", (kind) => {
  let atlas: TestAtlas;
  let folder = "";
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(data, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (file: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(folder, file), "utf8");
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(join(folder, file), changed);
  };
  const outcome = () =>
    Promise.resolve()
      .then(() => publish(atlas.database, readDataset(folder), publication))
      .then(String, (error: { message: string }) => error.message);
  const count = async (table: string) =>
    (await atlas.database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

  test.each<[string, () => void, string[]]>([
    [
      "a figure without a source",
      () => appendFileSync(join(folder, "observations.csv"), "gdp,region:420100,2026,1,,EXACT,OFFICIAL,HIGH,1 亿元,,,,,\n"),
      ["observations.csv", "sources"],
    ],
    [
      "a figure of a site that does not exist",
      () => appendFileSync(join(folder, "observations.csv"), "gdp,site:nowhere,2026,1,,EXACT,OFFICIAL,HIGH,1 亿元,own,,,,\n"),
      ["observations.csv", "nowhere"],
    ],
    [
      "a period that is none",
      () => appendFileSync(join(folder, "observations.csv"), "gdp,region:420100,2026-13,1,,EXACT,OFFICIAL,HIGH,1,own,,,,\n"),
      ["observations.csv", "2026-13"],
    ],
    [
      "a number that is none",
      () => appendFileSync(join(folder, "observations.csv"), "gdp,region:420100,2026,about 5,,EXACT,OFFICIAL,HIGH,1,own,,,,\n"),
      ["observations.csv", "value"],
    ],
    ["a missing English name", () => edit("bonded-zones.yaml", /nameEn: .*/, "nameEn: ''"), ["bonded-zones.yaml", "nameEn"]],
    [
      "a field that is not known",
      () => edit("bonded-zones.yaml", /nameEn:/, "nameFr: x\n  nameEn:"),
      ["bonded-zones.yaml", "nameFr"],
    ],
    [
      "another encoding",
      () => writeFileSync(join(folder, "units.csv"), Buffer.from([0x69, 0x64, 0x0a, 0xb8, 0xf6])),
      ["units.csv", "UTF-8"],
    ],
    ["a site twice", () => edit("export-bases.yaml", /slug: base-geo/, "slug: base-culture"), ["base-culture"]],
    ["broken YAML", () => edit("plan.yaml", "themes:", "themes: ["), ["plan.yaml"]],
  ])("%s is refused by file and record", async (_what, spoil, parts) => {
    const before = [await count("change_set"), await count("observation"), await count("site")];
    spoil();
    const message = await outcome();
    for (const part of parts) expect(message).toContain(part);
    expect([await count("change_set"), await count("observation"), await count("site")]).toEqual(before);
  });

  test("swapped coordinates are refused by the database, and the whole change with them", async () => {
    const before = await count("change_set");
    edit("logistics-hubs.yaml", /lon: ([\d.]+)\n {4}lat: ([\d.]+)/, "lon: $2\n    lat: $1");
    expect(await outcome()).toContain("site_point_place");
    expect(await count("change_set")).toBe(before);
  });

  test("names published by an earlier version of the program are found as its rules are now", async () => {
    const { pool } = atlas.database;
    const texts = async () =>
      (
        await pool.query(
          "SELECT slug, search_text, sort_zh FROM site UNION ALL SELECT code, search_text, '' FROM district ORDER BY 1",
        )
      ).rows;
    const before = await texts();
    await pool.query("UPDATE search_text_version SET version = 0");
    await pool.query("UPDATE site SET search_text = ' shejizhidou', sort_zh = 'dou1' WHERE slug < 'm'");
    await pool.query("UPDATE district SET search_text = ''");
    expect(await renewSearchTexts(atlas.database)).toBe(true);
    expect(await texts()).toEqual(before);
    expect(await renewSearchTexts(atlas.database)).toBe(false);
  });

  test("a site that has been published cannot be taken out; a note and a link can", async () => {
    const notes = await count("data_note");
    edit("data-notes.csv", /\n[^\n]*\n$/, "\n");
    edit("logistics-hubs.yaml", /industries: \[.*\]/, "industries: []");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(await count("data_note")).toBe(notes - 1);
    expect(await count("plan_commitment")).toBe(16);
    expect(await count("site_industry i JOIN site s ON s.id = i.site_id WHERE s.slug = 'hub-port'")).toBe(0);
    edit("export-bases.yaml", /- slug: base-language[\s\S]*$/, "");
    expect(await outcome()).toContain("base-language");
  });

  test("a changed figure supersedes the old one; tiles and version follow; two writers take turns", async () => {
    const query =
      '{ atlas { version } site(slug: "air-tianhe") { nameEn latestFigures(indicators: ["airport-passengers"]) { value published } } }';
    expect(await atlas.ask(query)).toMatchObject({ site: { latestFigures: [{ value: 31_406_000 }] } });
    edit("observations.csv", /(airport-passengers,site:air-tianhe,2024),31406000/, "$1,31406001");
    edit("logistics-hubs.yaml", "nameEn: Wuhan Tianhe International Airport", "nameEn: Tianhe Airport, renamed");
    const outcomes = (await Promise.all([outcome(), outcome()])).sort();
    expect(outcomes[1]).toBe("undefined");
    // Numbers of changes that were refused are not given out again.
    const version = Number(outcomes[0]);
    expect(version).toBeGreaterThan(1);
    expect(await atlas.ask(query)).toMatchObject({
      atlas: { version },
      site: { nameEn: "Tianhe Airport, renamed", latestFigures: [{ value: 31_406_001 }] },
    });
    expect(await count("observation WHERE superseded_at IS NOT NULL")).toBe(1);
    const { atlas: state } = await atlas.ask("{ atlas { tiles } }");
    const old = await atlas.app.inject("/tiles/sites/1-00000000-1/8/209/104.mvt");
    const current = await atlas.app.inject(`/tiles/sites/${(state as { tiles: string }).tiles}/8/209/104.mvt`);
    expect(old.headers["cache-control"]).toBe("no-cache");
    expect(current.headers["cache-control"]).toContain("immutable");
    expect(current.rawPayload.includes("renamed")).toBe(true);
  });
});
