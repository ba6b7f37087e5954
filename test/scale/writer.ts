import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** Publishes a small change again and again through the address of the primary, and remembers what was confirmed. */
export class Writer {
  readonly confirmed: number[] = [];
  /** The longest time between two confirmed publications (ms). */
  longestGap = 0;
  private readonly url: string;
  private isStopped = false;
  private readonly done: Promise<void>;

  constructor(url: string) {
    this.url = url;
    this.done = this.loop();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.done;
  }

  /** Waits for the next confirmed publication, and returns its version. */
  async next(): Promise<number> {
    const { length } = this.confirmed;
    while (this.confirmed.length === length) await wait(50);
    return this.confirmed.at(-1) as number;
  }

  private async loop(): Promise<void> {
    let last = performance.now();
    while (!this.isStopped) {
      const version = await publish(this.url).catch(() => undefined);
      if (version !== undefined) {
        this.confirmed.push(version);
        this.longestGap = Math.max(this.longestGap, performance.now() - last);
        last = performance.now();
      }
      await wait(250);
    }
  }
}

async function publish(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000, query_timeout: 5000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO change_set (origin, author, reason, digest)
       SELECT origin, author, 'a change while nodes come and go', md5(random()::text) FROM change_set ORDER BY id LIMIT 1 RETURNING id`,
    );
    if (!rows[0]) throw new Error("nothing was published");
    return rows[0].id;
  } finally {
    await client.end().catch(() => undefined);
  }
}
