// A whole atlas for a suite: the very app that users get, on a database of its own, closed by the suite itself.
import { createHash, randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { serve } from "../server/app.ts";
import { readConfig } from "../server/config.ts";
import { type Database, openDatabase } from "../server/database/pool.ts";

/** A PostgreSQL server for tests, where one is given. */
export const SERVER = process.env.TEST_DATABASE_URL;
export const TEMPLATE = { real: "atlas_test_template", demo: "atlas_test_template_demo" } as const;
/** Databases on that server for suites that only read. */
export const READ_ONLY = { real: "atlas_test_read", demo: "atlas_test_read_demo" } as const;
/** What a database is for: see server/database/mode.ts. */
export type Mode = keyof typeof TEMPLATE;
export const PREPARED = fileURLToPath(new URL("../node_modules/.cache/atlas-test", import.meta.url));

/** The databases that a suite runs on: always the embedded one, and PostgreSQL where there is a server. */
export const databases = SERVER ? (["embedded", "PostgreSQL"] as const) : (["embedded"] as const);

export type Kind = (typeof databases)[number];

export const urlOf = (server: string, database: string): string =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

/** Where a prepared embedded database lies: a name made of the migrations, the data and the code that stores it. */
export function preparedFolder(mode: Mode = "real"): string {
  const hash = createHash("sha256");
  for (const folder of ["../prisma/migrations", "../prisma/data", "../server/imports", "../server/search", "../server/demo"]) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    for (const file of readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
      hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
    }
  }
  return join(PREPARED, `${hash.digest("hex").slice(0, 16)}-${mode}`);
}

export interface TestAtlas {
  database: Database;
  app: Awaited<ReturnType<typeof serve>>;
  /** Sends a GraphQL query; fails on errors. */
  query(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Sends a GraphQL query and returns the first error's code and message. */
  queryError(
    query: string,
    variables?: Record<string, unknown>,
    language?: string,
  ): Promise<{ status: number; code: string; message: string }>;
  close(): Promise<void>;
}

/** Opens an atlas with the starting data, or a demonstration, on a database of its own: for suites that write. */
export async function openAtlas(kind: Kind = "embedded", mode: Mode = "real"): Promise<TestAtlas> {
  const { database, remove } = await openCopy(kind, mode);
  return serveTests(database, async () => {
    await database.close();
    await remove();
  });
}

// One for each worker process, opened by the first suite that reads: loading an embedded database takes longer than most suites.
const readOnly = new Map<string, Promise<Database>>();

/** Opens an atlas on the database that all suites of this process share; the database refuses every write. */
export async function readAtlas(kind: Kind = "embedded", mode: Mode = "real"): Promise<TestAtlas> {
  const key = `${kind} ${mode}`;
  const opening = readOnly.get(key) ?? openReadOnly(kind, mode);
  readOnly.set(key, opening);
  return serveTests(await opening, async () => undefined);
}

async function openReadOnly(kind: Kind, mode: Mode): Promise<Database> {
  const { database } = kind === "embedded" ? await copyEmbedded(mode) : { database: await openServerDatabase(READ_ONLY[mode]) };
  if (kind === "embedded") await database.pool.query("SET default_transaction_read_only = on");
  return database;
}

async function serveTests(database: Database, closeDatabase: () => Promise<void>): Promise<TestAtlas> {
  const app = await serve(database);
  const post = (query: string, variables: Record<string, unknown> = {}, language = "en") =>
    app.inject({ method: "POST", url: "/graphql", headers: { "accept-language": language }, payload: { query, variables } });
  return {
    database,
    app,
    async query(query, variables) {
      const { data, errors } = (await post(query, variables)).json();
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    async queryError(query, variables, language) {
      const response = await post(query, variables, language);
      const [error] = response.json().errors ?? [];
      return { status: response.statusCode, code: error?.extensions?.code, message: error?.message };
    },
    async close() {
      await app.close();
      await closeDatabase();
    },
  };
}

const openCopy = (kind: Kind, mode: Mode) => (kind === "embedded" ? copyEmbedded(mode) : copyServer(SERVER ?? "", mode));

async function copyEmbedded(mode: Mode) {
  const folder = mkdtempSync(join(tmpdir(), "atlas-test-"));
  cpSync(preparedFolder(mode), folder, { recursive: true });
  const database = await openDatabase(readConfig({ DATA_DIR: folder }));
  return { database, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function copyServer(server: string, mode: Mode) {
  const name = `atlas_test_${randomUUID().replaceAll("-", "")}`;
  await command(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE[mode]}`);
  const database = await openServerDatabase(name);
  return { database, remove: () => command(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

const openServerDatabase = (name: string): Promise<Database> =>
  openDatabase(readConfig({ DATABASE_URL: urlOf(SERVER ?? "", name), DATABASE_POOL: "4" }));

async function command(server: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(text);
  await client.end();
}
