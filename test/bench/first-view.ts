// How soon a new reader sees the page: first paint, the map usable, JavaScript received before the first paint and the longest task after
// it, with the processor as it is and four times slower. Everything is drawn by the processor, as without a graphics card.
// npx tsx test/bench/first-view.ts; BENCH_URL measures an atlas that is running already.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";
import { freePort } from "./postgres.ts";

const ROUNDS = 5;
const PATHS = ["/?lang=zh", "/districts?lang=zh", "/plan?lang=zh"];
// As text, because tsx puts helpers into functions that the page does not have.
const OBSERVE_TASKS = `window.longTasks = []; new PerformanceObserver((list) => window.longTasks.push(...list.getEntries()
  .map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask", buffered: true });`;
const READ = `(() => {
  const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  const scripts = performance.getEntriesByType("resource").filter(({ name, responseEnd }) => name.endsWith(".js") && responseEnd <= paint);
  return { paint, kb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
    longest: Math.max(0, ...window.longTasks.filter(({ startTime }) => startTime >= paint).map(({ duration }) => duration)) };
})()`;

interface View {
  paint: number;
  usable: number;
  kb: number;
  longest: number;
}

const atlas = process.env.BENCH_URL ? { url: process.env.BENCH_URL, stop: () => undefined } : await startAtlas();
const browser = await openBrowser();
try {
  console.log("| page | processor | first paint ms | usable ms | JS before it, KB | longest task after it, ms |");
  console.log("| --- | --- | ---: | ---: | ---: | ---: |");
  for (const path of PATHS) {
    for (const slowdown of [1, 4]) {
      const views: View[] = [];
      for (let round = 0; round < ROUNDS; round++) views.push(await measure(browser, atlas.url + path, slowdown));
      const median = (part: keyof View) =>
        views
          .map((view) => view[part])
          .sort((a, b) => a - b)
          [ROUNDS >> 1]?.toFixed(0);
      console.log(
        `| ${path} | 1/${slowdown} | ${median("paint")} | ${median("usable")} | ${median("kb")} | ${median("longest")} |`,
      );
    }
  }
} finally {
  await browser.close();
  atlas.stop();
}

/** One visit in a new context: nothing is in its cache. */
async function measure(from: Browser, url: string, slowdown: number): Promise<View> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.addInitScript(OBSERVE_TASKS);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const start = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector(new URL(url).pathname === "/" ? "[data-loaded]" : "main table, main svg", { timeout: 120_000 });
  const usable = performance.now() - start;
  await wait(1000);
  const view = (await page.evaluate(READ)) as Omit<View, "usable">;
  await context.close();
  return { ...view, usable };
}

async function startAtlas() {
  const folder = mkdtempSync(join(tmpdir(), "atlas-first-view-"));
  const port = await freePort();
  const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  while (
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error("The atlas did not start.");
    await wait(200);
  }
  const stop = () => {
    child.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    child.kill("SIGINT");
  };
  return { url, stop };
}
