// Whose database it is: one with another program's tables is left as it is.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../server/database/migrations.ts";
import { checkOwner } from "../../server/database/owner.ts";
import { SERVER, urlOf } from "../atlas.ts";

const name = "atlas_test_owner";
const server = new pg.Pool({ connectionString: SERVER, max: 1 });
const pool = new pg.Pool({ connectionString: urlOf(SERVER ?? "postgresql://localhost", name), max: 2 });
// A pool says it has ended before its connections have: dropping the database cuts one that is still closing.
pool.on("error", () => undefined);
const check = () => checkOwner(pool, "example/atlas");

beforeAll(async () => {
  if (!SERVER) return;
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
});

afterAll(async () => {
  await pool.end();
  if (SERVER) await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.end();
});

test.runIf(SERVER)("an empty database is free, and so is one with PostGIS only", async () => {
  await check();
  await pool.query("CREATE EXTENSION postgis");
  await check();
});

test.runIf(SERVER)("a start that broke off after the first table goes on", async () => {
  await pool.query("CREATE TABLE _prisma_migrations (migration_name text)");
  await check();
  await pool.query("DROP TABLE _prisma_migrations");
});

test.runIf(SERVER)("another program's tables are named, though their names are like ours", async () => {
  await pool.query("CREATE TABLE site (id int)");
  await expect(check()).rejects.toMatchObject({ code: "DATABASE_OF_OTHERS", details: { tables: "site" } });
  await pool.query("CREATE TABLE _prisma_migrations (migration_name text)");
  await pool.query("INSERT INTO _prisma_migrations VALUES ('20200101000000_shop')");
  await expect(check()).rejects.toThrow("tables of another program (_prisma_migrations, site); nothing in it was changed");
  await pool.query("DROP TABLE site, _prisma_migrations");
});

test.runIf(SERVER)("the atlas's own database is its own, with tables of others beside", async () => {
  await migrate(pool);
  await pool.query("CREATE TABLE notes_of_ours (id int)");
  await check();
});
