import { checkServer, type DatabaseUrl } from "./connections.ts";
import { type Database, databaseOf } from "./database.ts";
import { listenForChanges } from "./notifications.ts";
import { poolSettings, ReadServer, WITHOUT_JIT } from "./read-server.ts";
import { REPLICA_TIMEOUT_MS, Replicas } from "./replicas.ts";
import { WatchedPool } from "./watched-pool.ts";

/** The longest wait for the control connection or its answer: a readiness check must not hang with the database. */
const CONTROL_TIMEOUT_MS = 5000;

interface Addresses {
  /** Of the primary, for reading and for writing. */
  reading: DatabaseUrl;
  writing: DatabaseUrl;
  replicas: readonly string[];
}

/**
 * Opens PostgreSQL with at most `max` connections that read, of the primary and of each replica, one that listens, and one for what must
 * not wait. What writes has a pool of its own, whose connections are closed when it has written. Throws the errors of version, address
 * and rights of the primary; a replica of no use is left out.
 */
export async function openServer({ reading, writing, replicas: replicaUrls }: Addresses, max: number): Promise<Database> {
  const primary = new ReadServer(reading.url, max, CONTROL_TIMEOUT_MS);
  await checkServer(primary.pool, reading);
  const pool = new WatchedPool({ ...poolSettings(max), connectionString: writing.url, options: WITHOUT_JIT });
  if (writing !== reading) await checkServer(pool, writing).catch((error) => primary.close().then(() => Promise.reject(error)));
  const notifications = await listenForChanges(reading.url);
  const changes = () => {
    const others = notifications.count();
    return others === undefined ? undefined : others + pool.writes;
  };
  const replicas = new Replicas(
    primary,
    replicaUrls.map((url) => new ReadServer(url, max, REPLICA_TIMEOUT_MS)),
    changes,
  );
  await replicas.start();
  const control = { rows: replicas.control };
  return databaseOf({ pool, readers: primary.pool, control, hasAsMvtGeom: true, changes, replicas }, replicas.run, async () => {
    await notifications.close();
    await Promise.all([replicas.close(), primary.close(), pool.end()]);
  });
}
