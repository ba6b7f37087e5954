// How smoothly the page pans over the synthetic sites: a browser drags the map at several zooms and counts its frames.
// npm run build && npx tsx test/bench/pan.ts; the database as for `npm run bench`.
// "no sites" is the same drag with a filter that leaves none: what ground, names and machine cost without them.
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";
import { openBenchDatabase } from "./postgres.ts";
import { startServer } from "./processes.ts";

const ZOOMS = process.env.BENCH_ZOOMS?.split(",").map(Number) ?? [7.5, 8.5, 9.5, 10.5, 12, 13.5];
const PICTURES = process.env.BENCH_PICTURES;
// Runs in the page until it is stopped. As text, because tsx puts helpers into functions that the page does not have.
const COUNT_FRAMES = `new Promise((resolve) => {
  const frames = [];
  let [before, isEnough] = [performance.now(), false];
  window.addEventListener("enough", () => { isEnough = true; });
  requestAnimationFrame(function next(now) {
    frames.push(now - before);
    before = now;
    if (isEnough) resolve(frames.slice(1));
    else requestAnimationFrame(next);
  });
})`;
/** A frame longer than this is seen as a jerk. */
const LONG_MS = 50;

const database = await openBenchDatabase();
const server = await startServer("atlas", database.url);
const browser = await openBrowser();
try {
  console.log("| zoom | sites | frames | p50 ms | p95 ms | longest ms | over 50 ms | tiles | largest KB |");
  console.log(`|${" ---: |".repeat(9)}`);
  for (const zoom of ZOOMS) {
    for (const isEmptyMap of [true, false]) {
      const { frames, tiles, siteCount } = await measureDragging(zoom, isEmptyMap);
      const sorted = [...frames].sort((a, b) => a - b);
      const percentile = (part: number) =>
        (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0);
      const long = (frames.filter((ms) => ms > LONG_MS).length / frames.length) * 100;
      console.log(
        `| ${zoom} | ${isEmptyMap ? "no sites" : siteCount} | ${frames.length} | ${percentile(0.5)} | ${percentile(0.95)} | ${percentile(1)} | ${long.toFixed(0)}% | ` +
          `${tiles.length} | ${(Math.max(0, ...tiles) / 1000).toFixed(0)} |`,
      );
    }
  }
} finally {
  await browser.close();
  await server.stop();
  database.stop();
}

/** Opens the page at a zoom, drags the map four times to and fro, and gives the times between frames (ms) and the sites' tiles (bytes). */
async function measureDragging(
  zoom: number,
  isEmptyMap: boolean,
): Promise<{ frames: number[]; tiles: number[]; siteCount: string }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const tiles: number[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/tiles/sites/") && response.status() === 200) tiles.push((await response.body()).length);
  });
  await page.goto(`${server.url}/?lang=en&map=${zoom}/30.6/114.3${isEmptyMap ? "&q=zzzz" : ""}`);
  await page.waitForSelector("[data-loaded]", { timeout: 60_000 });
  const siteCount = (await page.locator("output.visually-hidden").first().textContent())?.match(/[\d,]+/)?.[0] ?? "?";
  if (PICTURES && !isEmptyMap) await page.screenshot({ path: `${PICTURES}/zoom-${zoom}.png` });
  const counting = page.evaluate<number[]>(COUNT_FRAMES);
  for (let dragIndex = 0; dragIndex < 4; dragIndex++) await drag(page, dragIndex % 2 === 0 ? -1 : 1);
  await page.evaluate(`window.dispatchEvent(new Event("enough"))`);
  const frames = await counting;
  await page.close();
  return { frames, tiles, siteCount };
}

async function drag(page: Page, direction: 1 | -1): Promise<void> {
  const [x, y] = [900, 450];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + direction * 350, y + direction * 150, { steps: 15 });
  await page.mouse.up();
}
