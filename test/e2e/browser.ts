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

/** The size of the window unless another is given. */
export const usualSize = { width: 1440, height: 900 };

/** The name of a cookie: how the atlas of a suite answers a browser that sends it. */
export const MAP_COOKIE = "test-map";

/**
 * How the map is drawn, which takes two thirds of the time a page is open. Where a test does not look at it: `none`, only what lies on it, in no
 * particular place. Where a test looks at what stands on it or around it: `plain`, without its tiles, in few pixels. Otherwise
 * `full`, in a quarter of the pixels, or `sharp`, in all of them.
 */
export type MapLook = "none" | "plain" | "full" | "sharp";

/** Pixels of the map to one of the page, where they are fewer. */
const fewer: Partial<Record<MapLook, number>> = { plain: 0.1, full: 0.5 };

/** A browser context: storage, cache and cookies of its own. */
export async function openContext(url: string, map: MapLook, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await sharedBrowser()).newContext({
    viewport: usualSize,
    locale: "zh-CN",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  context.setDefaultTimeout(HANG_TIMEOUT);
  // Not by a route, which would switch off the browser's cache.
  await context.addCookies([{ name: MAP_COOKIE, value: map, url }]);
  // Only the map reads it: layout and text stay as they are.
  const ratio = fewer[map];
  if (ratio)
    await context.addInitScript((pixels) => Object.defineProperty(window, "devicePixelRatio", { get: () => pixels }), ratio);
  return context;
}
