// The plan page of a demonstration, where every target has figures: its printed report has two pages, and on a phone the drawer of a
// target does not cover the demonstration strip.
import { expect, it, onTestFinished } from "vitest";
import { visitPage, withAtlas } from "./atlas.ts";

withAtlas("demo");

it.each(["zh", "en"])("prints on two pages: %s", async (lang) => {
  const { page, close } = await visitPage(`/plan?lang=${lang}`);
  onTestFinished(close);
  await page.locator("[data-target]").first().waitFor();
  const file = await page.pdf({ preferCSSPageSize: true });
  expect(file.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});

it("covers the navigation bar with the target on a phone, but not the strip", async () => {
  const { page, close } = await visitPage("/plan?target=airport-passengers&lang=en", { viewport: { width: 390, height: 844 } });
  onTestFinished(close);
  const closeButton = page.getByRole("complementary", { name: "Target" }).getByRole("button", { name: "Close" });
  await closeButton.click({ trial: true });
  const strip = await page.locator(".demo-strip").boundingBox();
  expect((await closeButton.boundingBox())?.y).toBeGreaterThanOrEqual(strip?.height ?? 0);
  expect(await page.evaluate(() => document.elementFromPoint(10, 10)?.closest(".demo-strip") !== null)).toBe(true);
});
