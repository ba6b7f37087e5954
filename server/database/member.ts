import { isServerFailure } from "../core/database-failures.ts";
import type { Query } from "./database.ts";
import type { ReadServer } from "./read-server.ts";
import { type Sql, sql } from "./sql.ts";

class Silent extends Error {}

/** A statement of a replica was in the way of what it replays. */
const CONFLICT_WITH_RECOVERY = "40001";

/** Whether another server may answer what this one has not. */
export const canRunElsewhere = (error: unknown): boolean =>
  error instanceof Silent || (error as { code?: string }).code === CONFLICT_WITH_RECOVERY || isServerFailure(error);

// A replica that has been promoted has what it writes itself.
const currentPosition: Sql = sql`SELECT ((CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
  ELSE pg_current_wal_insert_lsn() END) - '0/0')::float8 AS position`;

/** A server of a cluster, primary or replica, and what it has of the write-ahead log. */
export class Member {
  /** Position in the write-ahead log (bytes) up to which readers see the data; undefined while the server does not answer. */
  position: number | undefined;
  readonly server: ReadServer;
  private readonly timeout: number;
  private readonly giveUp = new Set<() => void>();

  /** A server that takes longer than `timeout` (ms) to say its position has fallen silent. */
  constructor(server: ReadServer, timeout: number) {
    this.server = server;
    this.timeout = timeout;
  }

  /** Runs a statement; gives up as soon as the server falls silent. */
  readonly run: Query = (statement, options) =>
    new Promise((resolve, reject) => {
      const giveUp = () => reject(new Silent("the database server does not answer"));
      this.giveUp.add(giveUp);
      this.server
        .run(statement, options)
        .then(resolve, reject)
        .finally(() => this.giveUp.delete(giveUp));
    });

  /** Reads the position; if the server does not answer in time, what waits for it is given up. */
  async look(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Silent("late")), this.timeout);
    });
    try {
      this.position = (await Promise.race([this.server.control<{ position: number }>(currentPosition), late]))[0]?.position;
    } catch {
      this.position = undefined;
      for (const giveUp of this.giveUp) giveUp();
      this.server.breakOff();
    } finally {
      clearTimeout(timer);
    }
  }
}
