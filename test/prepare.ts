// Runs once before the suites that need a database: an embedded database with the starting data and one of a demonstration, to be
// copied by every suite that wants one; where TEST_DATABASE_URL names a PostgreSQL server, databases on it; and the built page.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seed, seedDemo } from "../prisma/seed.ts";
import { type Config, readConfig } from "../server/config.ts";
import { migrate } from "../server/database/migrations.ts";
import { claimMode } from "../server/database/mode.ts";
import { openDatabase } from "../server/database/pool.ts";
import { buildPage } from "../server/page/build.ts";
import { type Mode, PREPARED, preparedFolder, READ_ONLY, SERVER, TEMPLATE, urlOf } from "./atlas.ts";

/** Both projects with a database come here, one after the other; only one of them looks at PostgreSQL. */
export async function setup({ name }: { name: string }): Promise<(() => void) | undefined> {
  const server = name === "api" && SERVER ? prepareServer(SERVER) : undefined;
  if (process.env.ATLAS_TEST_FILES) return void (await server);
  await Promise.all([prepareEmbedded(), server, buildPage(() => undefined)]);
  // What suites leave behind lies here: databases that are shared to the end of the run, profiles of browsers.
  const files = mkdtempSync(join(tmpdir(), "atlas-tests-"));
  Object.assign(process.env, { ATLAS_TEST_FILES: files, TMPDIR: files });
  return () => rmSync(files, { recursive: true, force: true });
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
  const create = async (name: string, template: string) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);
  };
  for (const mode of ["real", "demo"] as const) {
    await create(TEMPLATE[mode], "template0");
    await fill(readConfig({ DATABASE_URL: urlOf(url, TEMPLATE[mode]) }), mode);
    await create(READ_ONLY[mode], TEMPLATE[mode]);
    await client.query(`ALTER DATABASE ${READ_ONLY[mode]} SET default_transaction_read_only = on`);
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
