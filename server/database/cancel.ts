// Cancels statements in the database when no client waits for their result any more.
import pg from "pg";
import { QUERY_CANCELED } from "../core/database-failures.ts";
import { REQUEST_LIMITS } from "../core/limits.ts";

type Connection = pg.PoolClient & { processID?: number };

/** Cancels on a connection of its own: those of the pool may all be in use. It is opened when needed and closed after a while. */
export class Canceller {
  private readonly pool: pg.Pool;

  constructor(connectionString: string) {
    const milliseconds = REQUEST_LIMITS.seconds * 1000;
    const timeouts = { connectionTimeoutMillis: milliseconds, query_timeout: milliseconds };
    this.pool = new pg.Pool({ connectionString, max: 1, application_name: "atlas cancellations", ...timeouts });
    this.pool.on("error", () => undefined);
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

  close(): Promise<void> {
    return this.pool.end();
  }
}
