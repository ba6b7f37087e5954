// Statements that come again are prepared under a name: PostgreSQL then parses them once for each connection and usually plans them once,
// which halves its work for a page of a list, and only the values are sent.
import { LRUCache } from "lru-cache";
import type pg from "pg";
import { mayBeNamed } from "./sql.ts";

const MAX_COUNTED = 1000;
/** A prepared statement takes PostgreSQL 50 kB to a few megabytes on each connection. */
const MAX_NAMED = 100;
/** A connection that has prepared more than this is closed. */
const MAX_ON_CONNECTION = 150;
/** A statement that is run once or twice is not worth a name. */
export const RUNS_BEFORE_NAMING = 3;

/**
 * The name is unknown on the connection, or already in use: a pooler between server and database hands statements to any of its
 * connections. Or the columns have changed since the statement was prepared.
 */
const STALE_NAME = new Set(["26000", "42P05", "0A000"]);

export class NamedStatements {
  private readonly runCounts = new LRUCache<string, number>({ max: MAX_COUNTED });
  private readonly names = new LRUCache<string, string>({ max: MAX_NAMED });
  private readonly prepared = new WeakMap<pg.PoolClient, Set<string>>();
  private lastNumber = 0;
  private isOff = false;

  /** Runs a statement that only reads, under a name if it comes often. */
  async query(client: pg.PoolClient, statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const name = this.nameOf(statement.text);
    if (name === undefined) return client.query(statement);
    const prepared = this.prepared.get(client) ?? new Set();
    this.prepared.set(client, prepared.add(name));
    try {
      return await client.query({ ...statement, name });
    } catch (error) {
      if (!STALE_NAME.has(String((error as { code?: string }).code))) throw error;
      this.isOff = true;
      return client.query(statement);
    }
  }

  /** Whether so many statements were prepared on the connection, which keeps them all, that another one should take its place. */
  isFull(client: pg.PoolClient): boolean {
    return (this.prepared.get(client)?.size ?? 0) > MAX_ON_CONNECTION;
  }

  private nameOf(text: string): string | undefined {
    if (this.isOff) return undefined;
    const name = this.names.get(text);
    if (name !== undefined) return name;
    const runCount = (this.runCounts.get(text) ?? 0) + 1;
    this.runCounts.set(text, runCount);
    if (runCount < RUNS_BEFORE_NAMING || !mayBeNamed(text)) return undefined;
    // Never used again for another text, which some connection may still have under it.
    const newName = `s${++this.lastNumber}`;
    this.names.set(text, newName);
    return newName;
  }
}
