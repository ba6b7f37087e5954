// The search box over every page: what it finds, what it says where it finds nothing, and where it leads.
import { afterEach, describe, expect, it } from "vitest";
import { goTo, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

let opened: OpenedPage | undefined;
const open = async (address: string) => {
  opened = await openPage(address, { map: "none" });
  return opened.page;
};
afterEach(async () => {
  const toClose = opened;
  opened = undefined;
  await toClose?.close();
  expect(toClose?.consoleErrors ?? []).toEqual([]);
  expect(toClose?.foreignRequests ?? []).toEqual([]);
});

describe("search", () => {
  it("finds Optics Valley by its name in Chinese, in pinyin, by initials and in English, Hanyang however it is written", async () => {
    const page = await open("/");
    const box = page.getByRole("combobox", { name: "搜索" });
    const options = page.getByRole("option");
    await box.waitFor();
    await page.keyboard.press("/");
    for (const text of ["光谷", "guanggu", "gg", "optics valley"]) {
      await page.keyboard.type(text);
      // The last one filters by the text itself; the best name comes first.
      await options.filter({ hasText: `“${text}”` }).waitFor();
      await expect.poll(() => options.first().innerText()).toContain("光谷");
      await box.fill("");
      await expect.poll(() => options.count()).toBe(0);
    }
    for (const text of ["漢陽", "ＨＡＮＹＡＮＧ", "hànyáng"]) {
      await box.fill(text);
      await options
        .filter({ hasText: /汉阳区/ })
        .first()
        .waitFor();
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

  const found: [text: string, group: string, option: RegExp, address: RegExp][] = [
    ["洪山", "行政区", /洪山区/, /[?&]district=420111/],
    ["GDP", "指标", /地区生产总值/, /\/districts\?.*measures=gdp(&|$)/],
    ["服务贸易骨干型企业", "方案目标", /服务贸易骨干型企业/, /\/plan\?.*target=backbone-firms/],
    ["生物医药", "行业", /生物医药/, /[?&]industries=biopharmaceuticals/],
    ["guangu", "功能区", /东湖新技术开发区/, /[?&]areas=ehdz/],
    ["30.48, 114.41", "坐标", /114\.41000, 30\.48000/, /[?&]map=12\.5\/30\.48\/114\.41&from=114\.41,30\.48/],
  ];
  it("finds what is no site too, each under its heading, and goes there by keyboard", async () => {
    const page = await open("/data");
    const box = page.getByRole("combobox", { name: "搜索" });
    for (const [text, group, option, address] of found) {
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
      // Away before a drawer takes the focus.
      await goTo(page, "/");
      await page.locator("aside").waitFor({ state: "detached" });
    }
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

  it("keeps the last answer, dimmed, while the next one loads; a late answer never replaces a newer one", async () => {
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
    const list = page.getByRole("listbox");
    await expect.poll(() => list.getAttribute("aria-busy")).toBe(null);
    // At once, before the request: in the same frame as the text.
    const busyAtOnce = await box.evaluate(async (input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "xinzhou");
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return document.querySelector("[role=listbox]")?.getAttribute("aria-busy");
    });
    expect(busyAtOnce).toBe("true");
    await expect.poll(() => release.length).toBe(1);
    expect(await page.getByRole("option", { name: "汉阳区", exact: true }).count()).toBe(1);
    expect(await list.evaluate((element) => Number(getComputedStyle(element).opacity))).toBeLessThan(1);
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
});

describe("a list without sites", () => {
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
    await page.getByText(/^The nearest is \d+\skm away\.$/).waitFor();
    await page.getByText(/\d other sites have no published location and are not counted\./).waitFor();
    await goTo(page, "/?kinds=EXPORT_BASE&nearKind=LOGISTICS_HUB:NATIONAL,0.001&lang=zh");
    await page.getByText(/^最近的地点在 [\d.]+\s(公里|米)外。$/).waitFor();
  });

  it("says of an empty list by distance how many sites are possibly in it", async () => {
    const page = await open("/?kinds=SERVICE_TRADE_PARK&nearKind=LOGISTICS_HUB:NATIONAL,7&lang=en");
    await page.getByText("No matching sites").waitFor();
    await page.getByText(/Positions are approximate: 0 certainly within, up to \d possibly\./).waitFor();
    await page.getByText("Possibly within").waitFor();
    await page.getByRole("link", { name: "National Cybersecurity Talent and Innovation Base" }).waitFor();
    // A wider limit lists the site, with its distance.
    await goTo(page, "/?kinds=SERVICE_TRADE_PARK&nearKind=LOGISTICS_HUB:NATIONAL,10&lang=en");
    await page.getByText(/8\.2\skm from Wuhan National Logistics Hub \(Land Port\)/).waitFor();
  });

  it("offers the filter without each condition that leaves nothing", async () => {
    const page = await open("/?q=光谷软件园&districts=420117&lang=en");
    await page.getByText(/Each condition narrows/).waitFor();
    await page.getByRole("button", { name: /^Without Xinzhou: 1 site$/ }).click();
    await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
    expect(new URL(page.url()).searchParams.get("districts")).toBe(null);
  });
});
