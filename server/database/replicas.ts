// Statements of readers on PostgreSQL's own streaming replicas. A replica takes part only while it has replayed all that the primary had
// written when this server last learned of a change, so that no reader sees older data than before, and one who writes sees it at once.
// While the primary is gone, the replicas that have most of its data answer.
import type { Query } from "./database.ts";
import { canRunElsewhere, Member } from "./member.ts";
import type { ReadServer } from "./read-server.ts";

/** How often each server is looked at (ms). */
const POLL_MS = 200;
/** A replica that takes longer to answer that is left out (ms). */
export const REPLICA_TIMEOUT_MS = 700;
/** A primary that takes longer is taken for lost: replicas may then answer without what it wrote last (ms). */
const PRIMARY_TIMEOUT_MS = 3000;

export class Replicas {
  private readonly primary: Member;
  private readonly replicas: readonly Member[];
  private readonly changes: () => number | undefined;
  /** The position that replicas must have reached, and the count of changes for which it was read. */
  private required: { position: number; changes: number | undefined } | undefined;
  private reading: Promise<void> | undefined;
  private turn = 0;
  private isClosed = false;

  /** `changes` counts the changes of the data; undefined while the primary does not notify them. */
  constructor(primary: ReadServer, replicas: readonly ReadServer[], changes: () => number | undefined) {
    this.primary = new Member(primary, PRIMARY_TIMEOUT_MS);
    this.changes = changes;
    this.replicas = replicas.map((server) => new Member(server, REPLICA_TIMEOUT_MS));
  }

  /** Looks at all servers for the first time, and from then on regularly. */
  async start(): Promise<void> {
    if (this.replicas.length === 0) return;
    await Promise.all([this.poll(() => this.readRequired()), ...this.replicas.map((replica) => this.poll(() => replica.look()))]);
  }

  /** How many there are, and how many of them take statements now. */
  get state(): { count: number; current: number } {
    return { count: this.replicas.length, current: this.current().length };
  }

  /** On the replicas in turn; on the primary where none is up to date. What one server fails to answer is run on another. */
  readonly run: Query = async (statement, options) => {
    if (this.replicas.length === 0) return this.primary.server.run(statement, options);
    const failed = new Set<Member>();
    for (;;) {
      const member = this.next(failed);
      try {
        return await member.run(statement, options);
      } catch (error) {
        if (options.signal?.aborted || !canRunElsewhere(error)) throw error;
        failed.add(member);
        member.position = undefined;
        if (failed.has(this.next(failed))) throw error;
      }
    }
  };

  /** On the primary, or while it is gone on a replica. */
  readonly control: ReadServer["control"] = async (statement) => {
    try {
      return await this.primary.server.control(statement);
    } catch (error) {
      const [replica] = mostAdvanced(this.replicas);
      if (!replica || !canRunElsewhere(error)) throw error;
      return replica.server.control(statement);
    }
  };

  /** The server for a statement that these have failed to answer; the primary once again if none is left. */
  private next(failed: ReadonlySet<Member>): Member {
    const current = this.current().filter((replica) => !failed.has(replica));
    const replica = current[this.turn++ % current.length];
    if (replica) return replica;
    if (!failed.has(this.primary)) return this.primary;
    return mostAdvanced(this.replicas.filter((other) => !failed.has(other)))[0] ?? this.primary;
  }

  private current(): readonly Member[] {
    const { required } = this;
    if (this.replicas.length === 0) return [];
    if (this.primary.position === undefined) return mostAdvanced(this.replicas);
    if (required && this.changes() === required.changes)
      return this.replicas.filter(({ position = -1 }) => position >= required.position);
    void this.readRequired();
    return [];
  }

  /** Reads what the primary has written by now, once at a time, and looks for it at the replicas if that is needed at once. */
  private readRequired(): Promise<void> {
    const read = async () => {
      const changes = this.changes();
      const isNew = changes === undefined || changes !== this.required?.changes;
      await this.primary.look();
      const { position } = this.primary;
      if (position === undefined || !isNew) return;
      this.required = { position, changes };
      await Promise.all(this.replicas.map((replica) => replica.look()));
    };
    this.reading ??= read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async poll(look: () => Promise<void>): Promise<void> {
    await look();
    if (!this.isClosed) setTimeout(() => void this.poll(look), POLL_MS).unref();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.replicas.map(({ server }) => server.close()));
  }
}

/** Those that answer and have replayed most. */
function mostAdvanced(replicas: readonly Member[]): Member[] {
  const latest = Math.max(...replicas.map(({ position = -1 }) => position), 0);
  return replicas.filter(({ position }) => position === latest);
}
