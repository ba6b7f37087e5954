import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, type ConsoleMessage, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Mode, openAtlas, readAtlas, type TestAtlas } from "../atlas.ts";

// Everything is drawn by the processor, as on machines without a graphics card: the map by SwiftShader, the page without it, for that
// takes half the time. And nothing that asks the network.
const flags = [
  "--no-sandbox",
  "--use-angle=swiftshader-webgl",
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

interface RunningAtlas {
  url: string;
  /** The database of its own, where the atlas was started here. */
  database?: TestAtlas["database"];
  stop: () => Promise<void>;
}

/** The atlas at ATLAS_URL, or the real one on a free port. */
async function startAtlas(open: () => Promise<TestAtlas>): Promise<RunningAtlas> {
  if (process.env.ATLAS_URL) return { url: process.env.ATLAS_URL.replace(/\/$/, ""), stop: async () => undefined };
  const atlas = await open();
  const url = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
  return { url, database: atlas.database, stop: () => atlas.close() };
}

let running: RunningAtlas | undefined;
// One for all suites of this process; each page that they open is a context of its own.
let browser: Promise<Browser> | undefined;

export const sharedBrowser = (): Promise<Browser> => {
  browser ??= openBrowser();
  return browser;
};

/** Gives a test file an atlas that it only reads, with the starting data or a demonstration, and the browser. */
export const withAtlas = (mode: Mode = "real") => around(() => readAtlas("embedded", mode));

/** Gives a test file an atlas on a database of its own, to write to, and the browser. */
export const withOwnAtlas = (mode: Mode = "real") => around(() => openAtlas("embedded", mode));

function around(open: () => Promise<TestAtlas>) {
  beforeAll(async () => {
    [running] = await Promise.all([startAtlas(open), sharedBrowser()]);
  });
  afterAll(async () => {
    await running?.stop();
    running = undefined;
  });
}

/** Base address of the running atlas. */
export function atlasUrl(): string {
  if (!running) throw new Error("withAtlas() has not run");
  return running.url;
}

/** The database behind the atlas of the test file, to be written to after `withOwnAtlas`; none behind one at ATLAS_URL. */
export function atlasDatabase(): TestAtlas["database"] | undefined {
  return running?.database;
}

export interface Visit {
  page: Page;
  /** Warnings and errors of the console, and exceptions. */
  consoleErrors: string[];
  /** Requests that left the atlas's own origin. */
  foreignRequests: string[];
  close: () => Promise<void>;
}

interface VisitOptions extends BrowserContextOptions {
  /** The map without its tiles: for tests that look at anything else, as the map costs more than all the rest. */
  plainMap?: boolean;
}

/** Longer than any operation takes unless it hangs. */
export const HANG_TIMEOUT = 180_000;

/** Whether a message is an error or a warning of the page; the exception is a warning of software rendering. */
export const isConsoleError = (message: ConsoleMessage): boolean =>
  ["error", "warning"].includes(message.type()) && !/GL Driver Message .*GPU stall due to ReadPixels/.test(message.text());

/** Opens an address in a new browser context, and records console errors and requests to other origins. */
export async function visitPage(address: string, { plainMap, ...options }: VisitOptions = {}): Promise<Visit> {
  const context = await (await sharedBrowser()).newContext({
    viewport: { width: 1440, height: 900 },
    locale: "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(HANG_TIMEOUT);
  if (plainMap) await context.route(/\/tiles\/.*\.mvt/, (route) => route.fulfill({ status: 204 }));
  const page = await context.newPage();
  const [consoleErrors, foreignRequests]: [string[], string[]] = [[], []];
  // The message of a failed request does not contain its address.
  page.on(
    "console",
    (message) => void (isConsoleError(message) && consoleErrors.push(`${message.text()} ${message.location().url}`)),
  );
  page.on("pageerror", (error) => consoleErrors.push(error.message));
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(atlasUrl())) foreignRequests.push(request.url());
  });
  await page.goto(atlasUrl() + address);
  return { page, consoleErrors, foreignRequests, close: () => context.close() };
}

/** Waits until the map is completely drawn. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForSelector("[data-loaded]");
}
