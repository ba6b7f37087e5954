import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Mode, openAtlas, type TestAtlas } from "../atlas.ts";

// WebGL in software, so that the map is drawn on machines without a graphics card; nothing that asks the network.
const flags = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** A browser: the one named in CHROMIUM_PATH, an installed one, or the one that comes as a package. */
export async function openBrowser(): Promise<Browser> {
  const found = [process.env.CHROMIUM_PATH, ...installed].find((path) => path && existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: ["--headless=new", ...flags] });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...flags] });
}

interface Running {
  url: string;
  /** The database of its own, where the atlas was started here. */
  database?: TestAtlas["database"];
  stop: () => Promise<void>;
}

/** The atlas at ATLAS_URL, or the real one on a free port, over a database of its own. */
async function startAtlas(mode: Mode): Promise<Running> {
  if (process.env.ATLAS_URL) return { url: process.env.ATLAS_URL.replace(/\/$/, ""), stop: async () => undefined };
  const atlas = await openAtlas("embedded", mode);
  const url = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
  return { url, database: atlas.database, stop: () => atlas.close() };
}

let running: Running | undefined;
let browser: Browser | undefined;

/** Gives a test file its atlas (with the starting data, or a demonstration) and its browser, and takes both away. */
export function withAtlas(mode: Mode = "real") {
  beforeAll(async () => {
    [running, browser] = await Promise.all([startAtlas(mode), openBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  }, 60_000);
}

/** Base address of the running atlas. */
export function atlasUrl(): string {
  if (!running) throw new Error("withAtlas() has not run");
  return running.url;
}

/** The database behind the atlas that the test file has started; none behind one at ATLAS_URL. */
export function atlasDatabase(): TestAtlas["database"] | undefined {
  return running?.database;
}

export interface Visit {
  page: Page;
  /** Warnings and errors of the console, and exceptions. */
  complaints: string[];
  /** Requests that left the atlas's own origin. */
  strangers: string[];
  close: () => Promise<void>;
}

/** Opens an address in a fresh browser context that keeps count of what must not happen. */
export async function visitPage(address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  if (!browser) throw new Error("withAtlas() has not run");
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const [complaints, strangers]: [string[], string[]] = [[], []];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(atlasUrl())) strangers.push(request.url());
  });
  await page.goto(atlasUrl() + address);
  return { page, complaints, strangers, close: () => context.close() };
}

/** Waits until the map has drawn what it has to draw. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForSelector("[data-loaded]", { timeout: 90_000 });
}
