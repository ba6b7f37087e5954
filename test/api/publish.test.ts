// A changed set of data: what is wrong with it is said by file and record and nothing is stored; what is right becomes a
// new version in which nothing is overwritten.
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../server/database/migrations.ts";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { renewSearchTexts } from "../../server/imports/search-texts.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const data = fileURLToPath(new URL("../../prisma/data", import.meta.url));
// The rules do not depend on how much there is: a small edition is read and published in a fraction of the time. It has all sites and
// the whole plan, a few figures, notes and stations, and the indicators and sources that these name.
const dataFolder = mkdtempSync(join(tmpdir(), "atlas-edition-"));
cpSync(data, dataFolder, { recursive: true });
const shorten = (file: string, change: (text: string) => string) =>
  writeFileSync(join(dataFolder, file), change(readFileSync(join(dataFolder, file), "utf8")));
const linesWhere = (isKept: (line: string, index: number) => boolean) => (text: string) =>
  text
    .split(/(?<=\n)/)
    .filter((line, index) => index === 0 || isKept(line, index))
    .join("");
const cutUnnamed = (file: string, neededSlug: string) => {
  const others = readdirSync(dataFolder).filter((name) => name !== file);
  const words = new Set(
    others.flatMap((name) => readFileSync(join(dataFolder, name), "utf8").split(/[^\w.-]+/)).concat(neededSlug),
  );
  shorten(
    file,
    linesWhere((line) => words.has(line.split(",", 1)[0] ?? "")),
  );
};
shorten(
  "observations.csv",
  linesWhere((line) => /^(gdp,region:|airport-passengers,|[\w-]+,site:base-ip,)/.test(line)),
);
shorten(
  "data-notes.csv",
  linesWhere((_line, index) => index <= 12),
);
shorten(
  "series-breaks.csv",
  linesWhere((line) => /^(note,|services-trade-2016-2018,)/.test(line)),
);
shorten("metro-stations.geojson", (text) => {
  const stations = JSON.parse(text);
  return JSON.stringify({ ...stations, features: stations.features.slice(0, 5) });
});
cutUnnamed("indicators.csv", "a-level-logistics-firms");
cutUnnamed("sources.csv", "own");
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

// Each test begins with the same edition, whatever the one before it has published.
const publication = { origin: "SEED", author: "test", reason: "test", republishes: true } as const;

describe.each(databases)("publishing on %s", (kind) => {
  let atlas: TestAtlas;
  let folder = "";
  let notices: string[] = [];
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    // In place of the starting data, whose indicators and sources would remain.
    await atlas.database.pool.query(`DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ')
      FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('_prisma_migrations', 'atlas_mode', 'search_text_version', 'spatial_ref_sys')); END $$`);
    expect(await publish(atlas.database, readDataset(dataFolder), publication)).toBeGreaterThan(1);
    expect([await count("metro_station"), (await count("site")) > 40]).toEqual([5, true]);
  });
  afterAll(() => atlas.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(dataFolder, folder, { recursive: true });
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
      .then(() => {
        notices = [];
        return publish(atlas.database, readDataset(folder), publication, ({ message }) => notices.push(message));
      })
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
    [
      "a figure twice",
      () => {
        const figure = "gdp,region:420100,2032,2,,EXACT,EXPECTED,LOW,2 亿元,own,,,,\n";
        appendFileSync(join(folder, "observations.csv"), figure + figure.replace("2032,2,", "2032,2.0,"));
      },
      ["observations.csv", "gdp", "2032-12-31", "twice"],
    ],
    ["broken YAML", () => edit("plan.yaml", "themes:", "themes: ["), ["plan.yaml"]],
  ])("%s is refused by file and record", async (_what, corrupt, parts) => {
    const before = [await count("change_set"), await count("observation"), await count("site")];
    corrupt();
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
    expect(await renewSearchTexts(atlas.database)).toBeGreaterThan(13);
    expect(await texts()).toEqual(before);
    expect(await renewSearchTexts(atlas.database)).toBe(0);
  });

  test("a note and a link can be removed from the files; a site missing from them is kept and reported", async () => {
    const [notes, sites, sources] = [await count("data_note"), await count("site"), await count("site_source")];
    const figures = await count("observation WHERE superseded_at IS NULL");
    edit("data-notes.csv", /\n[^\n]*\n$/, "\n");
    edit("logistics-hubs.yaml", /industries: \[.*\]/, "industries: []");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([]);
    expect(await count("data_note")).toBe(notes - 1);
    expect(await count("plan_commitment")).toBe(16);
    expect(await count("site_industry i JOIN site s ON s.id = i.site_id WHERE s.slug = 'hub-port'")).toBe(0);
    edit("export-bases.yaml", /- slug: base-ip\n[\s\S]*?(?=- slug: )/, "");
    edit("observations.csv", /^.*,site:base-ip,.*\n/gm, "");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual(["Site base-ip is no longer in the data files. It remains unchanged."]);
    expect([await count("site"), await count("site_source")]).toEqual([sites, sources]);
    expect(await count("export_base e JOIN site s ON s.id = e.site_id WHERE s.slug = 'base-ip'")).toBe(1);
    expect(await count("observation WHERE superseded_at IS NULL")).toBe(figures);
  });

  // What somebody else publishes, in a change set of its own.
  const other = async (...statements: string[]) => {
    const { rows } = await atlas.database.pool.query<{ id: number; at: string }>(
      `INSERT INTO change_set (origin, author, reason, digest, created_at)
       SELECT 'IMPORT', 'reviewer', 'corrected', md5(random()::text), max(created_at) + interval '1 millisecond' FROM change_set
       RETURNING id, created_at::text AS at`,
    );
    const [{ id, at } = { id: 0, at: "" }] = rows;
    for (const statement of statements)
      await atlas.database.pool.query(statement.replaceAll("$id", String(id)).replaceAll("$at", `'${at}'::timestamptz`));
  };
  const nameOf = async (slug: string) =>
    (await atlas.database.pool.query("SELECT name_en, website FROM site WHERE slug = $1", [slug])).rows[0];

  test("a later edition never undoes what others have written: changed, removed and added rows stay as they left them", async () => {
    expect(await outcome()).toMatch(/^\d+$/);
    await other(
      "UPDATE site SET name_en = 'Renamed by a reviewer' WHERE slug = 'hub-port'",
      "UPDATE plan_target SET note_en = 'A reviewer''s note' WHERE position = 0",
      "DELETE FROM site_industry USING site s WHERE s.id = site_id AND s.slug = 'park-biolake'",
      "INSERT INTO data_note SELECT 'reviewed', kind, topic_zh, topic_en, detail_zh, detail_en FROM data_note LIMIT 1",
    );
    const before = await count("data_note");
    // Files that change other rows only: nothing is reported, and nothing of the reviewer's is touched.
    edit("bonded-zones.yaml", /nameEn: .*/, "nameEn: A new name");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([]);
    expect(await nameOf("hub-port")).toMatchObject({ name_en: "Renamed by a reviewer" });
    expect(await count("data_note")).toBe(before);
    expect(await count("plan_target WHERE note_en = 'A reviewer''s note'")).toBe(1);
    expect(await count("site_industry i JOIN site s ON s.id = i.site_id WHERE s.slug = 'park-biolake'")).toBe(0);
    expect(await count("site WHERE name_en = 'A new name'")).toBe(1);
    // Files that change the very row: it stays, and that is reported by name.
    edit("logistics-hubs.yaml", /(slug: hub-port\n[\s\S]*?nameEn: ).*/, "$1Renamed by the files");
    edit("data-notes.csv", /\n[^\n]*\n$/, "\n");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([
      expect.stringMatching(/^Site hub-port was changed by others since the data files were last published\./),
    ]);
    expect(await nameOf("hub-port")).toMatchObject({ name_en: "Renamed by a reviewer" });
    expect(await count("data_note WHERE id = 'reviewed'")).toBe(1);
    await atlas.database.pool.query("DELETE FROM data_note WHERE id = 'reviewed'");
  });

  test("what others refer to is not removed with the files' row, and what refers to a row that others removed is left out", async () => {
    expect(await outcome()).toMatch(/^\d+$/);
    const last = (await atlas.database.pool.query("SELECT id FROM data_note ORDER BY id LIMIT 1")).rows[0].id as string;
    await other(`DELETE FROM data_note_source WHERE note_id = '${last}'`, `DELETE FROM data_note WHERE id = '${last}'`);
    edit("data-notes.csv", new RegExp(`^(${last},.*),[^,\\n]*$`, "m"), "$1,own");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining(`DataNoteSource ${last}/own`)]);
    expect(await count(`data_note WHERE id = '${last}'`)).toBe(0);
  });

  test("a figure that others have superseded is not published again, changed in the files or not", async () => {
    expect(await outcome()).toMatch(/^\d+$/);
    const cell = "observation WHERE indicator_id = 'airport-passengers' AND period_end = '2023-12-31'";
    const countCurrent = (condition: string) => count(`${cell} AND superseded_at IS NULL ${condition}`);
    expect(await countCurrent("")).toBe(1);
    await other(
      `INSERT INTO observation (indicator_id, site_id, period_kind, period_start, period_end, value, qualifier, status, confidence, published,
        source_id, change_set_id, recorded_at)
       SELECT indicator_id, site_id, period_kind, period_start, period_end, 1, qualifier, status, confidence, '1', source_id, $id, $at
       FROM ${cell} AND superseded_at IS NULL`,
      `UPDATE observation SET superseded_at = $at WHERE id IN (SELECT id FROM ${cell} AND superseded_at IS NULL AND value <> 1)`,
    );
    appendFileSync(join(folder, "observations.csv"), "gdp,region:420100,2031,1,,EXACT,EXPECTED,LOW,1 亿元,own,,,,\n");
    expect(await outcome()).toMatch(/^\d+$/);
    expect([notices, await countCurrent(""), await countCurrent("AND value = 1")]).toEqual([[], 1, 1]);
    edit("observations.csv", /(airport-passengers,site:air-tianhe,2023),\d+/, "$1,25000000");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining("Observation airport-passengers, air-tianhe, 2023-12-31")]);
    expect([await countCurrent(""), await countCurrent("AND value = 1")]).toEqual([1, 1]);
  });

  test("a row that others removed and the files change stays removed, which is reported", async () => {
    await outcome();
    const note = await firstNote();
    await other(`DELETE FROM data_note WHERE id = '${note}'`);
    edit("data-notes.csv", new RegExp(`^(${note},[A-Z_]+,)`, "m"), "$1更");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining(`DataNote ${note} was changed by others`)]);
    expect(await count(`data_note WHERE id = '${note}'`)).toBe(0);
  });
  const firstNote = async () =>
    (await atlas.database.pool.query("SELECT id FROM data_note ORDER BY id LIMIT 1")).rows[0].id as string;

  test("a row is not removed with the files' if others have added a part to it, which the database would delete with it", async () => {
    await outcome();
    const note = await firstNote();
    await other(`INSERT INTO data_note_source SELECT '${note}', s.id FROM source s WHERE s.id NOT IN
      (SELECT source_id FROM data_note_source WHERE note_id = '${note}') ORDER BY s.id LIMIT 1`);
    edit("data-notes.csv", new RegExp(`^${note},.*\\n`, "m"), "");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining(`DataNote ${note} was changed by others`)]);
    expect([await count(`data_note WHERE id = '${note}'`), await count(`data_note_source WHERE note_id = '${note}'`)]).toEqual([
      1, 1,
    ]);
    await atlas.database.pool.query("DELETE FROM data_note WHERE id = $1", [note]);
  });

  test("the measure that decides a target can change its place, and does not displace one that others have made decide", async () => {
    await outcome();
    const decides = async () =>
      (
        await atlas.database.pool.query(
          "SELECT position, indicator_id FROM target_measure WHERE target_id = 'airport-intl-routes' AND role = 'MEASURES'",
        )
      ).rows;
    const replaceInPlan = (from: string, to: string) => edit("plan.yaml", from, to);
    const measures = (first: string, second: string) =>
      `  - role: ${first}\n    indicator: airport-international-routes\n    subject: site:air-tianhe\n  - role: ${second}\n    indicator: airport-international-routes-opened`;
    replaceInPlan(measures("MEASURES", "RELATED"), measures("RELATED", "MEASURES"));
    expect(await outcome()).toMatch(/^\d+$/);
    expect(await decides()).toEqual([{ position: 1, indicator_id: "airport-international-routes-opened" }]);
    replaceInPlan(measures("RELATED", "MEASURES"), measures("MEASURES", "RELATED"));
    expect(await outcome()).toMatch(/^\d+$/);
    expect([notices, await decides()]).toEqual([[], [{ position: 0, indicator_id: "airport-international-routes" }]]);
    await other(
      "UPDATE target_measure SET role = 'RELATED' WHERE target_id = 'airport-intl-routes' AND position = 0",
      `INSERT INTO target_measure (target_id, position, role, indicator_id, region_code)
       VALUES ('airport-intl-routes', 5, 'MEASURES', 'airport-passengers', '420100')`,
    );
    replaceInPlan(measures("MEASURES", "RELATED"), measures("RELATED", "MEASURES"));
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining("TargetMeasure airport-intl-routes/1")]);
    expect(await decides()).toEqual([{ position: 5, indicator_id: "airport-passengers" }]);
    await atlas.database.pool.query("DELETE FROM target_measure WHERE position = 5");
  });

  test("a figure that others have published with other words is not published beside it, and the rest is", async () => {
    await outcome();
    const figure = "gdp,region:420100,2032,2,,EXACT,EXPECTED,LOW,2 亿元,own,,,,\n";
    await other(
      `INSERT INTO observation (indicator_id, region_code, period_kind, period_start, period_end, value, qualifier, status, confidence, published,
        source_id, change_set_id, recorded_at)
       VALUES ('gdp', '420100', 'YEAR', '2032-01-01', '2032-12-31', 2, 'EXACT', 'EXPECTED', 'LOW', 'two', 'own', $id, $at)`,
    );
    appendFileSync(join(folder, "observations.csv"), `${figure}${figure.replace("2032", "2033")}`);
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([expect.stringContaining("Observation gdp, 420100, 2032-12-31 was changed by others")]);
    const words =
      "SELECT published FROM observation WHERE superseded_at IS NULL AND indicator_id = 'gdp' AND period_end > '2031-12-31'";
    expect((await atlas.database.pool.query(`${words} ORDER BY period_end`)).rows).toEqual([
      { published: "two" },
      { published: "2 亿元" },
    ]);
  });

  test("a database of an earlier version takes files in of which one has become empty", async () => {
    await outcome();
    await atlas.database.pool.query("DELETE FROM file_row");
    for (const file of ["series-breaks.csv", "data-notes.csv"])
      writeFileSync(join(folder, file), `${readFileSync(join(folder, file), "utf8").split("\n", 1)}\n`);
    expect(await outcome()).toMatch(/^\d+$/);
    expect([notices, await count("data_note"), await count("series_break")]).toEqual([[], 0, 0]);
  });

  test("a database published before the files' rows were remembered takes a later edition in as it is", async () => {
    expect(await outcome()).toMatch(/^\d+$/);
    const [sites, rows] = [await count("site"), await count("file_row")];
    await atlas.database.pool.query("DELETE FROM file_row");
    // The same files: nothing to publish, and their content is now stored as published.
    expect(await outcome()).toBe("undefined");
    expect(await count("file_row")).toBe(rows);
    await atlas.database.pool.query("DELETE FROM file_row");
    edit("bonded-zones.yaml", /nameEn: .*/, "nameEn: New name");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([]);
    expect([await count("site WHERE name_en = 'New name'"), await count("site")]).toEqual([1, sites]);
  });

  test("a database with the earlier names of the data holder's columns keeps its data and takes a later edition in", async () => {
    const { pool } = atlas.database;
    expect(await outcome()).toMatch(/^\d+$|^undefined$/);
    const holders = "SELECT id, data_holder_zh, data_holder_en FROM plan_target ORDER BY id";
    const before = (await pool.query(holders)).rows;
    await pool.query(`ALTER TABLE plan_target RENAME COLUMN data_holder_zh TO asked_zh;
      ALTER TABLE plan_target RENAME COLUMN data_holder_en TO asked_en;
      UPDATE file_row SET row = row - ARRAY['data_holder_zh', 'data_holder_en']
        || jsonb_build_object('asked_zh', row -> 'data_holder_zh', 'asked_en', row -> 'data_holder_en') WHERE model = 'PlanTarget';
      DELETE FROM _prisma_migrations WHERE migration_name = '20261129000002_data_holder'`);
    expect(await migrate(pool)).toBe(1);
    expect((await pool.query(holders)).rows).toEqual(before);
    expect(before.length).toBeGreaterThan(30);
    edit("plan.yaml", /dataHolderEn: .*/, "dataHolderEn: Another bureau");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([]);
    expect(await count("plan_target WHERE data_holder_en = 'Another bureau'")).toBe(1);
  });

  test("a database with the earlier names of columns of indicators and targets keeps its data and takes a later edition in", async () => {
    const { pool } = atlas.database;
    expect(await outcome()).toMatch(/^\d+$|^undefined$/);
    const columns = [
      "SELECT id, applies_to FROM indicator ORDER BY id",
      "SELECT id, status_quo_date, aspirational FROM plan_target ORDER BY id",
    ];
    const rows = () => Promise.all(columns.map(async (statement) => (await pool.query(statement)).rows));
    const before = await rows();
    await pool.query(`ALTER TABLE indicator RENAME COLUMN applies_to TO fits;
      ALTER TABLE plan_target RENAME COLUMN status_quo_date TO outset;
      ALTER TABLE plan_target RENAME COLUMN aspirational TO hedged;
      UPDATE file_row SET row = row - 'applies_to' || jsonb_build_object('fits', row -> 'applies_to') WHERE model = 'Indicator';
      UPDATE file_row SET row = row - ARRAY['status_quo_date', 'aspirational']
        || jsonb_build_object('outset', row -> 'status_quo_date', 'hedged', row -> 'aspirational') WHERE model = 'PlanTarget';
      DELETE FROM _prisma_migrations WHERE migration_name = '20261129000004_plain_column_names'`);
    expect(await migrate(pool)).toBe(1);
    expect(await rows()).toEqual(before);
    expect(before.map(({ length }) => length > 30)).toEqual([true, true]);
    edit("plan.yaml", /statusQuoDate: .*/, "statusQuoDate: 2025-11-30");
    edit("indicators.csv", "NONE,REGION", "NONE,REGION DISTRICT");
    expect(await outcome()).toMatch(/^\d+$/);
    expect(notices).toEqual([]);
    expect(await count("plan_target WHERE status_quo_date = '2025-11-30'")).toBe(before[1]?.length);
    expect(await count("indicator WHERE id = 'a-level-logistics-firms' AND applies_to = '{REGION,DISTRICT}'")).toBe(1);
  });

  test("a changed figure supersedes the old one; tiles and version follow; two writers take turns", async () => {
    const query =
      '{ atlas { version } site(slug: "air-tianhe") { nameEn latestFigures(indicators: ["airport-passengers"]) { value published } } }';
    expect(await atlas.query(query)).toMatchObject({ site: { latestFigures: [{ value: 30_000_000 }] } });
    expect(await outcome()).toMatch(/^\d+$/);
    const superseded = await count("observation WHERE superseded_at IS NOT NULL");
    edit("observations.csv", /(airport-passengers,site:air-tianhe,2025),30000000/, "$1,30000001");
    edit("logistics-hubs.yaml", "nameEn: Wuhan Tianhe International Airport", "nameEn: Tianhe Airport, renamed");
    const outcomes = (await Promise.all([outcome(), outcome()])).sort();
    expect(outcomes[1]).toBe("undefined");
    // Numbers of changes that were refused are not given out again.
    const version = Number(outcomes[0]);
    expect(version).toBeGreaterThan(1);
    expect(await atlas.query(query)).toMatchObject({
      atlas: { version },
      site: { nameEn: "Tianhe Airport, renamed", latestFigures: [{ value: 30_000_001 }] },
    });
    expect(await count("observation WHERE superseded_at IS NOT NULL")).toBe(superseded + 1);
    const { atlas: state } = await atlas.query("{ atlas { tiles } }");
    const old = await atlas.app.inject("/tiles/sites/1-00000000-1/8/209/104.mvt");
    const current = await atlas.app.inject(`/tiles/sites/${(state as { tiles: string }).tiles}/8/209/104.mvt`);
    expect(old.headers["cache-control"]).toBe("no-cache");
    expect(current.headers["cache-control"]).toContain("immutable");
    expect(current.rawPayload.includes("renamed")).toBe(true);
  });

  test("an edition that newer ones have followed is left alone and reported, unless it is to be published again", async () => {
    expect(await outcome()).toMatch(/^(\d+|undefined)$/);
    const older = mkdtempSync(join(tmpdir(), "atlas-older-"));
    cpSync(folder, older, { recursive: true });
    edit("logistics-hubs.yaml", "nameEn: Wuhan Tianhe International Airport", "nameEn: Tianhe Airport, renamed");
    const newer = await outcome();
    const messages: string[] = [];
    const publishOlder = (republishes: boolean) =>
      publish(atlas.database, readDataset(older), { ...publication, republishes }, ({ message }) => messages.push(message));
    expect(await publishOlder(false)).toBeUndefined();
    expect(messages).toEqual([expect.stringMatching(/^These data files are the ones published as version \d+, and newer data/)]);
    expect(await count("site WHERE name_en = 'Tianhe Airport, renamed'")).toBe(1);
    expect(await publishOlder(true)).toBeGreaterThan(Number(newer));
    expect(await count("site WHERE name_en = 'Tianhe Airport, renamed'")).toBe(0);
    rmSync(older, { recursive: true });
  });

  // The embedded database has one connection, so nothing else reads meanwhile.
  test.runIf(kind === "PostgreSQL")("waits for no reader, and no reader for it", async () => {
    expect(await outcome()).toMatch(/^(\d+|undefined)$/);
    const reader = await atlas.database.pool.connect();
    try {
      await reader.query("BEGIN");
      const figures = await reader.query(
        "SELECT count(*), (SELECT sum(count) FROM figure_total), (SELECT sum(count) FROM site_total) FROM latest_figure",
      );
      edit("observations.csv", /(airport-passengers,site:air-tianhe,2025),30000000/, "$1,30000002");
      expect(await outcome()).toMatch(/^\d+$/);
      expect(await count("latest_figure")).toBe(Number(figures.rows[0].count));
    } finally {
      await reader.query("ROLLBACK");
      reader.release();
    }
  });
});
