// A demonstration is marked by every endpoint. It has its own database: a database with real data cannot become a demonstration, nor the reverse.
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemo } from "../../prisma/seed.ts";
import { buildApp } from "../../server/app.ts";
import { type Config, readConfig } from "../../server/config.ts";
import { migrate } from "../../server/database/migrations.ts";
import { claimMode } from "../../server/database/mode.ts";
import { fillGaps } from "../../server/demo/fill.ts";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { databases, type Mode, openAtlas, preparedFolder, readAtlas, SERVER, TEMPLATE, type TestAtlas, urlOf } from "../atlas.ts";

const data = readDataset(fileURLToPath(new URL("../../prisma/data", import.meta.url)));

const count = async ({ database }: TestAtlas, table: string) =>
  (await database.pool.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

describe.each(databases)("a demonstration on %s", (kind) => {
  let atlas: TestAtlas;
  let realAtlas: TestAtlas;
  beforeAll(async () => {
    [atlas, realAtlas] = [await readAtlas(kind, "demo"), await readAtlas(kind)];
  });
  afterAll(async () => {
    await atlas.close();
    await realAtlas.close();
  });

  // In a transaction that writes, and is rolled back.
  const refused = async ({ database }: TestAtlas, statement: string) => {
    const client = await database.pool.connect();
    await client.query("BEGIN READ WRITE");
    const outcome = await client.query(statement).then(
      () => "accepted",
      (error: { constraint?: string; code?: string }) => error.constraint ?? error.code,
    );
    await client.query("ROLLBACK");
    client.release();
    return outcome;
  };

  test("holds the starting data as it is, and synthetic figures beside it", async () => {
    expect(await count(atlas, "observation WHERE NOT synthetic")).toBe(await count(realAtlas, "observation"));
    expect(await count(atlas, "observation WHERE synthetic")).toBeGreaterThan(5000);
    expect(await count(atlas, "observation WHERE synthetic <> (source_id = 'demo')")).toBe(0);
    expect(await count(realAtlas, "observation WHERE synthetic")).toBe(0);
    expect(await count(realAtlas, "source WHERE id = 'demo'")).toBe(0);
    expect(await count(atlas, "observation_source s JOIN observation o ON o.id = s.observation_id WHERE NOT o.synthetic")).toBe(
      await count(realAtlas, "observation_source"),
    );
  });

  test("is reported by every object of the API", async () => {
    const query = `{ atlas { demo } sites(first: 1) { nodes { demo } } districts { demo } indicators { demo }
      observations(first: 200, filter: { indicators: ["gdp"], districts: ["420104"] }) { nodes { demo synthetic status sources { slug demo } } } }`;
    const response = await atlas.app.inject({ method: "POST", url: "/graphql", payload: { query } });
    const { data, extensions } = response.json();
    expect(extensions).toEqual({ demo: true });
    expect(data.atlas).toEqual({ demo: true });
    expect([...data.sites.nodes, ...data.districts, ...data.indicators].every(({ demo }) => demo === true)).toBe(true);
    const figures = data.observations.nodes as { synthetic: boolean; status: string; sources: { slug: string }[] }[];
    expect(new Set(figures.map(({ synthetic }) => synthetic))).toEqual(new Set([true, false]));
    for (const { synthetic, status, sources } of figures) {
      expect(sources.some(({ slug }) => slug === "demo")).toBe(synthetic);
      if (synthetic) expect(status).toBe("ESTIMATE");
    }
    const invalidQuery = await atlas.app.inject({ method: "POST", url: "/graphql", payload: { query: "{ nothing }" } });
    expect([invalidQuery.json().extensions, invalidQuery.headers["x-atlas-demo"]]).toEqual([{ demo: true }, "true"]);
  });

  test("has the same coverage as the atlas", async () => {
    const split = async (testAtlas: TestAtlas, period: string) => {
      const { compare } = await testAtlas.query(
        `{ compare(set: DISTRICT, measures: [{ indicator: "gdp", formula: PER_KM2 }], period: "${period}") { rows { key cells { value } } } }`,
      );
      const rows = (compare as { rows: { key: string; cells: [{ value: number | null }] }[] }).rows;
      return rows.flatMap(({ key, cells: [{ value }] }) => (value === null ? [key] : []));
    };
    // Parts of these five are listed apart as East Lake High-tech, Wuhan Economic and Technological, and the scenic area.
    expect(await split(atlas, "2025")).toEqual(["420106", "420111", "420113", "420114", "420115"]);
  });

  test("is reported for sums", async () => {
    const query = `{ catchment(filter: { kinds: [SERVICE_TRADE_PARK] }) { figures { synthetic indicator { slug } } } }`;
    const [ofDemo, ofReal] = [await atlas.query(query), await realAtlas.query(query)] as { catchment: { figures: object[] } }[];
    const firms = { indicator: { slug: "resident-firms" } };
    expect(ofDemo?.catchment.figures).toContainEqual({ ...firms, synthetic: true });
    expect(ofReal?.catchment.figures).toContainEqual({ ...firms, synthetic: false });
  });

  test("is a column of every file and every feature", async () => {
    for (const [at, demo] of [
      [atlas, true],
      [realAtlas, false],
    ] as const) {
      const csv = (await at.app.inject("/download/sites.csv?lang=en")).payload.split("\r\n");
      const column = csv[0]?.split(",").indexOf("demo") ?? -1;
      expect(column).toBeGreaterThan(0);
      expect(csv[0]?.includes("dataVersion") && csv.slice(1).some((line) => line.includes(`,${demo},`))).toBe(true);
      const file = (await at.app.inject("/download/sites.geojson?lang=en")).json();
      expect(file.features.map(({ properties }: { properties: { demo: boolean } }) => properties.demo)).toEqual(
        Array(47).fill(demo),
      );
      expect([file.atlas.demo, file.atlas.title.startsWith("【演示 DEMO】")]).toEqual(demo ? [true, true] : [undefined, false]);
      expect(file.atlas.notes.some((note: string) => note.includes("made up by a program"))).toBe(demo);
      for (const collection of ["sites", "districts", "functional-areas"]) {
        const items = (await at.app.inject(`/ogc/collections/${collection}/items`)).json();
        expect(new Set(items.features.map(({ properties }: { properties: { demo: boolean } }) => properties.demo))).toEqual(
          new Set([demo]),
        );
        expect(items.demo).toBe(demo ? true : undefined);
        const one = (await at.app.inject(`/ogc/collections/${collection}/items?filter=demo=true`)).json();
        expect(one.numberMatched > 0).toBe(demo);
      }
      const disposition = (await at.app.inject({ method: "HEAD", url: "/download/sites.xlsx" })).headers["content-disposition"];
      expect(String(disposition).includes('"DEMO-')).toBe(demo);
      expect((await at.app.inject("/ogc/")).json().title.includes("DEMO")).toBe(demo);
    }
  });

  test("is an attribute of every feature of every tile", async () => {
    for (const layer of ["sites", "districts"]) {
      const flags = async ({ app }: TestAtlas) => {
        const { rawPayload } = await app.inject(`/tiles/${layer}/8/209/104.mvt`);
        const features = new VectorTile(new Pbf(rawPayload)).layers[layer];
        return Array.from({ length: features?.length ?? 0 }, (_, index) => features?.feature(index).properties.demo);
      };
      expect(new Set(await flags(atlas))).toEqual(new Set([true]));
      expect(new Set(await flags(realAtlas))).toEqual(new Set([undefined]));
      const tileJson = (await atlas.app.inject(`/tiles/${layer}.json`)).json();
      expect([tileJson.attribution, tileJson.description].every((text) => text.includes("DEMO"))).toBe(true);
    }
  });

  test("the database accepts a synthetic figure only if marked as one, and only in a demonstration", async () => {
    const copy = (
      marks: string,
    ) => `INSERT INTO observation (indicator_id, region_code, period_kind, period_start, period_end, value, qualifier,
      published, change_set_id, status, confidence, source_id, synthetic)
      SELECT 'gdp', '420100', 'YEAR', '1999-01-01', '1999-12-31', 1, 'EXACT', '1', min(id), ${marks} FROM change_set`;
    expect(await refused(realAtlas, copy("'ESTIMATE', 'LOW', 'own', true"))).toBe("observation_synthetic_only_in_demo");
    expect(await refused(realAtlas, "UPDATE observation SET synthetic = true")).toBe("observation_synthetic_only_in_demo");
    expect(await refused(atlas, copy("'ESTIMATE', 'LOW', 'own', true"))).toBe("observation_synthetic_source");
    expect(await refused(atlas, copy("'ESTIMATE', 'LOW', 'demo', false"))).toBe("observation_synthetic_source");
    expect(await refused(atlas, copy("'OFFICIAL', 'HIGH', 'demo', true"))).toBe("observation_synthetic_unsure");
  });

  test("a database never changes between real data and demonstration", async () => {
    for (const eachAtlas of [atlas, realAtlas])
      for (const statement of ["UPDATE atlas_mode SET demo = NOT demo", "DELETE FROM atlas_mode", "TRUNCATE atlas_mode"])
        expect(await refused(eachAtlas, statement)).toBe("atlas_mode_kept");
    expect(await refused(realAtlas, "INSERT INTO atlas_mode (single, demo) VALUES (false, true)")).toMatch(/^atlas_mode/);
  });
});

// Headers and pages are the same on every database.
describe("a demonstration", () => {
  let atlas: TestAtlas;
  let realAtlas: TestAtlas;
  beforeAll(async () => {
    [atlas, realAtlas] = [await readAtlas("embedded", "demo"), await readAtlas()];
  });
  afterAll(async () => {
    await atlas.close();
    await realAtlas.close();
  });

  const endpoints = [
    ...["/", "/districts", "/plan", "/data", "/embed", "/graphiql/", "/index.html", "/embed.html", "/graphiql/index.html"],
    ...["/ogc/", "/ogc/collections", "/ogc/collections/sites/items", "/ogc/collections/districts/items/420111", "/ogc/nothing"],
    ...["/tiles/sites.json", "/tiles/sites/8/209/104.mvt", "/tiles/nothing.json", "/download/sites.csv", "/download/nothing"],
    ...["/healthz", "/readyz", "/nothing", "/mark.svg"],
  ];
  test.each(endpoints)("is marked in the header of %s, and only there", async (url) => {
    expect((await atlas.app.inject(url)).headers["x-atlas-demo"]).toBe("true");
    expect((await realAtlas.app.inject(url)).headers["x-atlas-demo"]).toBeUndefined();
  });

  const pages = [
    ...[
      "/",
      "/districts",
      "/plan",
      "/data",
      "/embed",
      "/graphiql/",
      "/index.html",
      "/index.htm%6C",
      "/embed.html",
      "/graphiql/index.html",
    ],
    ...["/ogc/?f=html", "/ogc/api?f=html", "/ogc/collections/sites/items?f=html"],
  ];
  test.each(pages)("is shown on the page %s before any script runs, in both languages, and once in its title", async (url) => {
    const { payload, headers } = await atlas.app.inject(url);
    expect(headers["content-type"]).toContain("text/html");
    expect(payload).toMatch(
      /<body[^>]*><aside class="demo-strip"[^>]*><span lang="zh">演示数据[^<]*<\/span><span lang="en">DEMO[^<]*<\/span>/,
    );
    expect(payload.match(/【演示 DEMO】/g)?.length).toBe(url.startsWith("/ogc") ? payload.match(/【演示 DEMO】/g)?.length : 1);
    expect(payload).toMatch(/<title>【演示 DEMO】(?!【)/);
    expect(payload).toContain("demo-watermark");
    expect((await realAtlas.app.inject(url)).payload).not.toMatch(/demo-strip|演示 DEMO/);
  });
});

// publish.test.ts tries the statements on both.
describe.each(databases.slice(-1))("a demonstration that is written to, on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind, "demo");
  });
  afterAll(() => atlas.close());

  test("publishes nothing twice, and a recorded figure replaces a synthetic one", async () => {
    const furtherSources = "observation_source s JOIN observation o ON o.id = s.observation_id WHERE NOT o.synthetic";
    const sources = await count(atlas, furtherSources);
    const before = [await count(atlas, "change_set"), await count(atlas, "observation")];
    expect(await seedDemo(atlas.database)).toBeUndefined();
    expect([await count(atlas, "change_set"), await count(atlas, "observation")]).toEqual(before);
    const cell =
      "observation WHERE indicator_id = 'gdp' AND district_code = '420113' AND period_end = '2024-12-31' AND superseded_at IS NULL";
    expect(await count(atlas, `${cell} AND synthetic`)).toBe(1);
    const recorded = data.observations.find(({ indicator, subject }) => indicator === "gdp" && subject === "district:420104");
    if (!recorded) throw new Error("no figure to copy");
    const period = { kind: "YEAR", start: "2024-01-01", end: "2024-12-31" } as const;
    const officialFigure = { ...recorded, subject: "district:420113", period, status: "OFFICIAL" };
    const extendedData = { ...data, digest: randomUUID(), observations: [...data.observations, officialFigure] };
    await publish(atlas.database, extendedData, { origin: "SEED", author: "test", reason: "test" });
    await fillGaps(atlas.database, extendedData);
    expect(await count(atlas, `${cell} AND synthetic`)).toBe(0);
    expect(await count(atlas, cell)).toBe(1);
    // Further sources of the starting data stay with it.
    expect(await count(atlas, furtherSources)).toBe(sources + recorded.sources.length - 1);
  });
});

interface StartSettings {
  /** The settings with which a start names the database. */
  config: (demo: boolean) => Config;
  remove: () => Promise<void>;
}

async function startSettingsOf(kind: (typeof databases)[number], mode: Mode | "empty"): Promise<StartSettings> {
  if (kind === "embedded") {
    const dataDir = mkdtempSync(join(tmpdir(), "atlas-mode-"));
    if (mode !== "empty") cpSync(preparedFolder(mode), dataDir, { recursive: true });
    const config = (demo: boolean) => ({ ...readConfig({}), dataDir, demo });
    return { config, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
  }
  const name = `atlas_test_${randomUUID().replaceAll("-", "")}`;
  const command = async (text: string) => {
    const client = new pg.Client({ connectionString: SERVER });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await command(`CREATE DATABASE ${name} TEMPLATE ${mode === "empty" ? "template0" : TEMPLATE[mode]}`);
  const config = (demo: boolean) => ({ ...readConfig({ DATABASE_URL: urlOf(SERVER ?? "", name) }), demo });
  return { config, remove: () => command(`DROP DATABASE ${name} WITH (FORCE)`) };
}

// The kind of database makes no difference here. start.test.ts starts the program on the embedded one: on each database in its own mode,
// and on one of a demonstration with demo false.
describe.each(databases.slice(-1))("a start on %s", (kind) => {
  const outcome = async (config: Config) => {
    const built = await buildApp(config).catch((error: { code: string }) => error);
    if (!("app" in built)) return built.code;
    const { headers } = await built.app.inject("/readyz");
    await built.close();
    return headers["x-atlas-demo"] === "true" ? "DEMO" : "REAL";
  };

  test.each([
    ["real", true, "DEMO_OVER_REAL_DATA"],
    ...(kind === "embedded"
      ? []
      : ([
          ["real", false, "REAL"],
          ["demo", false, "DEMO_DATABASE"],
          ["demo", true, "DEMO"],
        ] as const)),
  ] as const)("over the %s database with demo %s: %s", async (mode, demo, expected) => {
    const { config, remove } = await startSettingsOf(kind, mode);
    try {
      expect(await outcome(config(demo))).toBe(expected);
    } finally {
      await remove();
    }
  });

  test("as a demonstration over data from before databases were marked is refused, and nothing in it is changed", async () => {
    const { config, remove } = await startSettingsOf(kind, "real");
    const { openDatabase } = await import("../../server/database/pool.ts");
    const old = await openDatabase(config(false));
    await old.pool.query("DROP TABLE atlas_mode");
    await old.close();
    try {
      expect(await outcome(config(true))).toBe("DEMO_OVER_REAL_DATA");
      const reopened = await openDatabase(config(false));
      expect((await reopened.pool.query("SELECT to_regclass('atlas_mode') AS mode")).rows).toEqual([{ mode: null }]);
      await reopened.close();
    } finally {
      await remove();
    }
  });
});

test.runIf(SERVER)("of two first starts on one empty database, one of each kind, one is refused", async () => {
  const { config, remove } = await startSettingsOf("PostgreSQL", "empty");
  const { openDatabase } = await import("../../server/database/pool.ts");
  const database = await openDatabase(config(false));
  try {
    await migrate(database.pool);
    const claims = await Promise.allSettled([true, false].map((demo) => claimMode(database.pool, { demo, location: "x" })));
    expect(claims.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  } finally {
    await database.close();
    await remove();
  }
});
