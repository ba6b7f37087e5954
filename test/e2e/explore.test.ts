import { afterEach, describe, expect, it } from "vitest";
import { goTo, mapDrawn, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string, options: Parameters<typeof openPage>[1] = {}) => {
  opened = await openPage(address, { map: "none", ...options });
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  // Holds for every test here: the page reports no errors and sends nothing to other hosts.
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

const heading = "main h2";

describe("the first view", () => {
  it("shows every site: those with a point on the map, all in the list, the legend open; and the districts", async () => {
    const page = await open("/", { map: "full" });
    const tile = page.waitForResponse((answer) => answer.url().includes("/tiles/districts/") && answer.status() === 200);
    await mapDrawn(page);
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 个地点/);
    expect(await page.locator("[data-row]").count()).toBe(47);
    await expect.poll(() => page.locator("output").textContent()).toBe("地图上显示 34 个地点");
    await page.getByRole("heading", { name: "位置未公布 13" }).waitFor();
    await page.getByRole("region", { name: "图例" }).getByText("国家物流枢纽").waitFor();
    expect((await tile).headers()["content-type"]).toContain("vector-tile");
    await page.getByRole("button", { name: "行政区" }).click();
    await expect.poll(() => page.getByRole("checkbox").count()).toBe(13);

    // The key figures of the city, with period and source, until the reader closes them for good.
    const headline = page.getByRole("region", { name: "全市概况" });
    await expect
      .poll(() => headline.textContent())
      .toMatch(
        /进出口总额 ?近年无公开数据数据提供单位：武汉市商务局.*“十四五”以来，2025年9月公布 14\.8%来源：.*39 个.*未设量化要求 2.*47 个地点/,
      );
    await headline.getByRole("button", { name: "不再显示全市概况" }).click();
    await expect.poll(() => headline.count()).toBe(0);
    await page.reload();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
    expect(await headline.count()).toBe(0);
  });
});

describe("the metro", () => {
  it("is attributed on the map, with a link to its licence", async () => {
    const page = await open("/", { map: "plain" });
    const link = page.getByRole("link", { name: "地铁 © OpenStreetMap 贡献者（ODbL）" });
    expect(await link.getAttribute("href")).toBe("https://www.openstreetmap.org/copyright");
    await mapDrawn(page);
    await goTo(page, "/?lang=en");
    await page.getByRole("link", { name: "Metro © OpenStreetMap contributors (ODbL)" }).waitFor();
  });

  it("gives each site its nearest station, with the source, and says where the point is less exact than that", async () => {
    const page = await open("/?site=park-biolake");
    const drawer = page.getByRole("complementary", { name: "地点资料" });
    await drawer.getByText("光谷生物园，直线距离 370 米").waitFor();
    const text = await drawer.innerText();
    for (const part of ["11号线", "点位误差约 1\u00a0公里，大于该距离", "© OpenStreetMap 贡献者，ODbL 1.0"])
      expect(text).toContain(part);
    await page.getByRole("button", { name: "EN" }).click();
    await page.getByText("Guanggushengwuyuan, 370 m in a straight line").waitFor();
  });
});

describe("filters", () => {
  it("narrow list and map alike, and Back takes each choice back", async () => {
    const page = await open("/", { map: "full" });
    await mapDrawn(page);
    await page.getByRole("button", { name: /^综合保税区 \d/ }).click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(5);
    const placed = await page.locator("main [aria-label='地点'] > li").count();
    await expect.poll(() => page.locator("output").textContent()).toBe(`地图上显示 ${placed} 个地点`);

    await page.getByRole("button", { name: "行政区" }).click();
    await page.getByRole("checkbox", { name: /新洲区/ }).check();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    expect(new URL(page.url()).search).toContain("kinds=BONDED_ZONE&districts=420117");

    await page.goBack();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(5);
    await page.goBack();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
    await page.goForward();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(5);
  });

  it("give the same elsewhere by link", async () => {
    const page = await open("/?kinds=LOGISTICS_HUB&site=air-tianhe&map=11/30.77/114.2&lang=en&theme=dark", { map: "full" });
    await mapDrawn(page);
    await page.getByRole("heading", { name: "Wuhan Tianhe International Airport" }).waitFor();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(15);
    expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
    expect(new URL(page.url()).searchParams.get("map")).toBe("11/30.77/114.2");
  });
});

describe("the drawer", () => {
  it("opens from the list by keyboard, closes by Escape and gives the focus back", async () => {
    const page = await open("/");
    const row = page.locator("[data-row]").first();
    await row.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const slug = await page.locator("[data-row]:focus").getAttribute("data-site");
    await page.keyboard.press("Enter");
    await page.getByRole("complementary", { name: "地点资料" }).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("site")).toBe(slug);
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).searchParams.get("site")).toBe(null);
    await expect.poll(() => page.locator("[data-row]:focus").getAttribute("data-site")).toBe(slug);
  });

  it("lets the map give way until the reader moves it, and Back shows the city as it was", async () => {
    const page = await open("/", { map: "plain" });
    await mapDrawn(page);
    await page.getByRole("region", { name: "图例" }).waitFor();
    const camera = () => new URL(page.url()).searchParams.get("map");
    const centre = () => page.locator("[data-coordinates]").textContent();
    const city = await centre();
    await page.locator("[data-row][data-site=air-huahu]").click();
    const drawer = page.getByRole("complementary", { name: "地点资料" });
    await drawer.waitFor();
    // Its name is left of the drawer, though the map was not moved by hand.
    const right = async () => {
      const box = await page.locator(".maplibregl-popup").boundingBox();
      return (box?.x ?? 9999) + (box?.width ?? 0) / 2;
    };
    await expect.poll(async () => ((await right()) < ((await drawer.boundingBox())?.x ?? 0) ? camera() : "covered")).toBe(null);
    await page.getByRole("button", { name: "放大", exact: true }).click();
    await expect.poll(camera).not.toBe(null);
    await page.goBack();
    // Off the map, whose middle is then named.
    await page.mouse.move(5, 5);
    await expect.poll(centre).toBe(city);
    expect(camera()).toBe(null);
    await page.setViewportSize({ width: 1024, height: 768 });
    const width = () =>
      page
        .locator("main > section")
        .first()
        .evaluate((list) => list.clientWidth);
    const before = await width();
    await page.locator("[data-row]").first().click();
    await drawer.waitFor();
    expect(await width()).toBe(before);
    // There it lies over the list, and leaves the whole map.
    const { x: mapStart = 0 } = (await page.locator(".maplibregl-map").boundingBox()) ?? {};
    const { x = 0, width: drawerWidth = 999 } = (await drawer.boundingBox()) ?? {};
    expect(x + drawerWidth).toBeLessThanOrEqual(mapStart);
    const boxes = await page
      .locator("main section [class*=toolbar]:visible")
      .evaluateAll((bars) =>
        bars.map((bar) => bar.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
      );
    const overlapping = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom),
    );
    expect(boxes.length).toBeGreaterThan(3);
    expect(overlapping).toEqual([]);
  });

  it("keeps what a source says of a number, with the source behind it", async () => {
    const page = await open("/?site=cbz-donghu");
    const drawer = page.getByRole("complementary", { name: "地点资料" });
    await drawer.getByText("超过 1,000 家").waitFor();
    await drawer.getByRole("button", { name: "来源 1" }).first().click();
    await expect.poll(() => page.locator("#source-1:focus").count()).toBe(1);
  });

  it("says so when a link names a site that is not there", async () => {
    const page = await open("/?site=no-such-site");
    await page.getByText("未找到该地点").waitFor();
  });
});

describe("language", () => {
  it("switches all words, the order of the list and the page's lang", async () => {
    const page = await open("/");
    await page.getByRole("button", { name: "EN: English" }).click();
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 sites/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await expect.poll(() => page.locator("[data-row]").first().textContent()).toContain("Central China Financial City");
    await page.goBack();
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 个地点/);
  });
});

describe("forced colours", () => {
  it("show what is chosen: the language, the place, the view, a kind, a row and a suggestion", async () => {
    const page = await open("/?kinds=EXPORT_BASE&site=park-software", { forcedColors: "active" });
    await page.locator("[data-row]").first().waitFor();
    const backgroundOf = (name: string, role: "button" | "link" = "button") =>
      page
        .getByRole(role, { name, exact: true })
        .first()
        // What is seen: a background without opacity shows the one behind it, and is no difference.
        .evaluate((element) => {
          let painted: Element | null = element;
          while (painted && /, 0\)$/.test(getComputedStyle(painted).backgroundColor)) painted = painted.parentElement;
          return getComputedStyle(painted ?? document.documentElement).backgroundColor;
        });
    const pairs: [string, string, "button" | "link"][] = [
      ["中文", "EN: English", "button"],
      ["地图", "各区", "link"],
      ["地图", "表格", "button"],
    ];
    for (const [chosen, other, role] of pairs)
      expect([chosen, await backgroundOf(chosen, role)]).not.toEqual([chosen, await backgroundOf(other, role)]);
    const kinds = page.getByRole("button", { name: /^(特色服务出口基地|综合保税区) \d/ });
    const [chosen, other] = await kinds.evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor));
    expect(chosen).not.toBe(other);
    const edge = await page
      .locator("[data-row]")
      .first()
      .evaluate((row) => {
        const { borderLeftColor } = getComputedStyle(row);
        return borderLeftColor === getComputedStyle(document.body).backgroundColor;
      });
    expect(edge).toBe(true);
    await page.getByRole("combobox", { name: "搜索" }).fill("光谷");
    const options = page.getByRole("option");
    await options.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await expect
      .poll(
        async () => new Set(await options.evaluateAll((all) => all.map((each) => getComputedStyle(each).backgroundColor))).size,
      )
      .toBe(2);
  });
});

describe("a phone", () => {
  it("shows everything at 360 px without scrolling sideways, with targets for fingers", async () => {
    const page = await open("/", { map: "plain", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await mapDrawn(page);
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const heights = await page
      .locator("main fieldset button, [data-row]")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    // Tools that wait behind a button have no height.
    expect(Math.min(...heights.filter(Boolean))).toBeGreaterThanOrEqual(44);
    await page.locator("[data-row]").first().tap();
    const drawer = await page.getByRole("complementary", { name: "地点资料" }).boundingBox();
    expect(drawer?.width).toBe(360);
  });
});

describe("reporting an error", () => {
  it("copies a prepared report where no address is configured, and says so", async () => {
    const page = await open("/?site=park-software&lang=en");
    const drawer = page.getByRole("complementary").filter({ hasText: "Optics Valley Software Park" });
    const button = drawer.getByRole("button", { name: /^Report an error: / }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    await drawer.getByText("Report copied. Paste it into a message to the operator of this atlas.").waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/^Correction: Optics Valley Software Park\n\nItem: Optics Valley Software Park\nSource: /);
    expect(report).toMatch(/\nPage: http.*\/\?site=park-software&(.*&)?asof=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ&lang=en\n/);
  });

  it("is offered beside every source in the drawers of a site, a district and a target", async () => {
    const page = await open("/?site=park-software&lang=en");
    for (const address of [
      "/?site=park-software&lang=en",
      "/?district=420111&lang=en",
      "/plan?target=airport-passengers&lang=en",
    ]) {
      await goTo(page, address);
      const sources = page.getByRole("listitem").and(page.locator("[id^=source-]"));
      await sources.first().waitFor();
      const count = await sources.count();
      expect([address, await sources.getByRole("button", { name: /^Report an error: / }).count()]).toEqual([address, count]);
    }
  });

  it("opens an e-mail to the operator's address where one is configured", async () => {
    const page = await open("/?lang=en");
    await page.getByRole("combobox", { name: "Search" }).waitFor();
    await page.evaluate(() =>
      document.head.append(
        Object.assign(document.createElement("meta"), { name: "atlas-contact", content: "atlas@example.org" }),
      ),
    );
    await page.locator("[data-row]").first().click();
    const link = page.getByRole("link", { name: /^Report an error: / }).first();
    await link.waitFor();
    // The browser of the test has no mail program; the address that it would open is complete at the click.
    await page.evaluate(() => document.addEventListener("click", (event) => event.preventDefault(), { once: true }));
    await link.click();
    const address = new URL((await link.getAttribute("href")) ?? "");
    expect([address.protocol, address.pathname]).toEqual(["mailto:", "atlas@example.org"]);
    expect(address.searchParams.get("body")).toMatch(/^Item: .*\r\nSource: .*\r\nPage: http.*asof=/);
  });
});
