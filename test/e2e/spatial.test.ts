import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, mapDrawn, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (...parameters: Parameters<typeof openPage>) => {
  opened = await openPage(...parameters);
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

type Point = [lon: number, lat: number];

async function ask<Data>(query: string): Promise<Data> {
  const answer = await fetch(`${atlasUrl()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** Where a point is on the screen, in a map that looks at `camera`: Web Mercator with tiles of 512 pixels. */
async function onScreen(page: Page, [lon, lat]: Point, camera: { zoom: number; at: Point }): Promise<{ x: number; y: number }> {
  const box = await page.locator(".maplibregl-canvas").boundingBox();
  if (!box) throw new Error("there is no map");
  const pixels = 512 * 2 ** camera.zoom;
  const x = (degrees: number) => (degrees / 360) * pixels;
  const y = (degrees: number) => (-Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)) * pixels;
  return {
    x: box.x + box.width / 2 + x(lon) - x(camera.at[0]),
    y: box.y + box.height / 2 + y(lat) - y(camera.at[1]),
  };
}

/** The darkest pixel (0 to 255) within 4 pixels of a spot of the screen. */
async function darkestAt(page: Page, { x, y }: { x: number; y: number }): Promise<number> {
  const image = await page.screenshot({ clip: { x: x - 4, y: y - 4, width: 9, height: 9 } });
  return page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas?.drawImage(bitmap, 0, 0);
      const { data } = canvas?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      return Math.min(...Array.from(data).filter((_, index) => index % 4 === 0));
    },
    [...image],
  );
}

const legend = (page: Page) => page.getByRole("region", { name: "图例" });
const sitesOf = async (page: Page) => {
  const sums = await legend(page)
    .locator("[data-sites]")
    .evaluateAll((all) => all.map((each) => Number(each.getAttribute("data-sites"))));
  return sums.reduce((sum, each) => sum + each, 0);
};

describe("groups", () => {
  it("count every site that has a point, in the legend and in the list", async () => {
    const page = await open("/", { map: "none" });
    for (const [name, address] of [
      ["六边形", "hex:5"],
      ["聚合", "cluster:1"],
    ] as const) {
      await page.getByRole("button", { name }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get("groups")).toBe(address);
      await expect.poll(() => sitesOf(page)).toBe(34);
      const card = page.getByRole("region", { name });
      await card.getByText(/34 个地点/).waitFor();
      const counts = await card.locator("[data-group] [aria-hidden]:first-child").allTextContents();
      expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(34);
      await page.getByRole("button", { name: "符号" }).click();
      await expect.poll(() => page.url()).not.toContain("groups=");
      await expect.poll(() => legend(page).locator("[data-sites]").count()).toBe(0);
    }
  });

  it("narrow the list to the hexagon that is clicked, and Back widens it again", async () => {
    interface Answer {
      siteGroups: { groups: { count: number; geometry: { coordinates: Point[][] } }[] };
    }
    const { siteGroups } = await ask<Answer>("{ siteGroups(by: HEX, sizeKm: 5, first: 1) { groups { count geometry } } }");
    const [group] = siteGroups.groups;
    const [corner = [0, 0], , , opposite = [0, 0]] = group?.geometry.coordinates[0] ?? [];
    const middle: Point = [(corner[0] + opposite[0]) / 2, (corner[1] + opposite[1]) / 2];
    // Near a corner, away from the symbols of its sites.
    const spot: Point = [middle[0] + (corner[0] - middle[0]) * 0.9, middle[1] + (corner[1] - middle[1]) * 0.9];
    const camera = { zoom: 10.5, at: [Number(middle[0].toFixed(4)), Number(middle[1].toFixed(4))] as Point };

    const page = await open(`/?groups=hex:5&map=${camera.zoom}/${camera.at[1]}/${camera.at[0]}`);
    await mapDrawn(page);
    await expect.poll(() => sitesOf(page)).toBe(34);
    const { x, y } = await onScreen(page, spot, camera);
    await expect
      .poll(async () => {
        await page.mouse.move(x + 1, y);
        await page.mouse.move(x, y);
        return page.locator(".maplibregl-popup").allTextContents();
      })
      .toEqual([expect.stringContaining(`${group?.count} 个地点`)]);
    await page.mouse.click(x, y);
    await expect.poll(() => page.locator("[data-row]").count()).toBe(group?.count);
    expect(new URL(page.url()).searchParams.get("within")).toContain("Polygon");
    await page.goBack();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
  });

  it("come apart when a cluster is chosen from the list", async () => {
    const page = await open("/?groups=cluster:2", { map: "plain" });
    await mapDrawn(page);
    await page.locator("[data-group]").first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get("near")).not.toBeNull();
    await expect.poll(() => page.locator("[data-row]").count()).toBeLessThan(10);
    expect(Number(new URL(page.url()).searchParams.get("map")?.split("/")[0])).toBeGreaterThan(10.2);
  });
});

describe("coverage", () => {
  it("says what GraphQL says, for the city and for each district", async () => {
    interface Answer {
      coverage: { share: number; districts: { sites: number; coveredSites: number; district: { nameZh: string } }[] };
    }
    const { coverage } = await ask<Answer>(
      "{ coverage(filter: { kinds: [BONDED_ZONE] }, withinKm: 10) { share districts { sites coveredSites district { nameZh } } } }",
    );
    const page = await open("/?cover=BONDED_ZONE:10", { map: "none" });
    const card = page.getByRole("region", { name: "覆盖范围" });
    await expect.poll(() => card.locator("[data-share]").getAttribute("data-share")).toBe(String(coverage.share));
    expect(await card.getByRole("row").count()).toBe(14);
    for (const { sites, coveredSites, district } of coverage.districts) {
      const expectedText = sites > 0 ? `${coveredSites} / ${sites}` : "—";
      expect(await card.getByRole("row").filter({ hasText: district.nameZh }).getByRole("cell").last().textContent()).toBe(
        expectedText,
      );
    }
    await legend(page).getByText("距综合保税区超过 10 公里").waitFor();
    await card.getByRole("button", { name: "5 公里", exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("cover")).toBe("BONDED_ZONE:5");
    await expect
      .poll(async () => Number(await card.locator("[data-share]").getAttribute("data-share")))
      .toBeLessThan(coverage.share);
  });
});

describe("nearest", () => {
  it("shows the reach card, and its lines on the map", async () => {
    interface Answer {
      site: {
        location: { point: { coordinates: Point } };
        nearestGateways: { distanceKm: number; site: { nameZh: string; location: { point: { coordinates: Point } } } }[];
      };
    }
    const { site } = await ask<Answer>(`{ site(slug: "park-biolake") {
      location { point } nearestGateways { distanceKm site { nameZh location { point } } } } }`);
    const camera = { zoom: 10, at: [114.45, 30.6] as Point };
    const page = await open(`/?site=park-biolake&map=${camera.zoom}/${camera.at[1]}/${camera.at[0]}`, {
      map: "sharp",
      // Wide enough for the legend beside the drawer.
      viewport: { width: 1280, height: 700 },
    });
    await mapDrawn(page);
    const drawer = page.getByRole("complementary", { name: "地点资料" });
    await drawer.getByRole("heading", { name: "直线距离" }).waitFor();
    expect(site.nearestGateways).toHaveLength(4);
    for (const gate of site.nearestGateways) await drawer.getByRole("link", { name: gate.site.nameZh }).first().waitFor();
    await drawer.getByRole("link", { name: /机场.*西北 321°/ }).waitFor();
    await legend(page).getByText("到最近地点的直线").waitFor();

    // Over half of the way to the airport there is nothing else that dark: the land is light, the line is ink.
    const from = site.location.point.coordinates;
    const to: Point = site.nearestGateways[1]?.site.location.point.coordinates ?? [0, 0];
    const along = 0.62;
    const spot = await onScreen(page, [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along], camera);
    await expect.poll(() => darkestAt(page, spot)).toBeLessThan(120);
    await page.keyboard.press("Escape");
    await expect.poll(() => darkestAt(page, spot)).toBeGreaterThan(150);
  });

  it("asks for what lies nearest to a spot that is clicked with the other button", async () => {
    const page = await open("/?lang=en", { map: "plain" });
    await mapDrawn(page);
    const box = await page.locator(".maplibregl-canvas").boundingBox();
    await page.mouse.click((box?.x ?? 0) + 420, (box?.y ?? 0) + 420, { button: "right" });
    await page.getByRole("button", { name: "Nearest from here" }).click();
    const card = page.getByRole("region", { name: "Nearest to this point" });
    await expect.poll(() => card.getByRole("link").count()).toBe(5);
    expect(new URL(page.url()).searchParams.get("from")).toMatch(/^11\d\.\d{1,5},3\d\.\d{1,5}$/);
    await card.getByRole("button", { name: "Logistics hubs" }).click();
    await expect.poll(() => card.getByRole("link").count()).toBe(5);
    expect(await card.getByRole("link").first().textContent()).toMatch(/km(north|east|south|west)/);
  });
});

describe("a phone", () => {
  it("keeps the map free: the answer stands above the list, folded", async () => {
    const page = await open("/?groups=hex:5", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      map: "plain",
    });
    await mapDrawn(page);
    const card = page.getByRole("region", { name: "六边形" });
    await card.getByText(/34 个地点/).waitFor();
    expect(await page.locator("[data-group]").count()).toBe(0);
    await card.getByRole("button", { name: "展开明细" }).tap();
    await expect.poll(() => page.locator("[data-group]").count()).toBeGreaterThan(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
