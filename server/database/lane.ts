// Expensive statements take a lane of their own: at most a part of the connections, so that others never wait behind them.
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";

/** `heavy` for queries that cost much, `tiles` for tiles that have to be generated. All others are not limited. */
export type LaneName = "heavy" | "tiles";

interface LaneLimits {
  /** Statements that run at a time. */
  running: number;
  /** Statements that wait; one more is refused. */
  waiting: number;
  /** The longest wait. */
  seconds: number;
}

/** The share of the connections that one lane may use. */
const SHARE = 1 / 3;

/** A map requests dozens of tiles at once, and shows a gap where one is refused. */
const LIMITS = {
  heavy: { waiting: 30, seconds: 15 },
  tiles: { waiting: 500, seconds: 10 },
} as const satisfies Record<LaneName, Omit<LaneLimits, "running">>;

/** The lanes of a pool of that many connections. */
export function lanesOf(connections: number): Record<LaneName, Lane> {
  const running = Math.max(1, Math.floor(connections * SHARE));
  return { heavy: new Lane({ running, ...LIMITS.heavy }), tiles: new Lane({ running, ...LIMITS.tiles }) };
}

/** Runs work in the order in which it comes, up to its limits. */
export class Lane {
  private readonly limits: LaneLimits;
  private readonly queue = new Set<() => void>();
  private running = 0;
  private refused = 0;

  constructor(limits: LaneLimits) {
    this.limits = limits;
  }

  /** Statements that run and that wait now, and that were refused since the start. */
  get state(): { running: number; waiting: number; refused: number } {
    return { running: this.running, waiting: this.queue.size, refused: this.refused };
  }

  /** Throws TOO_BUSY if too many wait or the wait is too long, and the reason of `signal` if it is aborted during the wait. */
  async run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    if (this.running < this.limits.running) this.running++;
    else await this.turn(signal);
    try {
      return await work();
    } finally {
      // The place goes to the next in the queue.
      const [next] = this.queue;
      if (next) next();
      else this.running--;
    }
  }

  private refusal(): AtlasError {
    this.refused++;
    return new AtlasError(commonErrors.TOO_BUSY);
  }

  private turn(signal: AbortSignal | undefined): Promise<void> {
    const { waiting, seconds } = this.limits;
    if (this.queue.size >= waiting) throw this.refusal();
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.queue.delete(start);
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      const start = () => {
        leave();
        resolve();
      };
      const abort = () => {
        leave();
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        leave();
        reject(this.refusal());
      }, seconds * 1000);
      this.queue.add(start);
      signal?.addEventListener("abort", abort);
      if (signal?.aborted) abort();
    });
  }
}
