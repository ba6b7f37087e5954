// Runs once before all tests: an embedded database with the starting data, to be copied by every suite that wants one,
// where TEST_DATABASE_URL names a PostgreSQL server, a template database on it; and the built page.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import pg from "pg";
import { seed } from "../prisma/seed.ts";
import { buildPage } from "../server/core/build-page.ts";
import { readConfig } from "../server/core/config.ts";
import { openDatabase } from "../server/core/database.ts";
import { migrate } from "../server/core/migrations.ts";
import { PREPARED, preparedFolder, SERVER, TEMPLATE, urlOf } from "./atlas.ts";

export async function setup(): Promise<void> {
  await Promise.all([prepareEmbedded(), SERVER ? prepareServer(SERVER) : undefined, buildPage(() => undefined)]);
}

// Kept between runs under a name made of everything it depends on.
async function prepareEmbedded(): Promise<void> {
  const folder = preparedFolder();
  if (existsSync(folder)) return;
  rmSync(PREPARED, { recursive: true, force: true });
  mkdirSync(PREPARED, { recursive: true });
  const making = `${folder}.making`;
  await fill(readConfig({ DATA_DIR: making }));
  renameSync(making, folder);
}

async function prepareServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0 ENCODING 'UTF8'`);
  await client.end();
  await fill(readConfig({ DATABASE_URL: urlOf(url, TEMPLATE) }));
}

async function fill(config: ReturnType<typeof readConfig>): Promise<void> {
  const database = await openDatabase(config);
  await migrate(database.pool);
  await seed(database);
  await database.close();
}
