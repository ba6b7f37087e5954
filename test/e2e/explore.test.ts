import { afterEach, describe, expect, it } from "vitest";
import { mapDrawn, type Visit, visitPage, withAtlas } from "./atlas.ts";

withAtlas();

let visit: Visit | undefined;
/** Opens an address; the map has its sites and districts where `plainMap` is false that the test looks at them. */
const open = async (address: string, options: Parameters<typeof visitPage>[1] = {}) => {
  visit = await visitPage(address, { plainMap: true, ...options });
  return visit.page;
};
afterEach(async () => {
  const done = visit;
  visit = undefined;
  await done?.close();
  // Holds for every test here: nothing is complained of, and no other host is asked.
  expect(done?.consoleErrors ?? []).toEqual([]);
  expect(done?.foreignRequests ?? []).toEqual([]);
});

const heading = "main h2";

describe("the first view", () => {
  it("shows every site: those with a point on the map, all in the list, the legend open", async () => {
    const page = await open("/", { plainMap: false });
    await mapDrawn(page);
    await expect.poll(() => page.locator(heading).first().textContent()).toMatch(/^47 个地点/);
    expect(await page.locator("[data-row]").count()).toBe(47);
    await expect.poll(() => page.locator("output").textContent()).toBe("地图上显示 34 个地点");
    await page.getByRole("heading", { name: "位置未公布 13" }).waitFor();
    await page.getByRole("region", { name: "图例" }).getByText("国家物流枢纽").waitFor();
  });

  it("asks for the districts' shapes and has their 13 names", async () => {
    const page = await open("/", { plainMap: false });
    const tile = page.waitForResponse((answer) => answer.url().includes("/tiles/districts/") && answer.status() === 200);
    await mapDrawn(page);
    expect((await tile).headers()["content-type"]).toContain("vector-tile");
    await page.getByRole("button", { name: "行政区" }).click();
    await expect.poll(() => page.getByRole("checkbox").count()).toBe(13);
  });
});

describe("the metro", () => {
  it("is attributed on the map, with a link to its licence", async () => {
    const page = await open("/");
    const link = page.getByRole("link", { name: "地铁 © OpenStreetMap 贡献者（ODbL）" });
    expect(await link.getAttribute("href")).toBe("https://www.openstreetmap.org/copyright");
    const english = await visitPage("/?lang=en", { plainMap: true });
    await english.page.getByRole("link", { name: "Metro © OpenStreetMap contributors (ODbL)" }).waitFor();
    await english.close();
  });

  it("gives each site its nearest station, with the source, and says where the point is less exact than that", async () => {
    const page = await open("/?site=park-biolake");
    const drawer = page.getByRole("complementary", { name: "地点资料" });
    await drawer.getByText("光谷生物园，直线距离 370 米").waitFor();
    const text = await drawer.innerText();
    for (const part of ["11号线", "点位误差约 1 公里，大于该距离", "© OpenStreetMap 贡献者，ODbL 1.0"])
      expect(text).toContain(part);
    await page.getByRole("button", { name: "EN" }).click();
    await page.getByText("Guanggushengwuyuan, 370 m in a straight line").waitFor();
  });
});

describe("search", () => {
  it("finds Optics Valley by its name in Chinese, in pinyin, by initials and in English", async () => {
    const page = await open("/");
    const box = page.getByRole("combobox", { name: "搜索" });
    const options = page.getByRole("option");
    await box.waitFor();
    await page.keyboard.press("/");
    for (const text of ["光谷", "guanggu", "gg", "optics valley"]) {
      await page.keyboard.type(text);
      // The last one filters by the text itself; the best name comes first.
      await options.filter({ hasText: `“${text}”` }).waitFor();
      expect([text, await options.first().innerText()]).toEqual([text, expect.stringContaining("光谷")]);
      await box.fill("");
      await expect.poll(() => options.count()).toBe(0);
    }
  });

  it("opens a suggestion by keyboard and filters by Enter", async () => {
    const page = await open("/");
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("光谷软件园");
    await page
      .getByRole("option", { name: /光谷软件园/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "光谷软件园" }).waitFor();
    expect(new URL(page.url()).searchParams.get("site")).toBe("park-software");

    await box.fill("光谷");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("光谷");
    await expect.poll(() => page.locator("[data-row]").count()).toBeLessThan(20);
    expect(await page.locator("[data-row]").allInnerTexts()).toContainEqual(expect.stringContaining("光谷软件园"));
  });

  it("takes the end of a composition for no command, and half a character for none", async () => {
    const page = await open("/");
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("guanggu");
    // Safari: the composition has ended, only the key code tells.
    await box.dispatchEvent("keydown", { key: "Enter", code: "Enter", keyCode: 229 });
    await page.getByRole("option", { name: /光谷/ }).first().waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe(null);
    await box.evaluate((input: HTMLInputElement) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
      set?.call(input, "光谷\ud83d");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await box.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("光谷");
  });

  it.each<[text: string, group: string, option: RegExp, address: RegExp]>([
    ["洪山", "行政区", /洪山区/, /[?&]district=420111/],
    ["GDP", "指标", /地区生产总值/, /\/districts\?.*measures=gdp(&|$)/],
    ["服务贸易骨干型企业", "方案目标", /服务贸易骨干型企业/, /\/plan\?.*target=backbone-firms/],
    ["生物医药", "行业", /生物医药/, /[?&]industries=biopharmaceuticals/],
    ["guangu", "功能区", /东湖新技术开发区/, /[?&]areas=ehdz/],
    ["30.48, 114.41", "坐标", /114\.41000, 30\.48000/, /[?&]map=12\.5\/30\.48\/114\.41&from=114\.41,30\.48/],
  ])("finds %s under the heading %s and goes there by keyboard", async (text, group, option, address) => {
    // A page without a map: one that is left while its map is being made complains of it.
    const page = await open("/data");
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill(text);
    const match = page.getByRole("group", { name: group }).getByRole("option", { name: option }).first();
    await match.waitFor();
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    const id = await match.getAttribute("id");
    for (let presses = 0; (await box.getAttribute("aria-activedescendant")) !== id && presses < 60; presses++)
      await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(address);
    expect(await box.getAttribute("aria-expanded")).toBe("false");
  });

  it("goes to a coordinate by Enter, and Escape closes the list", async () => {
    const page = await open("/");
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("114.41，30.48");
    await page.getByRole("option", { name: /114\.41000/ }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => box.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("from")).toBe("114.41,30.48");
    expect(new URL(page.url()).searchParams.get("q")).toBe(null);
  });

  it("says that only similar spellings were found", async () => {
    const page = await open("/?lang=en");
    await page.getByRole("combobox", { name: "Search" }).fill("Optcs Valley");
    await page.getByText("Nothing matches “Optcs Valley”. Similar spellings:").waitFor();
    await page.getByRole("option", { name: /Optics Valley Software Park/ }).waitFor();
  });

  it("keeps the last answer while the next one loads; a late answer never replaces a newer one", async () => {
    const page = await open("/");
    const release: (() => void)[] = [];
    await page.route(/\/graphql/, async (route) => {
      const late = (route.request().postData() ?? route.request().url()).includes("xinzhou");
      if (late) await new Promise<void>((resolve) => release.push(resolve));
      await route.continue().catch(() => undefined);
    });
    const box = page.getByRole("combobox", { name: "搜索" });
    await box.fill("hanyang");
    await page.getByRole("option", { name: "汉阳区", exact: true }).waitFor();
    await box.fill("xinzhou");
    await expect.poll(() => release.length).toBe(1);
    expect(await page.getByRole("option", { name: "汉阳区", exact: true }).count()).toBe(1);
    await box.fill("huangpi");
    await page
      .getByRole("option", { name: /黄陂区/ })
      .first()
      .waitFor();
    release[0]?.();
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(await page.getByRole("option", { name: /新洲区/ }).count()).toBe(0);
    expect(await page.getByRole("option", { name: /黄陂区/ }).count()).toBeGreaterThan(0);
  });

  it.each(["漢陽", "ＨＡＮＹＡＮＧ", "hànyáng"])("suggests the district Hanyang by %s", async (text) => {
    const page = await open("/");
    await page.getByRole("combobox", { name: "搜索" }).fill(text);
    await page
      .getByRole("option", { name: /汉阳区/ })
      .first()
      .waitFor();
  });

  it("says when nothing has the name", async () => {
    const page = await open("/?q=zzzz");
    await page.getByText("没有符合条件的地点").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).first().click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(47);
  });

  it("offers the nearest spelling where the text finds nothing, and speaks of no other conditions", async () => {
    const page = await open("/?q=guangu&lang=en");
    await page.getByText("No matching sites").waitFor();
    expect(await page.getByText(/Each condition narrows/).count()).toBe(0);
    await page.getByRole("button", { name: /^Search for “光谷” instead: \d+ sites$/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("光谷");
    await expect.poll(() => page.locator("[data-row]").count()).toBeGreaterThan(3);
  });

  it("says how far the nearest is where none is near enough, and how many are at an unknown distance", async () => {
    const page = await open("/?kinds=EXPORT_BASE&near=115.2,31.4,5&lang=en");
    await page.getByText(/^The nearest is \d+ km away\.$/).waitFor();
    await page.getByText(/^Another \d have no published location, so their distance is unknown\.$/).waitFor();
    const chinese = await open("/?kinds=EXPORT_BASE&nearKind=LOGISTICS_HUB:NATIONAL,0.001");
    await chinese.getByText(/^最近的地点在 [\d.]+ (公里|米)外。$/).waitFor();
  });

  it("offers the filter without each condition that leaves nothing", async () => {
    const page = await open("/?q=光谷软件园&districts=420117&lang=en");
    await page.getByText(/Each condition narrows/).waitFor();
    await page.getByRole("button", { name: /^Without Xinzhou: 1 site$/ }).click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    expect(new URL(page.url()).searchParams.get("districts")).toBe(null);
  });
});

describe("filters", () => {
  it("narrow list and map alike, and Back takes each choice back", async () => {
    const page = await open("/", { plainMap: false });
    await mapDrawn(page);
    await page.getByRole("button", { name: /综合保税区/ }).click();
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
    const page = await open("/?kinds=LOGISTICS_HUB&site=air-tianhe&map=11/30.77/114.2&lang=en&theme=dark", { plainMap: false });
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
    const ground = (name: string, role: "button" | "link" = "button") =>
      page
        .getByRole(role, { name, exact: true })
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const pairs: [string, string, "button" | "link"][] = [
      ["中文", "EN: English", "button"],
      ["地图", "各区", "link"],
      ["地图", "表格", "button"],
    ];
    for (const [chosen, other, role] of pairs)
      expect([chosen, await ground(chosen, role)]).not.toEqual([chosen, await ground(other, role)]);
    const kinds = page.getByRole("button", { name: /特色服务出口基地|综合保税区/ });
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
    const page = await open("/", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
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
    const page = await open("/?site=park-software&lang=en", { permissions: ["clipboard-read", "clipboard-write"] });
    const drawer = page.getByRole("complementary").filter({ hasText: "Optics Valley Software Park" });
    const button = drawer.getByRole("button", { name: /^Report an error: / }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    await drawer.getByText("Report copied. Paste it into a message to the operator of this atlas.").waitFor();
    const report = await page.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/^Correction: Optics Valley Software Park\n\nWhat: Optics Valley Software Park\nSource: /);
    expect(report).toMatch(/\nPage: http.*\/\?site=park-software&(.*&)?asof=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ&lang=en\n/);
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
    expect(address.searchParams.get("body")).toMatch(/^What: .*\r\nSource: .*\r\nPage: http.*asof=/);
  });
});
