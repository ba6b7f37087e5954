// The page Plan in a browser: what it shows is what GraphQL says, it can be narrowed and opened by hand and by key, a link shows the
// same elsewhere, and on paper it is two pages.
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { atlasUrl, goTo, type OpenedPage, openPage, withAtlas } from "./atlas.ts";

withAtlas();

interface Target {
  slug: string;
  progress: { state: string; history: { id: string }[] };
}

async function targetsOf(args = ""): Promise<Target[]> {
  const answer = await fetch(`${atlasUrl()}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ planTargets${args} { slug progress { state history { id } } } }` }),
  });
  return (await answer.json()).data.planTargets;
}

const rows = (page: Page) =>
  page
    .locator("[data-target]")
    .evaluateAll((all) => all.map((row) => `${row.getAttribute("data-target")} ${row.getAttribute("data-state")}`));

const slugAndState = (targets: readonly Target[]) => targets.map(({ slug, progress }) => `${slug} ${progress.state}`);

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

let openedPages: OpenedPage[] = [];

async function open(address: string, options?: Parameters<typeof openPage>[1]): Promise<Page> {
  const opened = await openPage(address, { map: "none", ...options });
  openedPages.push(opened);
  return opened.page;
}

afterEach(async () => {
  const toClose = openedPages;
  openedPages = [];
  for (const { consoleErrors, foreignRequests, close } of toClose) {
    await close();
    expect([consoleErrors, foreignRequests]).toEqual([[], []]);
  }
});

describe("the page Plan", () => {
  it("shows all 39 targets with the states that GraphQL gives", async () => {
    const page = await open("/plan");
    const targets = await targetsOf();
    expect(targets).toHaveLength(39);
    await expect.poll(() => rows(page)).toEqual(slugAndState(targets));
    const counts = await page.getByRole("group", { name: "按进展筛选" }).getByRole("button").allInnerTexts();
    // Those met before the plan began stand beside those that it met.
    const numbers = counts.map((text) => text.match(/\d+/g) ?? []);
    const isPart = (text: string | undefined) => text?.includes("其中");
    const total = numbers.flatMap((each, index) => (isPart(counts[index]) ? each.slice(0, 1) : each));
    expect(total.reduce((sum, number) => sum + Number(number), 0)).toBe(39);
    // The API counts those that await data as the page does: the summary, the list of data holders and the print say the same.
    const withoutData = targets.filter(({ progress }) => progress.state === "NO_DATA").length;
    await page.getByText(`${withoutData} 个有待下列单位提供数据（其中`).first().waitFor();
    // The printed report counts as the page does, and names what is overdue.
    const overdueCount = await page.locator("li[data-overdue]").count();
    await page.emulateMedia({ media: "print" });
    const printed = await page.locator("article [data-counts] li").allInnerTexts();
    expect(printed.map((text) => text.match(/\d+/g) ?? [])).toEqual(numbers);
    expect(await page.locator("article h3").allInnerTexts()).toContain(`待补充数据 ${withoutData}`);
    const overdue = await page.locator("article p[data-overdue]").allInnerTexts();
    expect(overdue.flatMap((text) => text.split("；")).length).toBe(overdueCount);
    expect(overdue.join()).not.toContain("政府工作报告");
    await page.getByText("已收录、但未公布相关目标数据的文件： 武汉市政府工作报告").waitFor();
    // A line's asterisk is explained below the table.
    const marked = await page.locator("article table td").getByText("进展符合预期 *").count();
    await page.getByText(`* ${marked} 个目标按方案实施前的速度推算，方案实施后尚无数据。`).waitFor();
  });

  it("is narrowed by state, task and kind of site, and says so", async () => {
    const page = await open("/plan");
    await page
      .getByRole("group", { name: "按进展筛选" })
      .getByRole("button", { name: /待补充数据/ })
      .click();
    expect(parameter(page, "state")).toBe("NO_DATA");
    await expect.poll(() => rows(page)).toEqual(slugAndState(await targetsOf("(state: NO_DATA)")));
    await page.getByRole("combobox", { name: /^任务/ }).selectOption("1");
    await page.getByRole("button", { name: "物流枢纽", exact: true }).click();
    const left = await targetsOf("(state: NO_DATA, task: 1, kind: LOGISTICS_HUB)");
    await expect.poll(() => rows(page)).toEqual(slugAndState(left));
    await page.getByText(`显示 ${left.length} / 39 个目标`).waitFor();

    const other = await open(page.url().slice(atlasUrl().length));
    await expect.poll(() => rows(other)).toEqual(slugAndState(left));

    await page.getByRole("button", { name: "显示全部目标" }).click();
    await expect.poll(async () => (await rows(page)).length).toBe(39);
    await page.goBack();
    await expect.poll(async () => (await rows(page)).length).toBe(left.length);
  });

  it("opens a target by key beside the list, with chart, numbers, rule and sources, and closes it again", async () => {
    const page = await open("/plan?lang=en");
    const link = page.locator("[data-target=airport-passengers]").getByRole("link");
    await link.focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("complementary", { name: "Target" });
    await drawer.getByRole("heading", { name: "Airport passengers per year" }).waitFor();
    const chart = drawer.getByRole("img", { name: /Airport passengers per year/ });
    await chart.locator("svg path").first().waitFor({ state: "attached" });
    const history = (await targetsOf('(slugs: ["airport-passengers"])'))[0]?.progress.history ?? [];
    await expect.poll(() => drawer.getByRole("table").first().getByRole("row").count()).toBe(history.length + 1);
    await drawer.getByText("Needed from then on", { exact: false }).waitFor();
    await drawer.getByRole("link", { name: "Wuhan Tianhe International Airport" }).waitFor();
    await expect.poll(() => page.title()).toContain("Airport passengers per year");

    const other = await open(page.url().slice(atlasUrl().length));
    await other
      .getByRole("complementary", { name: "Target" })
      .getByRole("heading", { name: "Airport passengers per year" })
      .waitFor();

    await page.keyboard.press("Escape");
    await expect.poll(() => parameter(page, "target")).toBeNull();
    await drawer.waitFor({ state: "detached" });
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("is closed by hand on a phone, where the target covers the bar above", async () => {
    const page = await open("/plan?target=airport-passengers&lang=en", { viewport: { width: 390, height: 844 } });
    const drawer = page.getByRole("complementary", { name: "Target" });
    await drawer.getByRole("heading", { name: "Airport passengers per year" }).waitFor();
    // A click waits until nothing else lies where it goes.
    await drawer.getByRole("button", { name: "Close" }).click();
    await drawer.waitFor({ state: "detached" });
    expect(parameter(page, "target")).toBeNull();
  });

  it("loads the chart library with the first chart, not before", async () => {
    const page = await open("/plan");
    const loaded = () =>
      page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => /echarts-[^/]*\.js/.test(name)));
    await expect.poll(async () => (await rows(page)).length).toBe(39);
    expect(await loaded()).toBe(false);
    await page.locator("[data-target=airport-passengers]").getByRole("link").click();
    await expect.poll(loaded).toBe(true);
  });

  it("says of a target that there is none what is wrong", async () => {
    const page = await open("/plan?target=no-such-target");
    await page.getByText("未找到该目标").waitFor();
  });

  it("says of a day before the atlas's first data that nothing was known of anything yet", async () => {
    const page = await open("/plan?asof=2020-01-01&lang=en&target=airport-passengers");
    const note = "No data had been published by that day";
    await page.getByRole("main").getByText(note).waitFor();
    const drawer = page.getByRole("complementary", { name: "Target" });
    await drawer.getByText(note).waitFor();
    expect(await drawer.getByText("No published figure", { exact: false }).count()).toBe(0);
  });

  it("leads from a target to its places on the map", async () => {
    const page = await open("/plan?target=airport-passengers&task=1&state=UNDECIDED&lang=en", { map: "plain" });
    await page.getByRole("complementary").getByRole("link", { name: "On the map: Logistics hubs" }).click();
    await expect.poll(() => parameter(page, "kinds")).toBe("LOGISTICS_HUB");
    expect([new URL(page.url()).pathname, parameter(page, "state"), parameter(page, "target")]).toEqual(["/", null, null]);
    await page.waitForSelector("[data-loaded]");
  });

  it("is two pages on paper, whatever is chosen on the screen", async () => {
    const page = await open("/plan?lang=zh&theme=dark&target=airport-passengers");
    // What each of them has that the one before it had not.
    for (const [look, shows] of [
      ["lang=zh&theme=dark&target=airport-passengers", "aside h2"],
      ["lang=zh", ":root:not(:has(aside))[data-mantine-color-scheme=light]"],
      ["lang=en&state=MET", ":root[lang=en]:not(:has([data-target][data-state=NO_DATA]))"],
      ["lang=en&asof=2030-01-01", ":root:has([data-target][data-state=NO_DATA])"],
      ["lang=zh&asof=2030-01-01", ":root[lang^=zh]:has([data-target][data-state=NO_DATA])"],
      ["lang=zh&asof=2020-01-01", ":root[lang^=zh]"],
    ] as const) {
      await goTo(page, `/plan?${look}`);
      await page.locator(shows).first().waitFor();
      await page.locator("[aria-busy]").first().waitFor({ state: "detached" });
      await expect.poll(async () => (await rows(page)).length).toBeGreaterThan(0);
      const file = await page.pdf({ preferCSSPageSize: true });
      // Every page is an object of this type, beside the one that lists them.
      expect([look, file.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([look, 2]);
    }
  });

  it("says on a target's row and in print that another baseline would turn its state", async () => {
    const page = await open("/?lang=en");
    // No target of today's data has one.
    await page.route(/\/graphql/, async (route) => {
      const answer = await route.fetch();
      const json = await answer.json();
      for (const { progress } of json.data?.planTargets ?? [])
        if (progress?.state === "ON_TRACK")
          progress.otherBaselines = [{ __typename: "OtherBaseline", year: 2016, state: "OFF_TRACK", projected: null }];
      await route.fulfill({ response: answer, json });
    });
    await goTo(page, "/plan?lang=en");
    const turned = page.locator("[data-target][data-state=ON_TRACK]");
    await turned.first().getByText("counted from 2016: Off track").waitFor();
    const count = await turned.count();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("table tr").getByText("other baselines differ").count()).toBe(count);
  });
});
