import pg from "pg";
import { isPoolBusy } from "../core/database-failures.ts";

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: (error?: Error) => void) => void;

/** The longest wait of what writes for a connection: what writes before it, a publication above all, takes longer than readers wait. */
const WRITER_WAIT_MS = 300_000;

/** A pool of connections that counts what may have changed the data: every use of a connection that was not taken by `connectReader`. */
export class WatchedPool extends pg.Pool {
  /** Grows before and after each such use. */
  writes = 0;
  private readonly writers = new WeakSet<pg.PoolClient>();

  constructor(config: pg.PoolConfig) {
    super(config);
    // An idle connection that breaks must not end the process; the next statement opens a new one.
    this.on("error", () => undefined);
    this.on("release", (_error, client) => {
      if (this.writers.delete(client)) this.writes++;
    });
  }

  /** A connection for a statement that only reads. Release it. */
  connectReader(): Promise<pg.PoolClient> {
    return super.connect();
  }

  private async connectWriter(): Promise<pg.PoolClient> {
    const end = performance.now() + WRITER_WAIT_MS;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isPoolBusy(error) || performance.now() > end) throw error;
      }
    }
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(done: Connected): void;
  override connect(done?: Connected) {
    const connecting = this.connectWriter().then((client) => {
      this.writers.add(client);
      this.writes++;
      return client;
    });
    if (!done) return connecting;
    connecting.then(
      (client) => done(undefined, client, (error) => client.release(error)),
      (error: Error) => done(error, undefined, () => undefined),
    );
  }
}
