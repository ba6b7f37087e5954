// Runs once before all tests: an embedded database with the starting data and one of a demonstration, to be copied by every suite
// that wants one; where TEST_DATABASE_URL names a PostgreSQL server, template databases on it; and the built page.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import pg from "pg";
import { seed, seedDemo } from "../prisma/seed.ts";
import { type Config, readConfig } from "../server/config.ts";
import { migrate } from "../server/database/migrations.ts";
import { claimMode } from "../server/database/mode.ts";
import { openDatabase } from "../server/database/pool.ts";
import { buildPage } from "../server/page/build.ts";
import { type Mode, PREPARED, preparedFolder, SERVER, TEMPLATE, urlOf } from "./atlas.ts";

export async function setup(): Promise<void> {
  await Promise.all([prepareEmbedded(), SERVER ? prepareServer(SERVER) : undefined, buildPage(() => undefined)]);
}

// Kept between runs under a name made of everything it depends on. An empty one is the slow part, so it is made once.
async function prepareEmbedded(): Promise<void> {
  if (existsSync(preparedFolder("real"))) return;
  rmSync(PREPARED, { recursive: true, force: true });
  mkdirSync(PREPARED, { recursive: true });
  const [real, demo] = [`${preparedFolder("real")}.making`, `${preparedFolder("demo")}.making`];
  await fill(readConfig({ DATA_DIR: real }), undefined);
  cpSync(real, demo, { recursive: true });
  await fill(readConfig({ DATA_DIR: demo }), "demo");
  renameSync(demo, preparedFolder("demo"));
  await fill(readConfig({ DATA_DIR: real }), "real");
  renameSync(real, preparedFolder("real"));
}

async function prepareServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const mode of ["real", "demo"] as const) {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE[mode]} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE[mode]} TEMPLATE template0 ENCODING 'UTF8'`);
    await fill(readConfig({ DATABASE_URL: urlOf(url, TEMPLATE[mode]) }), mode);
  }
  await client.end();
}

/** Brings a database up to date and, where it is for something, fills it as a start does. */
async function fill(config: Config, mode: Mode | undefined): Promise<void> {
  const database = await openDatabase(config);
  await migrate(database.pool);
  if (mode) {
    await claimMode(database.pool, { demo: mode === "demo", place: "tests" });
    await seed(database);
  }
  if (mode === "demo") await seedDemo(database);
  await database.close();
}
