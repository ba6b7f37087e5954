// Basemaps of others in a real browser: under the atlas's own layers, from no host but those named, and in their own datum.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { distance } from "@turf/distance";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { fromGcj02, toGcj02 } from "../../web/core/coordinates.ts";
import { readAtlas, type TestAtlas } from "../atlas.ts";
import { writePmtiles } from "../pmtiles.ts";
import { isConsoleError } from "./atlas.ts";
import { openContext } from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "atlas-basemap-e2e-"));
const closing: (() => Promise<unknown>)[] = [];
let atlas: TestAtlas;
beforeAll(async () => {
  atlas = await readAtlas();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(async () => {
  await atlas.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The atlas with these settings, on a port of its own. */
async function start(settings: Record<string, string>): Promise<string> {
  const app = await serve(atlas.database, undefined, readConfig(settings));
  closing.push(() => app.close());
  return app.listen({ host: "127.0.0.1", port: 0 });
}

interface Opened {
  page: Page;
  /** Every request, by its address. */
  requestedUrls: string[];
  /** Warnings and errors of the console, and exceptions. */
  consoleErrors: string[];
}

async function open(url: string, map: "full" | "sharp" = "full"): Promise<Opened> {
  const viewport = { width: 1100, height: 700 };
  const context = await openContext(url, map, { viewport, deviceScaleFactor: map === "sharp" ? 2 : 1 });
  closing.unshift(() => context.close());
  const page = await context.newPage();
  const [requestedUrls, consoleErrors]: [string[], string[]] = [[], []];
  page.on("request", (request) => void (/^https?:/.test(request.url()) && requestedUrls.push(request.url())));
  page.on("console", (message) => void (isConsoleError(message) && consoleErrors.push(message.text())));
  page.on("pageerror", (error) => void consoleErrors.push(error.message));
  await page.goto(url);
  // A map that never comes to rest is explained by what it reported and requested.
  await page.waitForSelector("[data-loaded]").catch((error: Error) => {
    throw new Error([error.message, ...consoleErrors, ...requestedUrls.slice(-30)].join("\n"));
  });
  return { page, requestedUrls, consoleErrors };
}

const note = (page: Page) => page.locator("[data-basemap]");

describe("a PMTiles file of the operator", () => {
  const file = join(folder, "wuhan.pmtiles");
  beforeAll(async () => void (await writePmtiles(file)));

  it("is drawn from the atlas alone, read in ranges, and says whose it is", async () => {
    const base = await start({ BASEMAP: `pmtiles:${file}`, BASEMAP_APPROVAL: "GS(2099)0001号", BASEMAP_HOLDER: "示例测绘院" });
    const { page, requestedUrls, consoleErrors } = await open(`${base}/`);
    await expect.poll(() => page.locator("output").textContent()).toBe("地图上显示 34 个地点");
    expect(await note(page).getAttribute("data-basemap")).toBe("pmtiles");
    const text = (await note(page).textContent()) ?? "";
    for (const part of ["© OpenStreetMap contributors", "审图号：GS(2099)0001号", "示例测绘院", "坐标系：WGS-84"]) {
      expect(text).toContain(part);
    }
    expect(requestedUrls.filter((url) => url.includes("/basemap/tiles.pmtiles")).length).toBeGreaterThan(1);
    expect(requestedUrls.filter((url) => !url.startsWith(base))).toEqual([]);
    // The files of the embedded basemap are not requested.
    expect(requestedUrls.filter((url) => /rivers|landmarks|metro/.test(url))).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });

  it("is one of several: the address and the switch choose, and the map goes on", async () => {
    const base = await start({ BASEMAP: `embedded,pmtiles:${file}` });
    const { page, requestedUrls, consoleErrors } = await open(`${base}/?map=10/30.55/114.35`);
    expect(await note(page).getAttribute("data-basemap")).toBe("embedded");
    expect(requestedUrls.some((url) => /pmtiles|protomaps/.test(url))).toBe(false);
    await page.getByLabel("底图").selectOption("pmtiles");
    await expect.poll(() => note(page).getAttribute("data-basemap")).toBe("pmtiles");
    await page.waitForSelector("[data-loaded]");
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("basemap")).toBe("pmtiles");
    expect(searchParams.get("map")).toBe("10/30.55/114.35");
    await page.goBack();
    await expect.poll(() => note(page).getAttribute("data-basemap")).toBe("embedded");
    expect(consoleErrors).toEqual([]);
  });

  it("changes with theme and language", async () => {
    const base = await start({ BASEMAP: `pmtiles:${file}` });
    const { page, consoleErrors } = await open(`${base}/`);
    await page.getByRole("button", { name: "切换为深色" }).click();
    await page.getByRole("button", { name: "EN: English" }).click();
    await page.waitForSelector("[data-loaded]");
    await expect.poll(() => note(page).textContent()).toContain("Datum: WGS-84");
    expect(consoleErrors).toEqual([]);
  });
});

/** A host of a style: a white background, and red discs where its datum has the given points. */
async function hostStyle(points: readonly (readonly number[])[]): Promise<{ origin: string; server: Server }> {
  const features = points.map((coordinates) => ({ type: "Feature", properties: {}, geometry: { type: "Point", coordinates } }));
  const style = {
    version: 8,
    glyphs: "https://fonts.invalid/{fontstack}/{range}.pbf",
    sources: { marks: { type: "geojson", data: { type: "FeatureCollection", features } } },
    layers: [
      { id: "background", type: "background", paint: { "background-color": "#ffffff" } },
      { id: "marks", type: "circle", source: "marks", paint: { "circle-color": "#ff0000", "circle-radius": 40 } },
    ],
  };
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json", "access-control-allow-origin": "*" });
    response.end(JSON.stringify(style));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => new Promise((done) => server.close(done)));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** The middle, in CSS pixels of the page, of all pixels of a colour within a box of the screen. */
async function middleOf(page: Page, colour: "red" | "blue", clip: { x: number; y: number; width: number; height: number }) {
  const picture = (await page.screenshot({ clip })).toString("base64");
  const blank = await page.context().newPage();
  const middle = await blank.evaluate(
    async ([bytes, wanted]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const paper = canvas.getContext("2d");
      if (!paper) throw new Error("no canvas");
      paper.drawImage(image, 0, 0);
      const { data } = paper.getImageData(0, 0, image.width, image.height);
      const box = { left: Number.POSITIVE_INFINITY, right: -1, top: Number.POSITIVE_INFINITY, bottom: -1 };
      for (let index = 0; index < data.length; index += 4) {
        const [red = 0, green = 0, blue = 0] = data.slice(index, index + 3);
        const hit = wanted === "red" ? red > 200 && green < 90 && blue < 90 : red < 60 && green < 160 && blue > 140;
        if (!hit) continue;
        const [x, y] = [(index / 4) % image.width, Math.floor(index / 4 / image.width)];
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x + 1);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y + 1);
      }
      return { x: (box.left + box.right) / 4, y: (box.top + box.bottom) / 4 };
    },
    [picture, colour] as const,
  );
  await blank.close();
  return { x: clip.x + middle.x, y: clip.y + middle.y };
}

describe("a style of others in GCJ-02", () => {
  // A park whose point is known and that stands alone.
  const slug = "park-biolake";
  /** Metres in a CSS pixel at zoom 16 and the latitude of Wuhan. */
  const pixel = 1.03;

  /** The place so many CSS pixels to the right and down from another, at zoom 16. */
  const away = ([lon, lat]: [number, number], right: number, down: number): [number, number] => {
    const world = 512 * 2 ** 16;
    const south = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2 + down / world;
    return [lon + (right / world) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) * 180) / Math.PI];
  };

  const placeOf = async (): Promise<[number, number]> => {
    const { site } = (await atlas.query(`{ site(slug: "${slug}") { location { point } } }`)) as {
      site: { location: { point: { coordinates: [number, number] } } };
    };
    return site.location.point.coordinates;
  };

  it("shows a site within a metre of its place there, tells the pointer's place in WGS-84, and is clicked", async () => {
    const place = await placeOf();
    const shown = toGcj02(place);
    expect(distance(place, shown, { units: "metres" })).toBeGreaterThan(400);
    const { origin } = await hostStyle([shown]);
    const base = await start({ BASEMAP: `style:${origin}/style.json`, BASEMAP_DATUM: "GCJ-02", BASEMAP_ATTRIBUTION: "测试底图" });
    const camera: [number, number] = [Number(place[0].toFixed(4)), Number(place[1].toFixed(4))];
    const { page, requestedUrls, consoleErrors } = await open(`${base}/?map=16/${camera[1]}/${camera[0]}&lang=en`, "sharp");
    await expect.poll(() => note(page).textContent()).toContain("GCJ-02");
    expect(await note(page).textContent()).toContain("测试底图");

    // The camera of the address is WGS-84, so the middle of the map is the park on both.
    const canvas = await page.locator("canvas.maplibregl-canvas").boundingBox();
    if (!canvas) throw new Error("no map");
    const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
    const clip = { x: Math.round(middle.x) - 60, y: Math.round(middle.y) - 60, width: 120, height: 120 };
    await expect.poll(async () => (await middleOf(page, "red", clip)).x).toBeLessThan(1e6);
    const mark = await middleOf(page, "red", clip);
    const symbol = await middleOf(page, "blue", clip);
    expect(Math.hypot(mark.x - symbol.x, mark.y - symbol.y) * pixel).toBeLessThan(1);

    // The position shown for the pointer, on whole pixels, is in WGS-84: the place that lies there in GCJ-02, converted back.
    const spot = { x: Math.round(mark.x) + 37, y: Math.round(mark.y) - 23 };
    await page.mouse.move(spot.x, spot.y);
    const there = fromGcj02(away(toGcj02(camera), spot.x - middle.x, spot.y - middle.y));
    const read = async () => (await page.locator("[data-coordinates]").textContent())?.match(/-?\d+\.\d+/g)?.map(Number) ?? [];
    await expect.poll(async () => distance(await read(), there, { units: "metres" })).toBeLessThan(1);

    await page.mouse.click(mark.x, mark.y);
    await expect.poll(() => new URL(page.url()).searchParams.get("site")).toBe(slug);
    // Only the named host received requests; the font host of its style did not.
    expect(requestedUrls.filter((url) => !url.startsWith(base) && !url.startsWith(origin))).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });

  it("that does not arrive gives way to the embedded one, and the page says so", async () => {
    const base = await start({ BASEMAP: "style:http://127.0.0.1:1/style.json", BASEMAP_DATUM: "GCJ-02" });
    const { page } = await open(`${base}/`);
    await page.getByText("底图加载失败").waitFor();
    expect(await note(page).getAttribute("data-basemap")).toBe("embedded");
    expect(await note(page).textContent()).toContain("坐标系：WGS-84");
    await expect.poll(() => page.locator("output").textContent()).toBe("地图上显示 34 个地点");
  });
});
