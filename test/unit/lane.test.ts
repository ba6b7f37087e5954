// Work in a lane: how much runs, how much waits, and who leaves.
import { afterEach, expect, test, vi } from "vitest";
import { SharedWork } from "../../server/core/shared-work.ts";
import { Lane, lanesOf } from "../../server/database/lane.ts";

afterEach(() => void vi.useRealTimers());

/** Work that `end` ends, and a list of what has begun. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

test("two run, two wait in their order, one more is refused", async () => {
  const lane = new Lane({ running: 2, waiting: 2, seconds: 5 });
  const { begun, work, end } = workshop();
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => lane.run(work(name)));
  await expect(lane.run(work("e"))).rejects.toMatchObject({ code: "TOO_BUSY", retryAfterSeconds: 5 });
  expect(begun).toEqual(["a", "b"]);
  end("b");
  await b;
  await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c"]));
  end("a");
  await a;
  await vi.waitFor(() => expect(begun).toEqual(["a", "b", "c", "d"]));
  end("c");
  end("d");
  expect(await Promise.all([c, d])).toEqual(["c", "d"]);
  end("f");
  const f = lane.run(work("f"));
  await vi.waitFor(() => expect(begun).toContain("f"));
  end("f");
  expect(await f).toBe("f");
});

test("work that fails frees its place, and so does a client that leaves the queue", async () => {
  const lane = new Lane({ running: 1, waiting: 2, seconds: 5 });
  const { begun, work, end } = workshop();
  await expect(lane.run(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  const a = lane.run(work("a"));
  const client = new AbortController();
  const left = lane.run(work("left"), client.signal);
  const c = lane.run(work("c"));
  client.abort(new Error("disconnected"));
  await expect(left).rejects.toThrow("disconnected");
  const d = lane.run(work("d"));
  end("a");
  await a;
  await vi.waitFor(() => expect(begun).toEqual(["a", "c"]));
  end("c");
  await c;
  await vi.waitFor(() => expect(begun).toEqual(["a", "c", "d"]));
  end("d");
  await d;
});

test("who waits too long is refused", async () => {
  vi.useFakeTimers();
  const lane = new Lane({ running: 1, waiting: 2, seconds: 5 });
  const { begun, work } = workshop();
  void lane.run(work("a"));
  const waiting = expect(lane.run(work("b"))).rejects.toMatchObject({ code: "TOO_BUSY" });
  await vi.advanceTimersByTimeAsync(5000);
  await waiting;
  expect(begun).toEqual(["a"]);
});

test.each([
  [1, 1],
  [2, 1],
  [4, 1],
  [10, 3],
  [100, 33],
])("of %i connections a lane takes %i", async (connections, size) => {
  const { begun, work, end } = workshop();
  const { heavy } = lanesOf(connections);
  const names = Array.from({ length: size + 1 }, (_, index) => String(index));
  const runs = names.map((name) => heavy.run(work(name)));
  expect(begun).toEqual(names.slice(0, size));
  for (const name of begun.slice()) end(name);
  await vi.waitFor(() => expect(begun).toEqual(names));
  end(String(size));
  expect(await Promise.all(runs)).toEqual(names);
});

test("shared work is aborted when all have left, and then started anew", async () => {
  const shared = new SharedWork<number>();
  const signals: AbortSignal[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<number>((_resolve, reject) => {
      signals.push(signal);
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const [one, other, later] = [new AbortController(), new AbortController(), new AbortController()];
  const results = [shared.join("key", one.signal, work), shared.join("key", other.signal, work)];
  expect(signals).toHaveLength(1);
  one.abort(new Error("left"));
  expect(signals[0]?.aborted).toBe(false);
  other.abort(new Error("left"));
  expect(signals[0]?.aborted).toBe(true);
  const next = shared.join("key", later.signal, work);
  for (const result of results) await expect(result).rejects.toThrow("left");
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  later.abort(new Error("left"));
  await expect(next).rejects.toThrow("left");
});
