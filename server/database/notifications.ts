import pg from "pg";

const CHANNEL = "data_changed";
const RECONNECT_MS = 2000;
/** A pooler between server and database may swallow notifications, and a broken connection may stay silent. */
const CHECK_MS = 5000;

export interface Notifications {
  /** Grows with every change of the data by any program; undefined while no connection listens for changes. */
  count(): number | undefined;
  close(): Promise<void>;
}

/** Listens on a connection of its own for changes of the data (see the migration `data_changed`), and connects again when it is lost. */
export async function listenForChanges(connectionString: string): Promise<Notifications> {
  let changes = 0;
  let latestId: number | null = null;
  let client: pg.Client | undefined;
  let isListening = false;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  function schedule(task: () => Promise<void>, milliseconds: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(task, milliseconds).unref();
  }

  async function connect(): Promise<void> {
    const timeouts = { connectionTimeoutMillis: CHECK_MS, query_timeout: CHECK_MS };
    const next = new pg.Client({ connectionString, application_name: "atlas notifications", ...timeouts });
    client = next;
    next.on("notification", () => changes++);
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      latestId = await readLatestId(next);
      // What was published in the meantime was not notified.
      changes++;
      isListening = client === next;
      schedule(() => check(next), CHECK_MS);
    } catch {
      lose(next);
    }
  }

  async function check(checked: pg.Client): Promise<void> {
    try {
      const id = await readLatestId(checked);
      if (id !== latestId) changes++;
      latestId = id;
      if (client === checked) schedule(() => check(checked), CHECK_MS);
    } catch {
      lose(checked);
    }
  }

  function lose(lostClient: pg.Client): void {
    if (client !== lostClient) return;
    client = undefined;
    isListening = false;
    lostClient.end().catch(() => undefined);
    schedule(connect, RECONNECT_MS);
  }

  await connect();
  return {
    count: () => (isListening ? changes : undefined),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

const UNDEFINED_TABLE = "42P01";

/** The number of the latest change set; null where there is none, or no table yet before the first migration. */
async function readLatestId(client: pg.Client): Promise<number | null> {
  try {
    return (await client.query<{ id: number | null }>("SELECT max(id) AS id FROM change_set")).rows[0]?.id ?? null;
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return null;
    throw error;
  }
}
