// Cancels statements in the database when no client waits for their result any more.
import type pg from "pg";
import { QUERY_CANCELED } from "../core/database-failures.ts";

type Connection = pg.PoolClient & { processID?: number };

/** Cancels on a connection of another pool: those that run statements may all be in use. */
export class Canceller {
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  /**
   * Runs a statement of `client`, and cancels it when `signal` is aborted; throws the reason of the signal then. It returns only after the
   * database has received the cancellation, so that the next statement of the connection is not hit: until then the connection must not
   * be released. `onLate` is called if the statement ended by itself meanwhile, and the cancellation may still be under way.
   */
  async run(
    client: Connection,
    statement: () => Promise<pg.QueryResult>,
    signal: AbortSignal | undefined,
    onLate: () => void,
  ): Promise<pg.QueryResult> {
    if (!signal) return statement();
    signal.throwIfAborted();
    let cancelling: Promise<unknown> | undefined;
    let isCancelled = false;
    const cancel = () => {
      cancelling = this.pool.query("SELECT pg_cancel_backend($1)", [client.processID]).catch(() => undefined);
    };
    signal.addEventListener("abort", cancel);
    try {
      return await statement();
    } catch (error) {
      isCancelled = (error as { code?: string }).code === QUERY_CANCELED;
      throw signal.aborted ? signal.reason : error;
    } finally {
      signal.removeEventListener("abort", cancel);
      await cancelling;
      if (cancelling && !isCancelled) onLate();
    }
  }
}
