import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

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

// One for all suites of this process.
let browser: Promise<Browser> | undefined;

export const sharedBrowser = (): Promise<Browser> => {
  browser ??= openBrowser();
  return browser;
};

/** Longer than any operation takes unless it hangs. */
export const HANG_TIMEOUT = 180_000;

/** The window of a visit that asks for no other. */
export const usualSize = { width: 1440, height: 900 };

/** The name of a cookie: the atlas of a suite answers a browser that sends it with empty tiles. */
export const PLAIN_MAP = "plain-map";

/** How the map is drawn: with its tiles or without them, with every pixel of the screen or with a quarter of them. */
export interface MapLook {
  plainMap?: boolean | undefined;
  sharpMap?: boolean | undefined;
}

/** A browser context: storage, cache and cookies of its own. */
export async function openContext(
  url: string,
  { plainMap, sharpMap }: MapLook,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await (await sharedBrowser()).newContext({
    viewport: usualSize,
    locale: "zh-CN",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(HANG_TIMEOUT);
  // Not by a route, which would switch off the browser's cache.
  if (plainMap) await context.addCookies([{ name: PLAIN_MAP, value: "1", url }]);
  // Only the map reads it: layout and text stay as they are.
  if (!sharpMap) await context.addInitScript(() => Object.defineProperty(window, "devicePixelRatio", { get: () => 0.5 }));
  return context;
}
