// The page Plan of a demonstration: where every target has figures its report is two pages too, under the strip, and on a phone its
// target leaves the strip in sight.
import { expect, it, onTestFinished } from "vitest";
import { visitPage, withAtlas } from "./atlas.ts";

withAtlas("demo");

it.each(["zh", "en"])("is two pages on paper: %s", async (lang) => {
  const { page, close } = await visitPage(`/plan?lang=${lang}`);
  onTestFinished(close);
  await page.locator("[data-target]").first().waitFor();
  const file = await page.pdf({ preferCSSPageSize: true });
  expect(file.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});

it("covers the bar on a phone with the target, not the strip", async () => {
  const { page, close } = await visitPage("/plan?target=airport-passengers&lang=en", { viewport: { width: 390, height: 844 } });
  onTestFinished(close);
  const shut = page.getByRole("complementary", { name: "Target" }).getByRole("button", { name: "Close" });
  await shut.click({ trial: true });
  const strip = await page.locator(".demo-strip").boundingBox();
  expect((await shut.boundingBox())?.y).toBeGreaterThanOrEqual(strip?.height ?? 0);
  expect(await page.evaluate(() => document.elementFromPoint(10, 10)?.closest(".demo-strip") !== null)).toBe(true);
});
