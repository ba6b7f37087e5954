// PostgreSQL with a role for each kind of work: what reads cannot write, what publishes cannot change tables, and the atlas works so.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildApp, type RunningAtlas } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { sql } from "../../server/database/sql.ts";
import { openAtlas, SERVER, TEMPLATE, urlOf } from "../atlas.ts";

const READ_ONLY = "25006";
const WITHOUT_RIGHTS = "42501";

const script = fileURLToPath(new URL("../../docker/roles.sql", import.meta.url));
const PASSWORD = "it's quoted";
const roles = ["atlas_owner", "atlas_writer", "atlas_reader"] as const;

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

describe.runIf(SERVER)("with three roles", () => {
  const server = SERVER ?? "";
  const databases = [randomUUID(), randomUUID()].map((id) => `atlas_test_${id.replaceAll("-", "")}`) as [string, string];
  const [empty, filled] = databases;
  const as = (role: string, database: string) =>
    Object.assign(new URL(urlOf(server, database)), { username: role, password: encodeURIComponent(PASSWORD) }).href;
  const setUp = (database: string) =>
    execFileSync("psql", ["-qX", "-v", "ON_ERROR_STOP=1", "-v", `password=${PASSWORD}`, "-f", script, urlOf(server, database)], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  const start = (database: string) => {
    const [owner, writer, reader] = roles.map((role) => as(role, database));
    return buildApp(
      readConfig({ DATABASE_URL: reader, DATABASE_WRITE_URL: writer, DATABASE_OWNER_URL: owner, DATABASE_POOL: "3" }),
    );
  };
  const siteCount = async ({ app }: RunningAtlas) =>
    (await app.inject({ method: "POST", url: "/graphql", payload: { query: "{ sites { totalCount } }" } })).json().data.sites
      .totalCount;

  let admin: pg.Client;
  beforeAll(async () => {
    admin = await connect(server);
    await admin.query(`CREATE DATABASE ${empty} TEMPLATE template0 ENCODING 'UTF8'`);
    await admin.query(`CREATE DATABASE ${filled} TEMPLATE ${TEMPLATE.real}`);
    for (const database of [...databases, filled]) setUp(database);
  });
  afterAll(async () => {
    for (const database of databases) await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
    for (const role of roles) await admin.query(`DROP ROLE ${role}`);
    await admin.end();
  });

  test("an empty database is migrated, filled and read", async () => {
    const atlas = await start(empty);
    try {
      expect(await siteCount(atlas)).toBe(47);
      expect((await atlas.app.inject("/readyz")).json()).toMatchObject({ status: "ok", version: 1 });
      for (const write of [sql`DELETE FROM site`, sql`CREATE TABLE x ()`])
        await expect(atlas.database.rows(write)).rejects.toMatchObject({ code: READ_ONLY });
    } finally {
      await atlas.close();
    }
  });

  test("a database of one role goes on with three, and the writer publishes", async () => {
    const earlier = await connect(urlOf(server, filled));
    await earlier.query("UPDATE search_text_version SET version = 0");
    await earlier.query("UPDATE site SET search_text = ''");
    const atlas = await start(filled);
    try {
      expect(await siteCount(atlas)).toBe(47);
      await atlas.database.pool.query("SELECT refresh_totals()");
    } finally {
      await atlas.close();
    }
    const { rows } = await earlier.query("SELECT count(*)::int AS unsearchable FROM site WHERE search_text = ''");
    expect(rows).toEqual([{ unsearchable: 0 }]);
    await earlier.end();
  });

  test("the reader cannot write even where it declares that it will", async () => {
    const reader = await connect(as("atlas_reader", filled));
    const { rows } = await reader.query<{ name: string }>(
      "SELECT format('%I', relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    expect(rows.length).toBeGreaterThan(20);
    const writes = [
      ...rows.flatMap(({ name }) => [
        `INSERT INTO ${name} SELECT * FROM ${name}`,
        `DELETE FROM ${name}`,
        `TRUNCATE ${name} CASCADE`,
      ]),
      "CREATE TABLE x ()",
      "CREATE TEMPORARY TABLE x ()",
      "DROP TABLE site",
      "SELECT refresh_totals()",
      "REFRESH MATERIALIZED VIEW latest_figure",
      "COPY site TO PROGRAM 'true'",
      "CREATE ROLE atlas_other",
    ];
    for (const write of writes) {
      if (!write.startsWith("CREATE TEMP") && !write.startsWith("COPY"))
        await expect(reader.query(write), write).rejects.toMatchObject({ code: expect.stringMatching(/^(25006|42501)$/) });
      await reader.query("BEGIN READ WRITE");
      await expect(reader.query(write), write).rejects.toMatchObject({ code: WITHOUT_RIGHTS });
      await reader.query("ROLLBACK");
    }
    await reader.end();
  });

  test("the writer changes rows, not tables, roles or what extensions have", async () => {
    const writer = await connect(as("atlas_writer", filled));
    for (const statement of [
      "CREATE TABLE x ()",
      "ALTER TABLE site ADD x int",
      "DROP TABLE site",
      "TRUNCATE observation",
      "ALTER TABLE atlas_mode DISABLE TRIGGER USER",
      "DELETE FROM spatial_ref_sys",
      "CREATE ROLE atlas_other",
      "CREATE OR REPLACE FUNCTION refresh_totals() RETURNS void LANGUAGE sql AS ''",
    ])
      await expect(writer.query(statement), statement).rejects.toMatchObject({ code: WITHOUT_RIGHTS });
    await writer.end();
  });

  test("a role without rights is refused with what to do", async () => {
    await admin.query("CREATE ROLE atlas_test_stranger LOGIN");
    await admin.query(`GRANT CONNECT ON DATABASE ${filled} TO atlas_test_stranger`);
    const owner = await connect(urlOf(server, filled));
    await owner.query("GRANT USAGE ON SCHEMA public TO atlas_test_stranger");
    try {
      const config = readConfig({
        DATABASE_URL: as("atlas_test_stranger", filled),
        DATABASE_WRITE_URL: as("atlas_writer", filled),
      });
      await expect(buildApp(config)).rejects.toMatchObject({
        code: "DATABASE_WITHOUT_RIGHTS",
        message: expect.stringContaining("docker/roles.sql"),
      });
    } finally {
      await owner.query("REVOKE ALL ON SCHEMA public FROM atlas_test_stranger");
      await owner.end();
      await admin.query(`REVOKE ALL ON DATABASE ${filled} FROM atlas_test_stranger`);
      await admin.query("DROP ROLE atlas_test_stranger");
    }
  });
});

test.runIf(SERVER)("with one role, what reads cannot write either", async () => {
  const atlas = await openAtlas("PostgreSQL");
  try {
    for (const write of [sql`DELETE FROM site`, sql`UPDATE change_set SET reason = ''`])
      await expect(atlas.database.rows(write)).rejects.toMatchObject({ code: READ_ONLY });
    expect((await atlas.database.pool.query("UPDATE change_set SET reason = reason")).rowCount).toBe(1);
  } finally {
    await atlas.close();
  }
});
