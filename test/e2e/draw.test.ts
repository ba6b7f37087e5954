import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, mapDrawn, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

const openedPages: OpenedPage[] = [];
const open = async (address: string, options: Parameters<typeof openPage>[1] = {}) => {
  const opened = await openPage(address, { map: "plain", ...options });
  openedPages.push(opened);
  if (options.map !== "none") await mapDrawn(opened.page);
  return opened.page;
};
afterEach(async () => {
  const toClose = openedPages.splice(0);
  await Promise.all(toClose.map((opened) => opened.close()));
  for (const { consoleErrors, foreignRequests } of toClose) {
    expect(consoleErrors).toEqual([]);
    expect(foreignRequests).toEqual([]);
  }
});

/** Optics Valley in the middle of the map. */
const opticsValley = "/?map=10.5/30.5/114.4";
const filterOf = (page: Page) => new URL(page.url()).searchParams;
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();

/** A spot on the screen, so many pixels from the middle of the map. */
async function spot(page: Page, [dx, dy]: readonly [number, number]) {
  const box = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!box) throw new Error("there is no map");
  return [box.x + box.width / 2 + dx, box.y + box.height / 2 + dy] as const;
}

async function click(page: Page, ...offsets: readonly (readonly [number, number])[]) {
  for (const offset of offsets) {
    const [x, y] = await spot(page, offset);
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.click(x, y);
  }
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]) {
  await page.mouse.move(...(await spot(page, from)), { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(...(await spot(page, to)), { steps: 8 });
  await page.mouse.up();
}

const sizes = (page: Page) => page.locator("[data-sizes]").innerText();
const countShown = (page: Page) => page.locator("[data-area-count]").textContent();

/** What GraphQL counts in the area that the address holds. */
async function counted(page: Page): Promise<number> {
  const query = filterOf(page);
  const [lon, lat, km] = (query.get("near") ?? "").split(",").map(Number);
  const filter = {
    within: JSON.parse(query.get("within") ?? "null") ?? undefined,
    bbox: query.get("bbox")?.split(",").map(Number),
    near: query.has("near") ? { point: [lon, lat], withinKm: km } : undefined,
  };
  const answer = await fetch(`${atlasUrl()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "query($f: SiteFilter!) { catchment(filter: $f) { totalCount } }", variables: { f: filter } }),
  });
  return (await answer.json()).data.catchment.totalCount;
}

describe("drawing an area", () => {
  it("by mouse: a polygon whose count is GraphQL's, which can be changed, and which a link carries", async () => {
    const page = await open(opticsValley, { map: "full" });
    await press(page, "画多边形");
    await page.getByText("逐点单击，双击结束").waitFor();
    await click(page, [-220, -90], [100, -80], [120, 110], [-200, 130]);
    await expect.poll(() => sizes(page)).toMatch(/^面积 [\d.]+\s平方公里$/);
    await click(page, [-200, 130]);
    await expect.poll(() => filterOf(page).get("within")).toContain("Polygon");
    // The click that ended it chose nothing, and the tool is down.
    await expect.poll(() => page.getByRole("button", { name: "画多边形" }).getAttribute("aria-pressed")).toBe("false");
    expect(filterOf(page).get("district")).toBeNull();

    const before = await counted(page);
    expect(before).toBeGreaterThan(2);
    await expect.poll(() => countShown(page)).toBe(`${before} 个地点`);
    await expect.poll(() => page.locator("[data-row]").count()).toBe(before);

    const drawn = filterOf(page).get("within");
    await press(page, "修改形状");
    await page.getByText("拖动整体或顶点").waitFor();
    await drag(page, [100, -80], [120, -330]);
    await expect.poll(() => filterOf(page).get("within")).not.toBe(drawn);
    await page.keyboard.press("Escape");
    const after = await counted(page);
    expect(after).toBeGreaterThan(before);
    await expect.poll(() => countShown(page)).toBe(`${after} 个地点`);

    const other = await open(page.url().slice(atlasUrl().length));
    await expect.poll(() => countShown(other)).toBe(`${after} 个地点`);
    await page.goBack();
    await expect.poll(() => filterOf(page).get("within")).toBe(drawn);
  });

  it("by mouse: no sides that cross, a circle with its radius while it is drawn, and a rectangle instead of it", async () => {
    const page = await open(opticsValley);
    await press(page, "画多边形");
    await page.getByText("逐点单击，双击结束").waitFor();
    await click(page, [-150, -100], [150, 100], [150, -100]);
    expect(await page.getByText("边线不得相交").count()).toBe(0);
    await click(page, [-150, 100]);
    await page.getByText("边线不得相交").waitFor();
    expect(filterOf(page).get("within")).toBeNull();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("button", { name: "画多边形" }).getAttribute("aria-pressed")).toBe("false");

    await press(page, "画圆");
    await page.getByText("按住圆心").waitFor();
    await page.mouse.move(...(await spot(page, [-60, 0])), { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(...(await spot(page, [120, 0])), { steps: 8 });
    await expect.poll(() => sizes(page)).toMatch(/半径 [\d.]+\s公里\s+面积 [\d.]+\s平方公里/);
    await page.mouse.up();
    await expect.poll(() => filterOf(page).get("near")).toMatch(/^114\.\d+,30\.\d+,\d+(\.\d+)?$/);
    await expect.poll(() => countShown(page)).toBe(`${await counted(page)} 个地点`);

    await press(page, "画矩形");
    await page.getByText("从一角拖到对角").waitFor();
    await click(page, [-200, -120], [100, 140]);
    await expect.poll(() => filterOf(page).get("bbox")?.split(",").length).toBe(4);
    expect(filterOf(page).get("near")).toBeNull();
    await expect.poll(() => countShown(page)).toBe(`${await counted(page)} 个地点`);
    await press(page, "移除范围");
    await expect.poll(() => filterOf(page).get("bbox")).toBeNull();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
  });

  it("by keyboard alone", async () => {
    const page = await open(opticsValley);
    await page.getByRole("button", { name: "画多边形" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("空格在十字处定点").waitFor();
    // Before this line the drawing library is still loading, and a point would be lost.
    await page.getByText("逐点单击，双击结束").waitFor();
    const middle = () => filterOf(page).get("map");
    // A point is set where the crosshair is, so the map must be at rest: then the address no longer changes.
    const atRest = async () => {
      let last: string | null = "";
      const isUnchanged = () => {
        const [before, now] = [last, middle()];
        last = now;
        return before === now;
      };
      await expect.poll(isUnchanged, { interval: 400 }).toBe(true);
    };
    for (const keys of [["ArrowUp"], ["ArrowRight"], ["ArrowDown", "ArrowDown"]]) {
      for (const key of keys) {
        const from = middle();
        // The keys go to the map a moment after the tool has been taken up: pressed again where the map has not moved.
        let looks = 0;
        const move = async () => {
          if (looks++ % 20 === 0) await page.keyboard.press(key);
          return middle();
        };
        await expect.poll(move, { interval: 100 }).not.toBe(from);
        await atRest();
      }
      await page.keyboard.press("Space");
    }
    await page.getByRole("button", { name: "完成", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => filterOf(page).get("within") ?? "").toContain("Polygon");
    await expect.poll(() => countShown(page)).toBe(`${await counted(page)} 个地点`);
  });

  it("by finger, on a phone", async () => {
    const page = await open(opticsValley, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.getByRole("button", { name: "绘制与量测" }).tap();
    const button = page.getByRole("button", { name: "画圆" });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await button.tap();
    await page.getByText("按住圆心").waitFor();
    await page.touchscreen.tap(200, 300);
    await page.touchscreen.tap(260, 340);
    await expect.poll(() => Number(filterOf(page).get("near")?.split(",")[2])).toBeGreaterThan(2);
    await expect.poll(() => countShown(page)).toBe(`${await counted(page)} 个地点`);
  });
});

it("the area of a link lies in the part of the map that its card leaves free", async () => {
  const page = await open("/?near=114.52,30.5,8");
  await page.getByRole("region", { name: "范围统计" }).waitFor();
  const middle = async () => Number((await page.locator("[data-coordinates]").innerText()).match(/[\d.]+/)?.[0]);
  // The card is on the right, so the middle of the map is east of the circle's.
  await expect.poll(middle).toBeGreaterThan(114.53);
});

describe("a district as area", () => {
  it("is summed up from its card", async () => {
    const page = await open("/?district=420111", { map: "none" });
    await press(page, "统计该区");
    await expect.poll(() => filterOf(page).get("districts")).toBe("420111");
    await page.getByRole("region", { name: "范围统计" }).getByText("所选行政区").waitFor();
    await expect.poll(() => countShown(page)).toMatch(/^\d+ 个地点$/);
  });
});

it("shows coordinates in three systems and copies them, measures without changing the address, and draws by numbers", async () => {
  const page = await open(opticsValley);
  const shown = page.locator("[data-coordinates]");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(() => shown.innerText()).toBe("地图中心 114.40000, 30.50000");
  await press(page, /^复制坐标/);
  await expect.poll(copied).toBe("114.40000, 30.50000");
  await press(page, "WGS-84");
  await expect.poll(() => shown.innerText()).toBe("地图中心 114.40554, 30.49769");
  await press(page, "GCJ-02");
  // ST_Transform to EPSG:4547: northing and easting.
  await expect.poll(() => shown.innerText()).toBe("地图中心 3375609.8, 538399.7");
  await press(page, "CGCS2000 114°");
  await page.mouse.move(...(await spot(page, [100, 50])));
  await expect.poll(() => shown.innerText()).toMatch(/^光标 114\.4\d{4}, 30\.4\d{4}$/);
  await page.keyboard.press("c");
  await expect.poll(async () => `光标 ${await copied()}`).toBe(await shown.innerText());

  // Lengths, and an area when it is closed.
  const address = page.url();
  await press(page, "测量距离和面积");
  await click(page, [-150, -100], [150, -100], [150, 100]);
  await expect.poll(() => sizes(page)).toMatch(/^长 [\d.]+\s公里$/);
  await click(page, [-150, -100]);
  await expect.poll(() => sizes(page)).toMatch(/^周长 [\d.]+\s公里\s+面积 [\d.]+\s平方公里$/);
  expect(page.url()).toBe(address);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("button", { name: "测量距离和面积" }).getAttribute("aria-pressed")).toBe("false");
  expect(page.url()).toBe(address);

  // A coordinate to go to, a circle around it, another radius.
  await press(page, "前往坐标");
  const field = page.getByRole("textbox", { name: /前往坐标/ });
  await field.fill("30.6 and more");
  await page.keyboard.press("Enter");
  await page.getByText("请输入两个数").waitFor();
  await field.fill("30.5, 114.4");
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "所查坐标" }).waitFor();
  await press(page, "统计周边 10 公里");
  await expect.poll(() => filterOf(page).get("near")).toBe("114.4,30.5,10");
  // Typing replaces the number that stands in the field.
  await page.getByRole("textbox", { name: "半径（公里）" }).click();
  await page.keyboard.type("25");
  await page.keyboard.press("Enter");
  await expect.poll(() => filterOf(page).get("near")).toBe("114.4,30.5,25");
  await expect.poll(() => countShown(page)).toBe(`${await counted(page)} 个地点`);
});
