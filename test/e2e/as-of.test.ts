// A link with a day before and after a change of a figure shows the two states, in a real browser.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { readDataset } from "../../server/imports/dataset.ts";
import { publish } from "../../server/imports/publish.ts";
import { atlasDatabase, openPage, withOwnAtlas } from "./atlas.ts";
import { violationsOf } from "./violations.ts";

withOwnAtlas();

/** When the starting data and the change were published. */
let [before, after] = ["", ""];

// An atlas that others run is not written to: its data cannot be changed for a test.
describe.skipIf(process.env.ATLAS_URL)("the figures of a day", () => {
  beforeAll(async () => {
    const database = atlasDatabase();
    if (!database) throw new Error("the test has no database of its own");
    const folder = mkdtempSync(join(tmpdir(), "atlas-data-"));
    cpSync(fileURLToPath(new URL("../../prisma/data", import.meta.url)), folder, { recursive: true });
    const file = join(folder, "observations.csv");
    const text = readFileSync(file, "utf8");
    const changed = text.replace(
      "airport-passengers,site:air-tianhe,2025,30000000,,MORE_THAN",
      "airport-passengers,site:air-tianhe,2025,32500000,,EXACT",
    );
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    appendFileSync(file, "airport-passengers,site:air-tianhe,2025,31000000,,ABOUT,ESTIMATE,MEDIUM,约3100万人次,air15,,,,\n");
    await publish(database, readDataset(folder), { origin: "SEED", author: "test", reason: "Figures revised / 数据修订" });
    rmSync(folder, { recursive: true, force: true });
    const { rows } = await database.pool.query<{ at: Date }>("SELECT created_at AS at FROM change_set ORDER BY id");
    [before = "", after = ""] = rows.map(({ at }) => at.toISOString());
  });

  const open = async (address: string, options = {}) => {
    const opened = await openPage(address, { map: "none", ...options });
    onTestFinished(opened.close);
    return opened;
  };
  const passengers = (page: Page) => page.locator("aside li").filter({ hasText: "Airport passengers" }).first();
  const strip = (page: Page) => page.getByRole("region", { name: "Data as of" });

  it("are two in the drawer of a site, before and after a change, and the strip says which", async () => {
    const { page, consoleErrors, foreignRequests } = await open(`/?site=air-tianhe&asof=${before}&lang=en`);
    await expect.poll(() => passengers(page).innerText()).toContain("more than 30\u00a0million passengers");
    expect(await passengers(page).innerText()).not.toContain("sources disagree");
    expect(await strip(page).innerText()).toContain("Figures as of");
    await strip(page).getByRole("button", { name: "Back to now" }).click();
    await expect.poll(() => passengers(page).innerText()).toContain("32.5\u00a0million passengers");
    expect(await passengers(page).innerText()).toContain("sources disagree");
    expect(await strip(page).count()).toBe(0);
    expect(new URL(page.url()).searchParams.has("asof")).toBe(false);
    await page.goBack();
    await expect.poll(() => passengers(page).innerText()).toContain("more than 30\u00a0million passengers");
    expect(consoleErrors).toEqual([]);
    expect(foreignRequests).toEqual([]);

    await page.goto(page.url().replace(before, after));
    await expect.poll(() => passengers(page).innerText()).toContain("32.5\u00a0million passengers");
    await page.goto(page.url().replace(after, "1999-12-31"));
    await expect.poll(() => page.locator("aside").innerText()).toContain("No data had been published by that day");
    expect(await page.locator("aside h2").innerText()).toBe("Wuhan Tianhe International Airport");
    expect(consoleErrors).toEqual([]);
  });

  it("are chosen from the list of changes, and stay chosen on every page", async () => {
    const { page, consoleErrors } = await open(
      "/?view=table&columns=figure.airport-passengers&sort=-figure.airport-passengers&lang=en",
    );
    const first = page.locator("tbody tr[data-row-of]").first();
    await expect.poll(() => first.innerText()).toContain("32.5\u00a0million");
    await page.getByRole("button", { name: "Data as of another day" }).click();
    await page.getByRole("button", { name: /^Version 1\b/ }).click();
    await expect.poll(() => first.innerText()).toMatch(/30\u00a0million/);
    await page.keyboard.press("Escape");
    for (const place of ["Districts", "Plan 2027", "Data"]) {
      await page.getByRole("link", { name: place, exact: true }).click();
      await expect.poll(() => strip(page).innerText()).toContain("Figures as of");
    }
    await page.getByLabel("Day (UTC)").fill("2020-01-01");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect.poll(() => strip(page).innerText()).toContain("1 Jan 2020");
    expect(new URL(page.url()).searchParams.get("asof")).toBe("2020-01-01");
    await page.emulateMedia({ media: "print" });
    expect(await strip(page).isVisible()).toBe(true);
    expect(consoleErrors).toEqual([]);
  });

  it("lead to their source, its words, the figures that contradict them, and back to where the keys were", async () => {
    const { page, consoleErrors } = await open(
      "/?view=table&columns=figure.airport-passengers&sort=-figure.airport-passengers&lang=en",
    );
    const row = page.locator("tbody tr[data-row-of=air-tianhe]");
    await row.locator("a").focus();
    // Past the button that adds the site to a comparison.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Source of this figure" });
    await expect.poll(() => dialog.innerText()).toContain("What other sources say");
    const dialogText = await dialog.innerText();
    for (const part of [
      "Wuhan Tianhe International Airport · 2025",
      "32,500,000 passengers",
      "Wuhan Municipal People's Government",
      "Added to the atlas",
    ])
      expect(dialogText).toContain(part);
    for (const part of [
      "about 31\u00a0million passengers",
      "约3100万人次",
      "journey.ca website",
      "more official",
      "Order of preference: official, reported",
    ])
      expect(dialogText).toContain(part);
    expect(await violationsOf(page, "dialog")).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Source and details: Airport passengers, 2025",
    );
    expect(consoleErrors).toEqual([]);
  });

  it("are drawn over time, with the same numbers and their growth in a table", async () => {
    const { page, consoleErrors } = await open(`/?site=air-tianhe&asof=${before}&lang=en`);
    await passengers(page).getByRole("button", { name: "Show the time series: Airport passengers" }).first().click();
    await page
      .getByRole("img", { name: /^Airport passengers: chart of \d+ figures/ })
      .locator("svg")
      .waitFor();
    const series = passengers(page);
    await series.getByText(/^As a table/).click();
    const year = series.getByRole("row").filter({ hasText: /^2019/ });
    // 27.15 million after 24.5 million.
    expect(await year.innerText()).toContain("10.8%");
    expect(await series.innerText()).toContain("2013 to 2025: more than 5.5% a year on average (over 12 years)");
    expect(await violationsOf(page, "aside")).toEqual([]);
    expect(consoleErrors).toEqual([]);
  });

  it("of an area lead from the sum to what it is made of", async () => {
    const { page, consoleErrors } = await open(`/?near=114.2,30.78,10&kinds=LOGISTICS_HUB&asof=${before}&lang=en`);
    const card = page.getByRole("region", { name: "Area summary" });
    await card.getByRole("button", { name: /^Show all \d+ indicators/ }).click();
    const sum = card.locator("li").filter({ has: page.getByRole("heading", { name: "Airport passengers", exact: true }) });
    await sum.getByRole("button", { name: /The figures and their sources/ }).click();
    await expect.poll(() => sum.locator("ul").innerText()).toMatch(/30\u00a0million/);
    await sum.locator("ul button").first().click();
    await expect.poll(() => page.getByRole("dialog").innerText()).toContain("Superseded on");
    expect(consoleErrors).toEqual([]);
  });

  it("that a link asks for in a form that is none are today's, and this is said", async () => {
    const { page, consoleErrors } = await open("/data?asof=yesterday&lang=en");
    const unread = page.getByRole("region", { name: "Link not fully recognised" });
    expect(await unread.innerText()).toContain("asof");
    expect(await strip(page).count()).toBe(0);
    await unread.getByRole("button", { name: "Dismiss" }).click();
    expect(await unread.count()).toBe(0);
    expect(consoleErrors).toEqual([]);
  });

  it("are said to be of that day on a phone too, where the drawer covers the strip", async () => {
    const { page } = await open(`/?site=air-tianhe&asof=${before}&lang=zh`, { viewport: { width: 360, height: 740 } });
    await expect.poll(() => page.locator("aside").innerText()).toContain("指标数据截至");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
