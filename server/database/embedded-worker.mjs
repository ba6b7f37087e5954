// The embedded PostgreSQL in a thread of its own, so that a query never blocks the event loop that answers requests.
// Plain JavaScript: a thread does not take over the TypeScript loader of its parent.
import { rename, rm } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { postgis } from "@electric-sql/pglite-postgis";
import { dataDir as emptyCluster } from "@electric-sql/pglite-prepopulatedfs";
import { serveProtocol } from "./embedded-socket.mjs";

/** @type {{ folder: string, isNew: boolean, socket: string }} */
const { folder, isNew, socket } = workerData;
const extensions = { postgis, pg_trgm };

// A new cluster is made beside its final place and moved there whole: a kill half-way leaves nothing half-made behind.
if (isNew) {
  const preparing = `${folder}.preparing`;
  await rm(preparing, { recursive: true, force: true });
  const fresh = await PGlite.create({ dataDir: preparing, extensions, loadDataDir: await emptyCluster() });
  await fresh.exec("CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS pg_trgm;");
  await fresh.close();
  await rename(preparing, folder);
}

const database = await PGlite.create({ dataDir: folder, extensions });
const server = await serveProtocol(database, socket);
parentPort?.postMessage("ready");

parentPort?.once("message", async () => {
  await server.close();
  await database.close();
  // Ends this thread only, whatever the WebAssembly module still holds open.
  process.exit(0);
});
