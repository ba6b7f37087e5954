import pg from "pg";
import { REQUEST_LIMITS } from "../core/limits.ts";
import { Canceller } from "./cancel.ts";
import { type Query, types, withClient } from "./database.ts";
import { NamedStatements } from "./named-statements.ts";
import type { Sql } from "./sql.ts";
import { WatchedPool } from "./watched-pool.ts";

/** What the connections of readers and writers have in common. `max` is the most of them at a time. */
export const poolSettings = (max: number) => ({
  max,
  connectionTimeoutMillis: REQUEST_LIMITS.seconds * 1000,
  statement_timeout: REQUEST_LIMITS.seconds * 1000,
});

/** Just-in-time compilation of spatial statements takes longer than it saves, because the planner overestimates transformations. */
export const WITHOUT_JIT = "-c jit=off";

/** One PostgreSQL server, primary or replica: its connections for readers, whose transactions are read-only, and one for control. */
export class ReadServer {
  readonly pool: WatchedPool;
  private readonly controlPool: pg.Pool;
  private readonly canceller: Canceller;
  private readonly named = new NamedStatements();
  private readonly running = new Set<pg.PoolClient>();

  /** `controlTimeout` is the longest wait for the control connection and for its answer (ms). */
  constructor(connectionString: string, max: number, controlTimeout: number) {
    const options = `${WITHOUT_JIT} -c default_transaction_read_only=on`;
    this.pool = new WatchedPool({ ...poolSettings(max), connectionString, options });
    const timeouts = { connectionTimeoutMillis: controlTimeout, query_timeout: controlTimeout };
    this.controlPool = new pg.Pool({ connectionString, max: 1, application_name: "atlas control", ...timeouts });
    this.controlPool.on("error", () => undefined);
    this.canceller = new Canceller(this.controlPool);
  }

  readonly run: Query = (statement, { signal, lane }) => {
    let isLate = false;
    const onLate = () => {
      isLate = true;
    };
    const run = async (client: pg.PoolClient) => {
      this.running.add(client);
      const start = () => (lane ? client.query(statement) : this.named.query(client, statement));
      return this.canceller.run(client, start, signal, onLate).finally(() => this.running.delete(client));
    };
    return withClient(this.pool.connectReader(), run, (client) => isLate || this.named.isFull(client));
  };

  /** Short statements that must not wait until a connection of readers is free: cancellations, and whether the server answers. */
  readonly control = async <Row extends pg.QueryResultRow>({ text, values }: Sql): Promise<Row[]> =>
    (await this.controlPool.query<Row>({ text, values, types })).rows;

  /** Breaks off the statements that run, as if their connections were lost: a server that has gone silent never answers them. */
  breakOff(): void {
    for (const client of this.running) (client as pg.PoolClient & { connection: pg.Connection }).connection.stream.destroy();
  }

  async close(): Promise<void> {
    await Promise.all([this.controlPool.end(), this.pool.end()]);
  }
}
