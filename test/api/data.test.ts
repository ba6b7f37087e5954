// The API returns everything in prisma/data, counted against the files.
import { readdirSync, readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { seed } from "../../prisma/seed.ts";
import { sql } from "../../server/database/sql.ts";
import { kindFiles } from "../../server/imports/dataset.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

const folder = new URL("../../prisma/data/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const csv = (name: string): Record<string, string>[] => parseCsv(read(name), { columns: true });
const sites = Object.values(kindFiles).flatMap(({ file }) => parseYaml(read(file)) as Record<string, unknown>[]);
const plan = parseYaml(read("plan.yaml")) as { tasks: { commitments?: unknown[] }[]; targets: unknown[]; themes: unknown[] };

describe.each(databases)("data on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
  });
  afterAll(() => atlas.close());

  const count = async (table: string) => Number((await atlas.database.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

  test("every record of every file is there", async () => {
    expect(await count("site")).toBe(sites.length);
    expect(sites).toHaveLength(47);
    expect(await count("site WHERE point IS NULL")).toBe(sites.filter((site) => !site.point).length);
    expect(await count("district")).toBe(13);
    for (const [table, file] of [
      ["source", "sources"],
      ["unit", "units"],
      ["indicator", "indicators"],
      ["region", "regions"],
      ["functional_area", "functional-areas"],
      ["service_sector", "service-sectors"],
      ["industry", "industries"],
      ["observation", "observations"],
      ["data_note", "data-notes"],
    ]) {
      expect([table, await count(table as string)]).toEqual([table, csv(`${file}.csv`).length]);
    }
    expect([await count("plan_task"), await count("plan_target"), await count("plan_theme")]).toEqual([
      17,
      39,
      plan.themes.length,
    ]);
    expect(plan.targets).toHaveLength(39);
    expect(await count("plan_commitment")).toBe(plan.tasks.flatMap((task) => task.commitments ?? []).length);
  });

  test("every figure has its source, and further sources stay with it", async () => {
    const additionalSources = csv("observations.csv").reduce((sum, row) => sum + (row.sources ?? "").split(" ").length - 1, 0);
    expect(await count("observation_source")).toBe(additionalSources);
    expect(await count("observation WHERE source_id IS NULL")).toBe(0);
  });

  test("what a source prints as 'more than 1000' stays that", async () => {
    const { site } = await atlas.query(
      `{ site(slug: "cbz-donghu") { latestFigures(indicators: ["registered-firms-cumulative", "registered-firms"]) { value qualifier published sources { slug } } } }`,
    );
    expect((site as { latestFigures: unknown[] }).latestFigures).toContainEqual({
      value: 1000,
      qualifier: "MORE_THAN",
      published: expect.stringContaining("1000"),
      sources: [{ slug: "cbz_dh1" }],
    });
  });

  test("goals and expectations are never the latest figure", async () => {
    expect(
      await count("latest_figure f JOIN observation o ON o.id = f.observation_id WHERE o.status IN ('EXPECTED', 'TARGET')"),
    ).toBe(0);
    expect(await count("observation WHERE status IN ('EXPECTED', 'TARGET')")).toBeGreaterThan(40);
  });

  test("seeding again changes nothing", async () => {
    const before = [await count("change_set"), await count("observation")];
    expect(await seed(atlas.database)).toBeUndefined();
    expect([await count("change_set"), await count("observation")]).toEqual(before);
  });

  test("what must never be false cannot be stored", async () => {
    const refused = async (statement: string) =>
      atlas.database.pool.query(statement).then(
        () => "taken",
        (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
      );
    const observation = (columns: string, values: string) =>
      refused(
        `INSERT INTO observation (indicator_id, period_kind, value, qualifier, status, confidence, published, change_set_id, ${columns})
       SELECT id, 'UNDATED', 1, 'EXACT', 'REPORTED', 'LOW', '1', 1, ${values} FROM indicator LIMIT 1`,
      );
    expect(await observation("source_id", "'own'")).toBe("observation_one_subject");
    expect(await observation("source_id, district_code, region_code", "'own', '420102', '420100'")).toBe(
      "observation_one_subject",
    );
    expect(await observation("district_code", "'420102'")).toBe("23502");
    expect(await observation("source_id, district_code, period_start", "'own', '420102', '2020-01-01'")).toBe(
      "observation_period",
    );
    expect(await refused("UPDATE site SET point = ST_SetSRID(ST_MakePoint(30.6, 114.3), 4326) WHERE slug = 'air-tianhe'")).toBe(
      "site_point_place",
    );
    expect(await refused("UPDATE site SET point_accuracy_m = NULL WHERE slug = 'air-tianhe'")).toBe("site_point_accuracy");
    expect(await refused("UPDATE site SET slug = 'air-huahu' WHERE slug = 'air-tianhe'")).toBe("site_slug_key");
    expect(await refused("UPDATE site SET kind = 'PARK' WHERE slug = 'air-tianhe'")).toBe("22P02");
    expect(
      await refused(
        "UPDATE district SET boundary = ST_GeomFromText('MULTIPOLYGON(((114 30,115 31,115 30,114 31,114 30)))', 4326) WHERE code = '420102'",
      ),
    ).toBe("district_boundary_place");
  });

  test("the database matches schema.prisma", async () => {
    const { tables } = await import("../../server/generated/model.ts");
    const columns = await atlas.database.rows<{ table: string; column: string; required: boolean; list: boolean }>(sql`
      SELECT table_name AS "table", column_name AS "column", is_nullable = 'NO' AS required, data_type = 'ARRAY' AS list
      FROM information_schema.columns WHERE table_schema = 'public' AND udt_name <> 'geometry'`);
    for (const { table, columns: expected } of Object.values(tables)) {
      const brokenReferences = columns
        .filter((row) => row.table === table)
        .map(({ column, required, list }) => [column, list || required, list]);
      const expectedColumns = Object.values(expected as Record<string, { column: string; required: boolean; list: boolean }>).map(
        (entry) => [entry.column, entry.list || entry.required, entry.list],
      );
      // A list column without a NOT NULL is what Prisma makes of a list.
      expect([table, brokenReferences.sort()]).toEqual([table, expectedColumns.sort()]);
    }
  });
});

test("an indicator applies to whatever it has figures for, and trade in services alone follows EBOPS 2010", () => {
  const kinds = new Map<string, string>(
    Object.entries(kindFiles).flatMap(([kind, { file }]) =>
      (parseYaml(read(file)) as { slug: string }[]).map(({ slug }) => [`site:${slug}`, kind] as const),
    ),
  );
  const places: Record<string, string> = { district: "DISTRICT", area: "FUNCTIONAL_AREA", region: "REGION" };
  const appliesTo = new Map(csv("indicators.csv").map(({ id, applies_to = "" }) => [id, applies_to.split(" ")]));
  const observationsOutOfBounds = csv("observations.csv")
    .map(
      ({ indicator, subject = "" }) => [indicator, kinds.get(subject) ?? places[subject.split(":")[0] ?? ""] ?? subject] as const,
    )
    .filter(([indicator, kind]) => !appliesTo.get(indicator)?.includes(kind));
  expect(observationsOutOfBounds).toEqual([]);
  const serviceIndicators = csv("indicators.csv").filter(({ standard }) => standard === "EBOPS_2010");
  expect(serviceIndicators.length).toBeGreaterThan(5);
  expect(
    serviceIndicators.filter(({ id = "" }) => !/services|construction-design|digitally|knowledge-intensive/.test(id)),
  ).toEqual([]);
});

test("every file of the data is read by the seed or drawn by the page", () => {
  const knownFiles = [
    ...Object.values(kindFiles).map(({ file }) => file),
    "plan.yaml",
    "districts.geojson",
    "rivers.geojson",
    "landmarks.geojson",
    "metro-lines.geojson",
    "metro-stations.geojson",
  ];
  const otherFiles = readdirSync(folder).filter((name) => !knownFiles.includes(name) && !name.endsWith(".csv"));
  expect(otherFiles).toEqual([]);
});
