import type { BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Mode, openAtlas, readAtlas, type TestAtlas } from "../atlas.ts";
import { MAP_COOKIE, type MapLook, openContext, sharedBrowser } from "./browser.ts";
import { takeTab } from "./tabs.ts";

/** Instead of the map's module: what the page lays on the map, and no map. */
const noMap = "export const MapWithBasemap = ({ children }) => children;";

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
  atlas.app.addHook("onRequest", async (request, reply) => {
    // Beside the document at which a tab waits for its next page, the browser looks for an icon; the console would report none.
    if (request.url === "/favicon.ico") return reply.code(204).send();
    const map = request.headers.cookie?.split(`${MAP_COOKIE}=`)[1]?.split(";")[0];
    if (map === "plain" && /^\/tiles\/.*\.mvt/.test(request.url)) return reply.code(204).send();
    if (map === "none" && /^\/assets\/map-with-basemap-.*\.js$/.test(request.url))
      return reply.type("text/javascript").send(noMap);
  });
  const url = await atlas.app.listen({ host: "127.0.0.1", port: 0 });
  return { url, database: atlas.database, stop: () => atlas.close() };
}

let running: RunningAtlas | undefined;

// Those that suites only read: one for each worker process, at the same address for all, so that the browser's cache serves them all.
const reading = new Map<Mode, Promise<RunningAtlas>>();

function startReading(mode: Mode): Promise<RunningAtlas> {
  const starting =
    reading.get(mode) ??
    startAtlas(() => readAtlas("embedded", mode)).then((atlas) => ({ ...atlas, stop: async () => undefined }));
  reading.set(mode, starting);
  return starting;
}

/** Gives a test file an atlas that it only reads, with the starting data or a demonstration, and the browser. */
export const withAtlas = (mode: Mode = "real") => around(() => startReading(mode));

/** Gives a test file an atlas on a database of its own, to write to, and the browser. */
export const withOwnAtlas = (mode: Mode = "real") => around(() => startAtlas(() => openAtlas("embedded", mode)));

function around(start: () => Promise<RunningAtlas>) {
  beforeAll(async () => {
    [running] = await Promise.all([start(), sharedBrowser()]);
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

export interface OpenedPage {
  page: Page;
  /** Warnings and errors of the console, and exceptions. */
  consoleErrors: string[];
  /** Requests that left the atlas's own origin. */
  foreignRequests: string[];
  close: () => Promise<void>;
}

interface OpenPageOptions extends BrowserContextOptions {
  map?: MapLook;
  /** In a browser context of its own. */
  alone?: boolean;
}

/** Whether a message is an error or a warning of the page; the exception is a warning of software rendering. */
export const isConsoleError = (message: ConsoleMessage): boolean =>
  ["error", "warning"].includes(message.type()) && !/GL Driver Message .*GPU stall due to ReadPixels/.test(message.text());

/** Opens an address, and records console errors and requests to other origins. */
export async function openPage(address: string, { map = "full", alone, ...options }: OpenPageOptions = {}): Promise<OpenedPage> {
  const { page, leave } = await openTab(map, options, alone);
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
  return { page, consoleErrors, foreignRequests, close: leave };
}

async function openTab(map: MapLook, { viewport, ...options }: BrowserContextOptions, alone?: boolean) {
  if (alone) {
    const context = await openContext(atlasUrl(), map, { ...options, ...(viewport && { viewport }) });
    return { page: await context.newPage(), leave: () => context.close() };
  }
  const tab = await takeTab(atlasUrl(), map, options);
  if (viewport) await tab.page.setViewportSize(viewport);
  return tab;
}

/** Waits until the map is completely drawn. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForSelector("[data-loaded]");
}

/** Goes on to another address in a page that is open, as a link within it would: what was loaded and drawn stays. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((next) => {
    window.history.pushState(null, "", next);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}
