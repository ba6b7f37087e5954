// Statements of readers on PostgreSQL's own streaming replicas. A replica takes part only while it has replayed all that the primary had
// written when this server last learned of a change, so that no reader sees older data than before, and one who writes sees it at once.
import { isServerFailure } from "../core/database-failures.ts";
import type { Query } from "./database.ts";
import type { ReadServer } from "./read-server.ts";
import { sql } from "./sql.ts";

/** How often each replica is looked at (ms). */
const POLL_MS = 200;
/** A replica that takes longer to answer that is left out (ms). */
export const REPLICA_TIMEOUT_MS = 700;

/** A statement of a replica was in the way of what it replays. */
const CONFLICT_WITH_RECOVERY = "40001";

/** Positions in the write-ahead log, in bytes. */
interface Position {
  position: number;
}

interface Replica {
  server: ReadServer;
  /** What it has replayed; undefined while it does not answer. */
  position: number | undefined;
  /** Called when it stops answering: what waits for it is run elsewhere. */
  giveUp: Set<() => void>;
}

export class Replicas {
  private readonly primary: ReadServer;
  private readonly replicas: Replica[];
  private readonly changes: () => number | undefined;
  /** The position to be reached, and the count of changes for which it was read. */
  private required: { position: number; changes: number } | undefined;
  private reading: Promise<void> | undefined;
  private turn = 0;
  private isClosed = false;
  private readonly timers = new Set<NodeJS.Timeout>();

  /** `changes` counts the changes of the data; undefined while the primary cannot be heard. */
  constructor(primary: ReadServer, replicas: readonly ReadServer[], changes: () => number | undefined) {
    this.primary = primary;
    this.changes = changes;
    this.replicas = replicas.map((server) => ({ server, position: undefined, giveUp: new Set() }));
  }

  /** Looks at all replicas for the first time, and from then on regularly. */
  async start(): Promise<void> {
    if (this.replicas.length > 0) await Promise.all([this.readRequired(), ...this.replicas.map((replica) => this.poll(replica))]);
  }

  /** How many there are, and how many of them take statements now. */
  get state(): { count: number; current: number } {
    return { count: this.replicas.length, current: this.current().length };
  }

  /** On the replicas in turn; on the primary where none is up to date. A statement that a replica fails to answer is run elsewhere. */
  readonly run: Query = async (statement, options) => {
    for (;;) {
      const current = this.current();
      const replica = current[this.turn++ % current.length];
      if (!replica) return this.primary.run(statement, options);
      try {
        return await unlessSilent(replica, replica.server.run(statement, options));
      } catch (error) {
        if (options.signal?.aborted || !canRunElsewhere(error)) throw error;
        replica.position = undefined;
      }
    }
  };

  /** On the primary, or while it is gone on any replica. */
  readonly control: ReadServer["control"] = async (statement) => {
    try {
      return await this.primary.control(statement);
    } catch (error) {
      const [replica] = this.current();
      if (!replica || !canRunElsewhere(error)) throw error;
      return replica.server.control(statement);
    }
  };

  private current(): Replica[] {
    if (this.replicas.length === 0) return [];
    const { required } = this;
    const changes = this.changes();
    if (changes !== undefined && changes !== required?.changes) {
      void this.readRequired();
      return [];
    }
    return this.replicas.filter(({ position = -1 }) => position >= (required?.position ?? 0));
  }

  /** Reads what the primary has written by now, once at a time, and looks for it at the replicas. */
  private readRequired(): Promise<void> {
    const read = async () => {
      const changes = this.changes();
      if (changes === undefined) return;
      const [row] = await this.primary.control<Position>(sql`SELECT (pg_current_wal_insert_lsn() - '0/0')::float8 AS position`);
      if (row) this.required = { position: row.position, changes };
      await Promise.all(this.replicas.map((replica) => this.look(replica)));
    };
    this.reading ??= read()
      .catch(() => undefined)
      .finally(() => {
        this.reading = undefined;
      });
    return this.reading;
  }

  private async poll(replica: Replica): Promise<void> {
    await this.look(replica);
    if (this.isClosed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.poll(replica);
    }, POLL_MS).unref();
    this.timers.add(timer);
  }

  private async look(replica: Replica): Promise<void> {
    // One that has been promoted is up to date.
    const statement = sql`SELECT ((CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END)
      - '0/0')::float8 AS position`;
    try {
      replica.position = (await replica.server.control<Position>(statement))[0]?.position;
    } catch {
      replica.position = undefined;
      for (const giveUp of replica.giveUp) giveUp();
      replica.server.breakOff();
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.replicas.map(({ server }) => server.close()));
  }
}

class Silent extends Error {}

/** The result, or Silent at once when the replica stops answering. */
function unlessSilent<Result>({ giveUp }: Replica, result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onSilence = () => reject(new Silent("the replica does not answer"));
    giveUp.add(onSilence);
    result.then(resolve, reject).finally(() => giveUp.delete(onSilence));
  });
}

const canRunElsewhere = (error: unknown): boolean =>
  error instanceof Silent || (error as { code?: string }).code === CONFLICT_WITH_RECOVERY || isServerFailure(error);
