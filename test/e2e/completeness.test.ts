// Who has figures of what, on the page Data: read, gone through by keyboard, followed to a source.
import { expect, it, onTestFinished } from "vitest";
import { openPage, withAtlas } from "./atlas.ts";

withAtlas();

it("shows a matrix that the keyboard walks and that leads to each source", async () => {
  const { page, consoleErrors, foreignRequests, close } = await openPage("/data?lang=en", { map: "none" });
  onTestFinished(close);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  expect(await grid.getByRole("columnheader").count()).toBe(15);
  expect(await grid.locator('[data-at][tabindex="0"]').count()).toBe(1);

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const gdp = grid.getByRole("row", { name: /^GDP / }).first();
  expect(await gdp.getByRole("button").first().getAttribute("aria-label")).toMatch(/^GDP, Jiang'an: 2023, .+; \d+ in all/);
  await gdp.getByRole("button").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(focused).toMatch(/^GDP, Jianghan: /);
  await page.keyboard.press("ArrowUp");
  await expect.poll(focused).toMatch(/^(?!GDP,).*, Jianghan: /);
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).toMatch(/^GDP, Jianghan: /);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Jianghan").first().waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(focused).toMatch(/^GDP, Jianghan: /);

  const rows = () => grid.locator("tbody tr").count();
  expect(await rows()).toBe(20);
  await page.getByRole("button", { name: /^More indicators/ }).click();
  await expect.poll(rows).toBe(50);
  await page.getByLabel("Show for").selectOption("LOGISTICS_HUB");
  await expect.poll(() => grid.getByRole("columnheader").count()).toBe(17);
  expect(await grid.getByRole("row", { name: /^Airport passengers/ }).count()).toBeGreaterThan(0);

  await page.getByLabel("Find an indicator").fill("airport passengers");
  await page.getByLabel("Frequency").selectOption({ label: "monthly" });
  await page.getByText("1 indicator", { exact: true }).waitFor();
  expect([consoleErrors, foreignRequests]).toEqual([[], []]);
});

it("can be swept across on a phone, and the page stays as wide as the screen", async () => {
  const { page, close } = await openPage("/data?lang=zh", { map: "none", viewport: { width: 360, height: 740 } });
  onTestFinished(close);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const { cell, name, wide, over } = await grid.evaluate((table) => {
    const box = (selector: string) => table.querySelector(selector)?.getBoundingClientRect();
    const frame = table.parentElement as HTMLElement;
    frame.scrollLeft = 300;
    return { cell: box("[data-at]"), name: box("tbody th"), wide: frame.scrollWidth, over: frame.clientWidth };
  });
  expect(cell?.height).toBeGreaterThanOrEqual(44);
  expect(cell?.width).toBeGreaterThanOrEqual(44);
  // The names stay in sight.
  expect(name?.left).toBeGreaterThanOrEqual(0);
  expect(wide).toBeGreaterThan(over);
});
