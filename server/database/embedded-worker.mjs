// The embedded PostgreSQL in a thread of its own, so that a query never blocks the event loop that answers requests.
// Plain JavaScript: a thread does not take over the TypeScript loader of its parent.
import { rmSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { postgis } from "@electric-sql/pglite-postgis";
import { dataDir as emptyCluster } from "@electric-sql/pglite-prepopulatedfs";
import { serveProtocol } from "./embedded-socket.mjs";
import { withPackedFiles } from "./postgis-bundle.mjs";

/** @type {{ folder: string, unfinished: string, isNew: boolean, socket: string }} */
const { folder, unfinished, isNew, socket } = workerData;
const extensions = { postgis: withPackedFiles(postgis), pg_trgm };

const database = isNew ? await create() : await PGlite.create({ dataDir: folder, extensions });

// A mark beside the new cluster says that it is unfinished: after a kill half-way the next start creates it again.
async function create() {
  writeFileSync(unfinished, "");
  rmSync(folder, { recursive: true, force: true });
  const cluster = await PGlite.create({ dataDir: folder, extensions, loadDataDir: await emptyCluster() });
  await listingOnce(() =>
    cluster.exec("CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS pg_trgm; CHECKPOINT;"),
  );
  rmSync(unfinished);
  return cluster;
}

/**
 * Runs something while the names of a large object are listed once only. PGlite looks up each of the thousand functions of PostGIS in
 * a new list of its 23,000 exports, which would take ten times as long as all the rest of the installation.
 * @param {() => Promise<unknown>} run
 */
async function listingOnce(run) {
  const { keys } = Object;
  const lists = new WeakMap();
  Object.keys = (/** @type {object} */ object) => {
    const list = lists.get(object) ?? keys(object);
    if (list.length > 10_000) lists.set(object, list);
    return list;
  };
  try {
    await run();
  } finally {
    Object.keys = keys;
  }
}

const server = await serveProtocol(database, socket);
parentPort?.postMessage("ready");

parentPort?.once("message", async () => {
  await server.close();
  await database.close();
  // Ends this thread only, whatever the WebAssembly module still holds open.
  process.exit(0);
});
