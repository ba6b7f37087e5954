import { setTimeout as wait } from "node:timers/promises";

interface Failure {
  after: number;
  reason: string;
}

const queries = [
  "{ sites(first: 20) { totalCount nodes { slug nameZh district { code nameEn } } } }",
  "{ sites(first: 5, filter: { kinds: [SERVICE_TRADE_PARK] }) { totalCount nodes { slug nameEn } } }",
  "{ districts { code nameZh } atlas { version } }",
];

/** Readers that ask one question after another, never the same twice, and what they have met since the last `take`. */
export class Readers {
  private readonly url: string;
  private isStopped = false;
  private turn = 0;
  private count = 0;
  private slowest = 0;
  private failures: Failure[] = [];
  private started = performance.now();
  private readonly loops: Promise<void>[];

  constructor(url: string, readers: number) {
    this.url = `${url}/graphql`;
    this.loops = Array.from({ length: readers }, () => this.loop());
  }

  /** Reads and failures since the last call, and the longest that a reader waited for an answer (ms). */
  take(): { count: number; slowest: number; failures: Failure[] } {
    const { count, slowest, failures } = this;
    [this.count, this.slowest, this.failures, this.started] = [0, 0, [], performance.now()];
    return { count, slowest, failures };
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.loops);
  }

  private async loop(): Promise<void> {
    while (!this.isStopped) {
      const start = performance.now();
      const reason = await this.read();
      this.count++;
      this.slowest = Math.max(this.slowest, performance.now() - start);
      if (reason) this.failures.push({ after: Math.round(start - this.started), reason });
      await wait(20);
    }
  }

  /** Why a read failed. A variable that no query declares makes each one differ from all before. */
  private async read(): Promise<string | undefined> {
    const turn = this.turn++;
    const body = JSON.stringify({ query: queries[turn % queries.length], variables: { turn } });
    try {
      const response = await fetch(this.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return response.status === 200 && !text.includes('"errors"') ? undefined : `${response.status} ${text.slice(0, 300)}`;
    } catch (error) {
      return String((error as Error).cause ?? error);
    }
  }
}
