// Runs once before the suites that need a database: an embedded database with the starting data and one of a demonstration, to be
// copied by every suite that needs one; where TEST_DATABASE_URL names a PostgreSQL server, databases on it; and the built page.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { seed, seedDemo } from "../prisma/seed.ts";
import { type Config, readConfig } from "../server/config.ts";
import { migrate } from "../server/database/migrations.ts";
import { claimMode } from "../server/database/mode.ts";
import { type Database, openDatabase } from "../server/database/pool.ts";
import { buildPage } from "../server/page/build.ts";
import { type Mode, PREPARED, preparedFolder, READ_ONLY, SERVER, TEMPLATE, urlOf } from "./atlas.ts";

export async function setup(): Promise<() => void> {
  await Promise.all([prepareEmbedded(), SERVER && prepareServer(SERVER), buildPage(() => undefined)]);
  // What suites leave behind lies here: databases that are shared to the end of the run, profiles of browsers.
  const files = mkdtempSync(join(tmpdir(), "atlas-tests-"));
  process.env.TMPDIR = files;
  return () => rmSync(files, { recursive: true, force: true });
}

// Kept between runs under a name made of everything it depends on.
async function prepareEmbedded(): Promise<void> {
  if (existsSync(preparedFolder("real"))) return;
  rmSync(PREPARED, { recursive: true, force: true });
  mkdirSync(PREPARED, { recursive: true });
  const [real, demo] = [`${preparedFolder("real")}.making`, `${preparedFolder("demo")}.making`];
  await fill(readConfig({ DATA_DIR: real }), "real");
  // Publishing takes longest, so the demonstration is made of the other one, which the atlas itself refuses.
  cpSync(real, demo, { recursive: true });
  await withDatabase(readConfig({ DATA_DIR: demo }), async (database) => {
    await database.pool.query("ALTER TABLE atlas_mode DISABLE TRIGGER USER");
    await database.pool.query("UPDATE atlas_mode SET demo = true");
    await database.pool.query("ALTER TABLE atlas_mode ENABLE TRIGGER USER");
    await seedDemo(database);
  });
  renameSync(demo, preparedFolder("demo"));
  renameSync(real, preparedFolder("real"));
}

// Kept as well, where the server is there for more than one run: the last one is marked with what it depends on.
async function prepareServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const createDatabase = async (name: string, template: string) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);
  };
  const { rows } = await client.query(
    "SELECT FROM pg_database WHERE datname = $1 AND shobj_description(oid, 'pg_database') = $2",
    [READ_ONLY.demo, preparedFolder("demo")],
  );
  for (const mode of rows.length > 0 ? [] : (["real", "demo"] as const)) {
    await createDatabase(TEMPLATE[mode], "template0");
    await fill(readConfig({ DATABASE_URL: urlOf(url, TEMPLATE[mode]) }), mode);
    await createDatabase(READ_ONLY[mode], TEMPLATE[mode]);
    await client.query(`ALTER DATABASE ${READ_ONLY[mode]} SET default_transaction_read_only = on`);
    await client.query(`COMMENT ON DATABASE ${READ_ONLY[mode]} IS ${client.escapeLiteral(preparedFolder(mode))}`);
  }
  await client.end();
}

/** Fills an empty database as the first start does. */
const fill = (config: Config, mode: Mode): Promise<void> =>
  withDatabase(config, async (database) => {
    await migrate(database.pool);
    await claimMode(database.pool, { demo: mode === "demo", location: "tests" });
    await seed(database);
    if (mode === "demo") await seedDemo(database);
  });

async function withDatabase(config: Config, run: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(config);
  await run(database);
  await database.close();
}
